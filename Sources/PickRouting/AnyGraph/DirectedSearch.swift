/// Iterated local search where a walk may be longer one way than the other.
///
/// No stretch is ever turned round: the only step is to swap two neighbouring stretches, which covers every
/// three-edge exchange that keeps all directions (Or 1976; Kanellakis and Papadimitriou 1980).
struct DirectedSearch {
    /// How far the end of a stretch is looked for.
    private static let stretchMax = 50
    private static let oneInTwice = 4

    private let problem: WalkProblem
    private let neighbours: Neighbours
    private var nodes: [Int]
    private var positions: [Int]
    private var isSettled: [Bool]

    init(_ problem: WalkProblem, from order: [Int]) {
        self.problem = problem
        neighbours = Neighbours(of: problem)
        nodes = [problem.start] + order + [problem.end]
        positions = [Int](repeating: 0, count: nodes.count)
        isSettled = [Bool](repeating: false, count: nodes.count)
        for (position, node) in nodes.enumerated() { positions[node] = position }
    }

    mutating func run(disturbances: Int, seed: UInt64) {
        _ = settle()
        var random = SplitMix64(seed: seed)
        for _ in 0..<disturbances {
            let best = (nodes, positions)
            var loss = disturb(&random)
            // One swap is often taken straight back; two lead further.
            if random.next(below: Self.oneInTwice) == 0 { loss += disturb(&random) }
            if settle() < loss {
                (nodes, positions) = best
                for place in isSettled.indices { isSettled[place] = true }
            }
        }
    }

    /// The stops in walking order.
    func order() -> [Int] { Array(nodes[1..<(nodes.count - 1)]) }

    private func d(_ a: Int, _ b: Int) -> Int { problem.table[a * problem.nodeCount + b] }

    private mutating func settle() -> Int {
        var gained = 0
        var position = 0
        var untouched = 0
        while untouched < nodes.count {
            let node = nodes[position]
            let gain = isSettled[node] ? 0 : improve(node)
            if gain > 0 {
                gained += gain
                untouched = 0
            } else {
                isSettled[node] = true
                untouched += 1
                position = position + 1 < nodes.count ? position + 1 : 0
            }
        }
        return gained
    }

    /// Tries to have `node` followed by one of its nearest.
    private mutating func improve(_ node: Int) -> Int {
        let here = positions[node]
        guard here + 1 < nodes.count else { return 0 }
        for place in 0..<neighbours.width {
            let wanted = Int(neighbours.nodes[node * neighbours.width + place])
            let open = d(node, nodes[here + 1]) - d(node, wanted)
            if open <= 0 { return 0 }
            let there = positions[wanted]
            let gain = there > here ? pullForward(here, there, open: open) : pushBack(here, there, open: open)
            if gain > 0 { return gain }
        }
        return 0
    }

    /// Brings a stretch that begins at `there` to directly after `here`.
    private mutating func pullForward(_ here: Int, _ there: Int, open: Int) -> Int {
        let rest = open + d(nodes[there - 1], nodes[there])
        for last in there..<min(nodes.count - 1, there + Self.stretchMax) {
            let gain =
                rest + d(nodes[last], nodes[last + 1]) - d(nodes[last], nodes[here + 1])
                - d(nodes[there - 1], nodes[last + 1])
            if gain > 0 {
                swapStretches(here, there - 1, last)
                return gain
            }
        }
        return 0
    }

    /// Brings a stretch that ends at `here` to directly before `there`.
    private mutating func pushBack(_ here: Int, _ there: Int, open: Int) -> Int {
        guard there > 0 else { return 0 }
        let rest = open + d(nodes[there - 1], nodes[there])
        for first in stride(from: here, to: max(there, here - Self.stretchMax), by: -1) {
            let gain =
                rest + d(nodes[first - 1], nodes[first]) - d(nodes[there - 1], nodes[first])
                - d(nodes[first - 1], nodes[here + 1])
            if gain > 0 {
                swapStretches(there - 1, first - 1, here)
                return gain
            }
        }
        return 0
    }

    /// Swaps the stretches of positions before+1...middle and middle+1...last.
    private mutating func swapStretches(_ before: Int, _ middle: Int, _ last: Int) {
        for edge in [before, before + 1, middle, middle + 1, last, last + 1] {
            isSettled[nodes[edge]] = false
        }
        nodes.replaceSubrange(
            before + 1...last, with: Array(nodes[middle + 1...last] + nodes[before + 1...middle]))
        for position in before + 1...last { positions[nodes[position]] = position }
    }

    private mutating func disturb(_ random: inout SplitMix64) -> Int {
        let inner = nodes.count - 2
        let before = random.next(below: inner - 1)
        let middle = before + 1 + random.next(below: min(Self.stretchMax, inner - 1 - before))
        let last = middle + 1 + random.next(below: min(Self.stretchMax, inner - middle))
        let (a, b) = (nodes[before], nodes[before + 1])
        let (c, e) = (nodes[middle], nodes[middle + 1])
        let (f, g) = (nodes[last], nodes[last + 1])
        swapStretches(before, middle, last)
        return d(a, e) + d(f, b) + d(c, g) - d(a, b) - d(c, e) - d(f, g)
    }
}
