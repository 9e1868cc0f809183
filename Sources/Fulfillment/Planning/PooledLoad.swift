import Domain
import WarehouseLayout

/// One order's pooled picks as they go on a cart: one tote each in a cluster tour.
struct PooledLoad: Sendable {
    let order: PooledOrder
    let picks: [PickRow]
    let places: [PlaceID]
    let weightG: Int
    let volumeML: Int
    /// When the totes have to be at the bench, in seconds from now; nil where there is no deadline.
    let dueS: Int?
    /// Whether it goes on a cart at once, full or not.
    let isUrgent: Bool

    /// Nil where no cart gets to all of its bins and on to a station.
    init?(_ order: PooledOrder, _ picks: [PooledPick], on floor: Floor, at now: Instant) {
        guard let start = floor.reach.start?.place, let finish = floor.reach.finish?.place else { return nil }
        var (places, weightG, volumeML) = ([PlaceID](), 0, 0)
        for pick in picks {
            guard let place = floor.layout.bin(pick.bin.text)?.place,
                floor.layout.distanceMM(from: start, to: place) != nil,
                floor.layout.distanceMM(from: place, to: finish) != nil
            else { return nil }
            places.append(place)
            weightG += Limits.onCart(pick.quantity, of: pick.weightG)
            volumeML += Limits.onCart(pick.quantity, of: pick.size.volumeML)
        }
        self.order = order
        self.picks = picks.map(\.row)
        self.places = places
        self.weightG = weightG
        self.volumeML = volumeML
        dueS = order.pickupAt.flatMap { Self.dueS(forPickupAt: $0, at: now) }
        let waitedS = order.releasedAt.map { $0.seconds(until: now) } ?? 0
        isUrgent =
            dueS.map { $0 <= PlanningLimits.urgentWithinS } ?? false || waitedS >= PlanningLimits.waitingS
    }

    /// What a driver has to have at his time has to be at the bench before.
    ///
    /// A pickup that is missed has no deadline any more: it is late whatever is done, and those that can still
    /// be met go first.
    private static func dueS(forPickupAt pickup: Instant, at now: Instant) -> Int? {
        let left = now.seconds(until: pickup)
        return left > 0 ? max(0, left - Limits.packingS) : nil
    }
}

extension Limits {
    /// What pieces weigh or take up together, as far as it matters to a cart.
    fileprivate static func onCart(_ quantity: Int, of each: Int) -> Int {
        min(quantity, cartGOrMLMax / max(1, each)) * each
    }
}

extension Instant {
    /// Whole seconds to a later moment; below zero where it is earlier.
    fileprivate func seconds(until later: Instant) -> Int {
        (later.millisecondsSince1970 - millisecondsSince1970) / 1_000
    }
}

extension PoolSnapshot {
    /// What goes on which kind of cart, most urgent first; the kinds are those of `choice`.
    func loads(by choice: CartChoice) -> [[PooledLoad]] {
        var loads = choice.carts.map { _ in [PooledLoad]() }
        for order in orders {
            for (cart, part) in choice.parts(of: order.picks).enumerated() where !part.isEmpty {
                if let load = PooledLoad(order, part, on: floor, at: readAt) { loads[cart].append(load) }
            }
        }
        return loads
    }
}
