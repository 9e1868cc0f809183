/// When the tours of filled carts are back: the most urgent first, each walked by the picker who is free first.
///
/// A tour is as urgent as the order of it that is due first. It lasts as long as the walk at the
/// walking speed and a time for each place of each order; all its orders are done when it is back. An order late by a second
/// counts a second.
struct TourSchedule {
    /// One tour to come.
    struct Entry {
        let cart: Int
        let dueS: Int
        let millis: Int
    }

    private(set) var entries: [Entry] = []
    /// When each entry is back, in milliseconds.
    private(set) var doneMillis: [Int] = []

    /// - Complexity: O(t log t) for t carts
    init(_ carts: [(orders: [Int], lengthMM: Int)], in load: BatchLoad) {
        for (index, cart) in carts.enumerated() where !cart.orders.isEmpty {
            let due = cart.orders.reduce(Int.max) { min($0, load.orders[$1].dueS ?? .max) }
            let picks = cart.orders.reduce(0) { $0 + load.orders[$1].places.count }
            let millis = cart.lengthMM * 1_000 / load.pace.walkMMPerS + picks * load.pace.pickS * 1_000
            entries.append(Entry(cart: index, dueS: due, millis: millis))
        }
        entries.sort {
            ($0.dueS, carts[$0.cart].orders.min() ?? 0) < ($1.dueS, carts[$1.cart].orders.min() ?? 0)
        }
        var free = Array(repeating: 0, count: min(load.pace.pickers, max(1, entries.count)))
        for entry in entries {
            let picker = free.indices.min { (free[$0], $0) < (free[$1], $1) } ?? 0
            free[picker] += entry.millis
            doneMillis.append(free[picker])
        }
    }

    func latenessMillis(_ carts: [(orders: [Int], lengthMM: Int)], in load: BatchLoad) -> Int {
        zip(entries, doneMillis).reduce(0) { late, tour in
            carts[tour.0.cart].orders.reduce(late) { late, order in
                guard let due = load.orders[order].dueS else { return late }
                return late + max(0, tour.1 - due * 1_000)
            }
        }
    }
}
