/// A length that no batches fall below.
///
/// Two bounds, the greater of which holds. Carts: order the orders by the length of a walk for each alone,
/// longest first; whatever goes into k carts, an order that comes after k cartfuls is in another one, and no
/// tour is shorter than a walk for one of its orders. One walk: tours laid end to end, with the way back from
/// the end to the start between them, are a walk through all places.
struct BatchBound {
    let lengthMM: Int

    /// - Complexity: O(n) measures of a walk for n orders
    init(_ load: BatchLoad) {
        let alone = load.sets.indices.map { load.measure.leastLengthMM(of: load.orders[$0].places) }
        let byCarts = [
            Self.byCarts(alone, load.orders.map(\.totes), room: load.limits.totes),
            load.limits.weightG.map { Self.byCarts(alone, load.orders.map(\.weightG), room: $0) } ?? 0,
            load.limits.volumeML.map { Self.byCarts(alone, load.orders.map(\.volumeML), room: $0) } ?? 0,
        ]
        lengthMM = max(byCarts.max() ?? 0, Self.byOneWalk(load))
    }

    private static func byCarts(_ alone: [Int], _ sizes: [Int], room: Int) -> Int {
        var (bound, before, carts) = (0, 0, 0)
        for order in alone.indices.sorted(by: { (-alone[$0], $0) < (-alone[$1], $1) }) {
            before += sizes[order]
            // Up to here the orders need one cart more.
            if before > carts * room || carts == 0 {
                bound += alone[order]
                carts += 1
            }
        }
        return bound
    }

    private static func byOneWalk(_ load: BatchLoad) -> Int {
        let measure = load.measure
        let all = measure.leastLengthMM(of: load.orders.flatMap(\.places))
        let there = measure.wayMM(from: measure.start, to: measure.end)
        let back = measure.wayMM(from: measure.end, to: measure.start)
        let bounds = (1...max(1, load.orders.count)).map { max(all - ($0 - 1) * back, $0 * there) }
        return load.orders.isEmpty ? 0 : bounds.min() ?? 0
    }
}
