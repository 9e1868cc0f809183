internal import Common

/// Iterated local search where a walk is as long forwards as backwards.
///
/// Steps are chains of edge exchanges (Lin and Kernighan 1973, "An effective heuristic algorithm for the
/// traveling-salesman problem") and moved segments (Or 1976), tried only at nodes whose surroundings have
/// changed (Bentley 1992, "Fast algorithms for geometric traveling salesman problems"). A perturbation swaps
/// two neighbouring stretches (Martin, Otto and Felten 1991); one that does not pay is undone.
struct SymmetricSearch: ~Copyable {
    let parameters: Parameters
    private let problem: WalkProblem
    private let nodeCount: Int
    private let table: FlatArray<Int>
    /// `[node * width + place]`: the nodes nearest to each and how near they are.
    let near: FlatArray<Int32>
    let nearness: FlatArray<Int>
    let width: Int
    var cycle: Cycle
    var queue: NodeQueue

    /// - Parameter order: a first walk through all stops.
    init(_ problem: WalkProblem, from order: [Int], parameters: Parameters = Parameters()) {
        self.problem = problem
        self.parameters = parameters
        nodeCount = problem.nodeCount
        table = FlatArray(problem.table)
        let neighbours = Neighbours(of: table, count: nodeCount, atMost: parameters.neighboursMax)
        width = neighbours.width
        near = FlatArray(neighbours.nodes)
        nearness = FlatArray(neighbours.distances)
        cycle = Cycle([problem.start] + order + [problem.end])
        queue = NodeQueue(count: problem.nodeCount)
    }

    mutating func run(perturbations: Int, seed: UInt64) {
        for position in 0..<problem.nodeCount { queue.enqueue(cycle.node(at: position)) }
        _ = improve()
        cycle.forgetTurns()
        guard problem.nodeCount >= parameters.perturbedNodesMin else { return }
        var random = SplitMix64(seed: seed)
        for _ in 0..<perturbations {
            var loss = perturb(&random)
            if random.chance(oneIn: parameters.doubleSwapOneIn) { loss += perturb(&random) }
            if improve() >= loss { cycle.forgetTurns() } else { cycle.undo(to: 0) }
        }
    }

    /// The stops in walking order.
    func order() -> [Int] {
        var order: [Int] = []
        let forward = cycle.next(problem.end) == problem.start
        var node = problem.start
        for _ in 0..<problem.stopCount {
            node = forward ? cycle.next(node) : cycle.previous(node)
            order.append(node)
        }
        return order
    }

    @inline(__always)
    func d(_ a: Int, _ b: Int) -> Int { table[a &* nodeCount &+ b] }

    /// Improves the walk around all queued nodes, until none is left.
    ///
    /// - Returns: by how much the walk became shorter.
    private mutating func improve() -> Int {
        var gained = 0
        while let node = queue.dequeue() {
            while true {
                let gain = improve(node)
                if gain == 0 { break }
                gained += gain
            }
        }
        return gained
    }

    private mutating func improve(_ node: Int) -> Int {
        let next = cycle.next(node)
        var gain = extend(node, next, open: d(node, next), depth: 0)
        if gain > 0 { return gain }
        let previous = cycle.previous(node)
        gain = extend(node, previous, open: d(node, previous), depth: 0)
        if gain > 0 { return gain }
        gain = moveSegment(from: node, forward: true)
        return gain > 0 ? gain : moveSegment(from: node, forward: false)
    }

    /// Swaps two short neighbouring stretches at random.
    ///
    /// - Returns: by how much the walk became longer.
    private mutating func perturb(_ random: inout SplitMix64) -> Int {
        let longest = min(parameters.stretchMax, (cycle.count - 2) / 2)
        while true {
            let position = random.next(below: cycle.count)
            let middle = position + 1 + random.next(below: longest)
            let last = middle + 1 + random.next(below: longest)
            let (a, b) = (node(position), node(position + 1))
            let (c, e) = (node(middle), node(middle + 1))
            let (f, g) = (node(last), node(last + 1))
            if isTie(a, b) || isTie(c, e) || isTie(f, g) { continue }
            swapStretches(a, b, c, e, f, g)
            enqueue(a, b, c, e, f, g)
            return d(a, e) + d(f, b) + d(c, g) - d(a, b) - d(c, e) - d(f, g)
        }
    }

    /// Turns … a [b … c] [e … f] g … into … a [e … f] [b … c] g ….
    mutating func swapStretches(_ a: Int, _ b: Int, _ c: Int, _ e: Int, _ f: Int, _ g: Int) {
        cycle.exchange(a, b, f, g)
        cycle.exchange(a, f, e, c)
        cycle.exchange(f, c, b, g)
    }

    mutating func enqueue(_ a: Int, _ b: Int, _ c: Int, _ e: Int, _ f: Int, _ g: Int) {
        queue.enqueue(a)
        queue.enqueue(b)
        queue.enqueue(c)
        queue.enqueue(e)
        queue.enqueue(f)
        queue.enqueue(g)
    }

    @inline(__always)
    private func node(_ position: Int) -> Int {
        cycle.node(at: position < cycle.count ? position : position - cycle.count)
    }

    /// Whether this is the edge from the end back to the start.
    @inline(__always)
    private func isTie(_ a: Int, _ b: Int) -> Bool { min(a, b) == problem.start && max(a, b) == problem.end }
}

// MARK: Chains of exchanges

extension SymmetricSearch {
    /// Searches for a chain of exchanges that begins by removing the edge first–second.
    ///
    /// - Parameter open: by how much the edges removed so far are longer than those added, without the last one
    ///   that would close the cycle.
    /// - Returns: the gain, 0 where there is none and the cycle is as before.
    private mutating func extend(_ first: Int, _ second: Int, open: Int, depth: Int) -> Int {
        let forward = cycle.next(first) == second
        var tried = Continuations()
        let breadth = parameters.breadthByDepth[depth]
        for place in second &* width..<second &* width &+ width {
            let rest = open &- nearness[place]
            if rest <= 0 { break }
            let third = Int(near[place])
            if third == first { continue }
            let fourth = forward ? cycle.previous(third) : cycle.next(third)
            if fourth == second { continue }
            tried.offer(
                .init(
                    third: Int32(truncatingIfNeeded: third), fourth: Int32(truncatingIfNeeded: fourth),
                    rest: rest &+ d(third, fourth)),
                atMost: breadth)
        }
        for choice in 0..<tried.count {
            let (third, fourth) = (Int(tried[choice].third), Int(tried[choice].fourth))
            let rest = tried[choice].rest
            var gain = rest &- d(fourth, first)
            // The last exchange of a chain is made only where it pays.
            if gain <= 0, depth + 1 == parameters.breadthByDepth.count { continue }
            let mark = cycle.mark
            cycle.exchange(first, second, fourth, third)
            if gain <= 0 { gain = extend(first, fourth, open: rest, depth: depth + 1) }
            if gain > 0 {
                queue.enqueue(first)
                queue.enqueue(second)
                queue.enqueue(third)
                queue.enqueue(fourth)
                return gain
            }
            cycle.undo(to: mark)
        }
        return 0
    }
}
