/// Everybody gets a successor, as cheaply as possible, whether or not one cycle comes out.
///
/// Jonker and Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems".
struct Assignment: ~Copyable {
    private static let rounds = 2
    /// Bids cheapen the search for paths; where steps differ very much they could go on for very long.
    private static let bidsPerNode = 4

    let count: Int
    let successor: FlatArray<Int32>
    /// No step costs less than the price of leaving one node and that of coming to the other; those to the
    /// successors cost just that.
    let leaving: FlatArray<Int>
    let coming: FlatArray<Int>
    /// What the successors cost; no cycle through all nodes costs less.
    private(set) var cost = 0

    private let predecessor: FlatArray<Int32>
    private let table: UnsafeMutablePointer<Int>

    /// - Parameter table: row by row; from a node to itself beyond everything else.
    /// - Complexity: O(n³) for n nodes
    init(of table: borrowing FlatArray<Int>, count: Int) {
        self.count = count
        self.table = table.base
        successor = FlatArray(repeating: -1, count: count)
        predecessor = FlatArray(repeating: -1, count: count)
        leaving = FlatArray(repeating: 0, count: count)
        coming = FlatArray(repeating: 0, count: count)
        takeNearest()
        for _ in 0..<Self.rounds { outbid() }
        var search = PathSearch(count: count)
        for node in 0..<count where successor[node] < 0 { search.assign(node, in: self) }
        for node in 0..<count {
            let next = Int(successor[node])
            leaving[node] = step(node, next) - coming[next]
            cost += step(node, next)
        }
    }

    @inline(__always)
    fileprivate func step(_ from: Int, _ to: Int) -> Int { table[from &* count &+ to] }

    @inline(__always)
    fileprivate func pair(_ from: Int, _ to: Int) {
        successor[from] = Int32(truncatingIfNeeded: to)
        predecessor[to] = Int32(truncatingIfNeeded: from)
    }

    /// Every node is given to the nearest one before it, where that has none yet.
    private func takeNearest() {
        for to in 0..<count { coming[to] = step(0, to) }
        let nearest = FlatArray<Int32>(repeating: 0, count: count)
        for from in 1..<count {
            for to in 0..<count where step(from, to) < coming[to] {
                coming[to] = step(from, to)
                nearest[to] = Int32(truncatingIfNeeded: from)
            }
        }
        for to in (0..<count).reversed() where successor[Int(nearest[to])] < 0 { pair(Int(nearest[to]), to) }
    }

    /// Nodes without a successor take their nearest, at a price that makes it no dearer than the second nearest;
    /// who had it before bids in turn.
    private func outbid() {
        var bids = Self.bidsPerNode * count
        for node in 0..<count where successor[node] < 0 {
            var bidder = node
            while bids > 0 {
                bids -= 1
                var (best, nearest) = (Int.max, 0)
                var second = Int.max
                for to in 0..<count {
                    let cost = step(bidder, to) &- coming[to]
                    if cost < second {
                        if cost < best {
                            (second, best, nearest) = (best, cost, to)
                        } else {
                            second = cost
                        }
                    }
                }
                let outbidden = Int(predecessor[nearest])
                // At equal prices it would go to and fro for ever.
                if outbidden >= 0, best == second { break }
                coming[nearest] -= second - best
                pair(bidder, nearest)
                if outbidden < 0 { break }
                successor[outbidden] = -1
                bidder = outbidden
            }
        }
    }

    /// Finds the cheapest way to give one more node a successor: others pass theirs on.
    private struct PathSearch: ~Copyable {
        let open: FlatArray<Int32>
        let distance: FlatArray<Int>
        let from: FlatArray<Int32>

        init(count: Int) {
            open = FlatArray(repeating: 0, count: count)
            distance = FlatArray(repeating: 0, count: count)
            from = FlatArray(repeating: 0, count: count)
        }

        /// Dijkstra 1959, "A note on two problems in connexion with graphs".
        mutating func assign(_ node: Int, in assignment: borrowing Assignment) {
            let count = assignment.count
            for to in 0..<count {
                open[to] = Int32(truncatingIfNeeded: to)
                distance[to] = .max
            }
            var left = count
            var (row, base) = (node, 0)
            while true {
                var (least, slot) = (Int.max, 0)
                let steps = assignment.table + row * count
                for place in 0..<left {
                    let to = Int(open[place])
                    let length = base &+ steps[to] &- assignment.coming[to]
                    if length < distance[to] {
                        distance[to] = length
                        from[to] = Int32(truncatingIfNeeded: row)
                    }
                    if distance[to] < least { (least, slot) = (distance[to], place) }
                }
                let nearest = Int(open[slot])
                left -= 1
                open[slot] = open[left]
                open[left] = Int32(truncatingIfNeeded: nearest)
                row = Int(assignment.predecessor[nearest])
                if row < 0 {
                    // Whoever was reached on the way becomes dearer by as much as he was nearer.
                    for place in left..<count {
                        let reached = Int(open[place])
                        assignment.coming[reached] += distance[reached] - least
                    }
                    passOn(nearest, to: node, in: assignment)
                    return
                }
                base = least - (assignment.step(row, nearest) - assignment.coming[nearest])
            }
        }

        private func passOn(_ free: Int, to node: Int, in assignment: borrowing Assignment) {
            var taken = free
            while true {
                let taker = Int(from[taken])
                let left = Int(assignment.successor[taker])
                assignment.pair(taker, taken)
                if taker == node { return }
                taken = left
            }
        }
    }
}
