/// Orders in groups that are put on carts together, where there are too many to compare each with each.
///
/// A group begins with the order that lies farthest from the start, and those nearest to it follow: the seed
/// rule of de Koster, van der Poort and Wolters 1999, "Efficient orderbatching methods in warehouses". Where
/// orders are due, the most urgent ones are a group.
struct Neighbourhoods {
    private(set) var groups: [[Int]] = []

    /// - Parameters:
    ///   - ordersMax: how many orders of a group can be compared with each other.
    ///   - cartfulsMin: a group has at least so many cartfuls, whatever that costs.
    /// - Complexity: O(n² / ordersMax) distances for n orders
    init(_ load: BatchLoad, ordersMax: Int, cartfulsMin: Int) {
        let cart = max(1, load.limits.totes)
        let size = max(cartfulsMin, ordersMax / cart) * cart
        var left = Array(load.orders.indices)
        guard left.count > size else {
            groups = [left]
            return
        }
        let reach = load.orders.map { order in
            order.places.map { (place: $0, mm: load.measure.wayMM(from: load.measure.start, to: $0)) }
                .max { ($0.mm, -$0.place.index) < ($1.mm, -$1.place.index) }
        }
        if load.hasDue {
            left.sort(by: load.isMoreUrgent(_:than:))
        } else {
            left.sort { (-(reach[$0]?.mm ?? 0), $0) < (-(reach[$1]?.mm ?? 0), $1) }
        }
        while let seed = left.first {
            if !load.hasDue, let from = reach[seed]?.place {
                let way = left.map { order in
                    (mm: reach[order].map { load.measure.wayMM(from: from, to: $0.place) } ?? 0, order: order)
                }
                let near = way.sorted { ($0.mm, $0.order) < ($1.mm, $1.order) }.prefix(size).map(\.order)
                groups.append(near)
                let grouped = Set(near)
                left.removeAll { grouped.contains($0) }
            } else {
                groups.append(Array(left.prefix(size)))
                left.removeFirst(min(size, left.count))
            }
        }
    }
}
