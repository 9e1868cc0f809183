/// A bound that no walk falls below: a spanning tree plus one edge, with prices on the nodes that push it
/// towards a cycle.
///
/// Held and Karp 1971, "The traveling-salesman problem and minimum spanning trees: part II"; the length of
/// the steps after Polyak 1969, "Minimization of unsmooth functionals".
struct OneTree: ~Copyable {
    /// What steers the ascent of the prices.
    struct Parameters {
        /// Rounds whatever the effort.
        var roundsMin = 30
        /// One round more for so much effort of the local search.
        var effortPerRound = 50
        /// In quarters of the step that would bring a straight slope to the target: the first step.
        var strideQuarters = 16
        /// So many rounds without a better bound halve the steps.
        var idleRoundsMax = 4
        /// In tenths, how much of a step follows the present degrees, and how much those of the round before, so
        /// that prices do not swing to and fro.
        var presentTenths = 7
        var earlierTenths = 3
    }

    private let parameters: Parameters
    private let problem: WalkProblem
    /// Of both directions the shorter: a bound for the symmetric problem holds for the directed one.
    private let table: FlatArray<Int>
    private let prices: FlatArray<Int>
    private let degrees: FlatArray<Int>
    /// By how much a node had too many edges the round before.
    private let earlier: FlatArray<Int>
    /// Side by side, the nodes that are not in the tree yet: who, from where, how far, at which price.
    private let waiting: FlatArray<Waiting>

    private struct Waiting: BitwiseCopyable {
        var node = 0
        var parent = 0
        var least = Int.max
        var price = 0
    }

    private var count: Int { problem.nodeCount }

    /// - Parameter lengthMM: that of a known walk, above which the bound cannot rise.
    /// - Complexity: O(n²) a round
    static func bound(
        of problem: WalkProblem, lengthMM: Int, effort: Int, parameters: Parameters = Parameters()
    ) -> Int {
        let rounds = parameters.roundsMin + effort / parameters.effortPerRound
        return OneTree(problem, parameters).bound(target: lengthMM + problem.surcharge, rounds: rounds)
            - problem.surcharge
    }

    private init(_ problem: WalkProblem, _ parameters: Parameters) {
        self.parameters = parameters
        self.problem = problem
        let count = problem.nodeCount
        table = FlatArray(problem.table)
        if !problem.isSymmetric {
            for row in 0..<count {
                for column in 0..<row {
                    let least = min(table[row * count + column], table[column * count + row])
                    table[row * count + column] = least
                    table[column * count + row] = least
                }
            }
        }
        prices = FlatArray(repeating: 0, count: count)
        degrees = FlatArray(repeating: 0, count: count)
        earlier = FlatArray(repeating: 0, count: count)
        waiting = FlatArray(repeating: Waiting(), count: count)
    }

    private func bound(target: Int, rounds: Int) -> Int {
        var best = Int.min
        var stride = parameters.strideQuarters
        var idle = 0
        for _ in 0..<rounds {
            let length = tree()
            var surplusSquares = 0
            for node in 0..<count { surplusSquares += (degrees[node] - 2) * (degrees[node] - 2) }
            if length > best { (best, idle) = (length, 0) } else { idle += 1 }
            if surplusSquares == 0 || best >= target { break }
            if idle == parameters.idleRoundsMax { (stride, idle) = (max(1, stride / 2), 0) }
            let step = max(1, (target - length) * stride / (4 * surplusSquares))
            for node in 0..<count {
                let surplus = degrees[node] - 2
                prices[node] +=
                    step * (parameters.presentTenths * surplus + parameters.earlierTenths * earlier[node])
                    / 10
                earlier[node] = surplus
            }
        }
        return best
    }

    /// The cheapest spanning tree of all nodes but the first, and the first node's two cheapest edges.
    ///
    /// Prim 1957, "Shortest connection networks and some generalizations".
    private func tree() -> Int {
        degrees.fill(0, upTo: count)
        var total = 0
        for node in 0..<count { total -= 2 * prices[node] }
        for node in 2..<count { waiting[node - 2] = Waiting(node: node, price: prices[node]) }
        var left = count - 2
        var newest = 1
        while left > 0 {
            let row = table.base + newest * count
            let price = prices[newest]
            var nearest = 0
            var least = Int.max
            for slot in 0..<left {
                let cost = row[waiting[slot].node] &+ price &+ waiting[slot].price
                if cost < waiting[slot].least {
                    waiting[slot].least = cost
                    waiting[slot].parent = newest
                }
                if waiting[slot].least < least { (least, nearest) = (waiting[slot].least, slot) }
            }
            newest = waiting[nearest].node
            total += least
            degrees[newest] += 1
            degrees[waiting[nearest].parent] += 1
            left -= 1
            waiting[nearest] = waiting[left]
        }
        return total + joinFirst()
    }

    private func joinFirst() -> Int {
        var (one, two) = (-1, -1)
        func cost(_ node: Int) -> Int { node < 0 ? .max : table[node] + prices[0] + prices[node] }
        for node in 1..<count {
            if cost(node) < cost(one) {
                (one, two) = (node, one)
            } else if cost(node) < cost(two) {
                two = node
            }
        }
        degrees[0] += 2
        degrees[one] += 1
        degrees[two] += 1
        return cost(one) + cost(two)
    }
}
