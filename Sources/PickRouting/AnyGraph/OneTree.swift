/// A bound that no walk falls below: a spanning tree plus one edge, with prices on the nodes that push it
/// towards a cycle.
///
/// Held and Karp 1971, "The traveling-salesman problem and minimum spanning trees: part II".
enum OneTree {
    private static let rounds = 20

    /// - Complexity: O(n²) a round
    static func bound(of problem: WalkProblem) -> Int {
        let count = problem.nodeCount
        // Of both directions the shorter: a bound for the symmetric problem holds for the directed one.
        var table = problem.table
        for row in 0..<count {
            for column in 0..<row {
                let least = min(table[row * count + column], table[column * count + row])
                table[row * count + column] = least
                table[column * count + row] = least
            }
        }
        var prices = [Int](repeating: 0, count: count)
        var best = Int.min
        var step = 0
        for round in 0..<rounds {
            let tree = table.withUnsafeBufferPointer { Self.tree($0, count: count, prices: prices) }
            best = max(best, tree.bound)
            if step == 0 { step = max(1, (tree.bound - problem.surcharge) / (2 * count)) }
            if tree.degrees.allSatisfy({ $0 == 2 }) { break }
            for node in 0..<count { prices[node] += step * (tree.degrees[node] - 2) }
            if round % 4 == 3 { step = max(1, step * 3 / 4) }
        }
        return best - problem.surcharge
    }

    /// The cheapest spanning tree of all nodes but the first, and the first node's two cheapest edges.
    private static func tree(
        _ table: UnsafeBufferPointer<Int>, count: Int, prices: [Int]
    ) -> (bound: Int, degrees: [Int]) {
        var degrees = [Int](repeating: 0, count: count)
        var least = [Int](repeating: .max, count: count)
        var parent = [Int](repeating: -1, count: count)
        var total = -2 * prices.reduce(0, +)
        var newest = 1
        least[1] = .min
        for _ in 2..<count {
            var nearest = -1
            for node in 1..<count where least[node] != .min {
                let cost = table[newest * count + node] + prices[newest] + prices[node]
                if cost < least[node] { (least[node], parent[node]) = (cost, newest) }
                if nearest < 0 || least[node] < least[nearest] { nearest = node }
            }
            total += least[nearest]
            degrees[nearest] += 1
            degrees[parent[nearest]] += 1
            least[nearest] = .min
            newest = nearest
        }
        let toFirst = (1..<count).map { (table[$0] + prices[0] + prices[$0], $0) }.sorted { $0.0 < $1.0 }
        for (cost, node) in toFirst.prefix(2) {
            total += cost
            degrees[0] += 1
            degrees[node] += 1
        }
        return (total, degrees)
    }
}
