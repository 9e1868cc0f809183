import Domain
import PickRouting
import WarehouseLayout

/// A kind of cart, what it carries, and where its tours begin and end.
struct CartRound {
    let floor: Floor
    /// Nil where the layout names none.
    let cart: Cart?
    let start: Station
    let finish: Station
    let limits: CartLimits
    /// How many are at work; with none nobody knows what will be in time.
    private let pickers: Int

    /// So much of a tote's room boxes fill that are laid in as they come; the rest is gaps.
    private static let fillPercent = 70

    init(_ cart: Cart?, on floor: Floor, totes: Int, pickers: Int) throws(Refusal) {
        guard let start = floor.reach.start, let finish = floor.reach.finish else {
            throw .notConfigured("\(floor.warehouse) has no start station or no pack station")
        }
        self.floor = floor
        self.cart = cart
        self.start = start
        self.finish = finish
        let volume = cart?.toteMM.map { tote in tote.reduce(1, *) / 1_000 * Self.fillPercent / 100 }
        limits = CartLimits(
            totes: cart?.totes ?? totes, weightG: cart?.maxWeightG,
            volumeML: volume.map { max(1, $0) * (cart?.totes ?? totes) })
        self.pickers = pickers
    }

    /// Puts loads on carts so that totes come in time and pickers walk least, the most urgent first.
    ///
    /// Orders of one priority go together, topped up to whole carts with those that are next in urgency. The
    /// carts of a priority are in the order of their most urgent order. An order too heavy or too large for
    /// the cart goes alone.
    /// - Parameter loads: most urgent first.
    func batches(_ loads: [CartLoad]) throws(Refusal) -> [[CartLoad]] {
        var left = loads.filter { !$0.picks.isEmpty }
        var batches: [[CartLoad]] = []
        while let priority = left.first?.order.priority {
            let asUrgent = left.prefix { $0.order.priority == priority }.count
            let wholeCarts = (asUrgent + limits.totes - 1) / limits.totes * limits.totes
            let group = Array(left.prefix(wholeCarts))
            left.removeFirst(group.count)
            batches += try batched(group, priority: priority)
        }
        return batches
    }

    /// The shortest walks; others only where these come too late for a pickup and the others less so.
    private func batched(_ group: [CartLoad], priority: Int) throws(Refusal) -> [[CartLoad]] {
        // What tops up a cart would have waited: it does not press those before it.
        let dueS = group.map { $0.order.priority == priority && pickers > 0 ? $0.dueS : nil }
        var best = try plan(group, dueS: group.map { _ in nil })
        let late = lateness(of: best, dueS)
        if late > 0 {
            let timely = try plan(group, dueS: dueS)
            if lateness(of: timely, dueS) < late { best = timely }
        }
        return best.batches.map { batch in batch.orders.map { group[$0] } }
    }

    private func plan(_ group: [CartLoad], dueS: [Int?]) throws(Refusal) -> Batching {
        let orders = zip(group, dueS).map { load, dueS in
            BatchOrder(
                places: load.places, weightG: limits.weightG.map { min($0, load.weightG) } ?? 0,
                volumeML: limits.volumeML.map { min($0, load.volumeML) } ?? 0, dueS: dueS)
        }
        let pace = PickingPace(pickers: pickers, walkMMPerS: floor.layout.walkSpeedMMPerS)
        do throws(RoutingError) {
            return try BatchPlanner(planner: floor.planner, limits: limits, pace: pace)
                .plan(orders, from: start.place, to: finish.place, effort: BatchPlanner.promptEffort)
        } catch { throw .notConfigured("no walk through \(floor.warehouse): \(error)") }
    }

    /// By how many seconds orders are late, all together.
    private func lateness(of batching: Batching, _ dueS: [Int?]) -> Int {
        batching.batches.reduce(0) { late, batch in
            batch.orders.reduce(late) { $0 + max(0, batch.doneS - (dueS[$1] ?? .max)) }
        }
    }
}
