import PickRouting
import WarehouseLayout

/// One order's picks as they go on a cart: one tote each in a cluster tour.
struct CartLoad {
    let order: Order
    let picks: [Pick]
    let places: [PlaceID]

    /// Puts loads on carts of so many totes, most urgent first: a cart begins with the most urgent order
    /// left and takes, of the orders as urgent as that, those that lie nearest to it.
    static func batches(_ loads: [CartLoad], totes: Int, on floor: Floor) -> [[CartLoad]] {
        var left = loads.filter { !$0.picks.isEmpty }
        var batches: [[CartLoad]] = []
        while !left.isEmpty {
            var batch = [left.removeFirst()]
            while batch.count < totes {
                let priority = batch[0].order.priority
                let near = left.indices.filter { left[$0].order.priority == priority }
                    .min { batch.detour(to: left[$0], on: floor) < batch.detour(to: left[$1], on: floor) }
                guard let next = near ?? left.indices.first else { break }
                batch.append(left.remove(at: next))
            }
            batches.append(batch)
        }
        return batches
    }
}

extension [CartLoad] {
    /// How far a load's places lie from those already on the cart: the sum over its places of the way to the
    /// nearest.
    fileprivate func detour(to load: CartLoad, on floor: Floor) -> Int {
        let here = flatMap(\.places)
        return load.places.reduce(0) { sum, place in
            sum + (here.compactMap { floor.layout.distanceMM(from: $0, to: place) }.min() ?? 0)
        }
    }
}
