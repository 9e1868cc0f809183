/// Every node gets a successor, as cheaply as possible, whether or not one cycle comes out.
///
/// Jonker and Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems".
struct Assignment: ~Copyable {
    /// What steers the bidding that leaves few nodes for the search of paths.
    struct Parameters {
        /// How often the nodes without a successor bid for one.
        var rounds = 2
        /// Bids a round, for each node: where steps differ very much bidding could go on for very long.
        var bidsPerNode = 4
    }

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
    init(of table: borrowing FlatArray<Int>, count: Int, parameters: Parameters = Parameters()) {
        self.count = count
        self.table = table.base
        successor = FlatArray(repeating: -1, count: count)
        predecessor = FlatArray(repeating: -1, count: count)
        leaving = FlatArray(repeating: 0, count: count)
        coming = FlatArray(repeating: 0, count: count)
        assignNearest()
        for _ in 0..<parameters.rounds { bid(bidsMax: parameters.bidsPerNode * count) }
        var search = PathSearch(count: count)
        for node in 0..<count where successor[node] < 0 { search.assign(node, in: self) }
        for node in 0..<count {
            let next = Int(successor[node])
            leaving[node] = step(node, next) - coming[next]
            cost += step(node, next)
        }
        assert(
            (0..<count).allSatisfy { predecessor[Int(successor[$0])] == $0 }, "one successor, one predecessor"
        )
    }

    @inline(__always)
    fileprivate func step(_ from: Int, _ to: Int) -> Int { table[from &* count &+ to] }

    @inline(__always)
    fileprivate func pair(_ from: Int, _ to: Int) {
        successor[from] = Int32(truncatingIfNeeded: to)
        predecessor[to] = Int32(truncatingIfNeeded: from)
    }

    /// Every node is given to the nearest one before it, where that has none yet.
    private func assignNearest() {
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

    /// Nodes without a successor get their nearest, at a price that makes it no dearer than the second nearest;
    /// the node that had it before bids in turn.
    private func bid(bidsMax: Int) {
        var bids = bidsMax
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
                    // Targets reached on the way become dearer by as much as they were nearer.
                    for place in left..<count {
                        let reached = Int(open[place])
                        assignment.coming[reached] += distance[reached] - least
                    }
                    augment(nearest, to: node, in: assignment)
                    return
                }
                base = least - (assignment.step(row, nearest) - assignment.coming[nearest])
            }
        }

        /// Pairs each node of the path with the next target; its old target goes to the node before it.
        private func augment(_ free: Int, to node: Int, in assignment: borrowing Assignment) {
            var target = free
            while true {
                let source = Int(from[target])
                let released = Int(assignment.successor[source])
                assignment.pair(source, target)
                if source == node { return }
                target = released
            }
        }
    }
}
