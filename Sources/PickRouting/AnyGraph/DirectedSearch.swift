internal import Common

/// Iterated local search where a walk may be longer one way than the other.
///
/// Nothing is ever turned round. A step swaps two neighbouring stretches, which covers every three-edge
/// exchange that keeps all directions (Or 1976), and goes on to another swap where the first does not pay yet
/// (Kanellakis and Papadimitriou 1980, "Local search for the asymmetric traveling salesman problem"). Steps are
/// measured by what they cost beyond the prices of an assignment, which also make a first walk and a bound. A
/// perturbation turns the order of three stretches round, but not the stretches (Martin, Otto and Felten 1991);
/// it is undone where the walk becomes too much longer than the shortest known, in the end where it becomes
/// longer at all (Dueck 1993, "New optimization heuristics").
struct DirectedSearch: ~Copyable {
    let parameters: Parameters
    private let problem: WalkProblem
    let nodeCount: Int
    /// What steps cost beyond the prices of leaving and coming.
    private let table: FlatArray<Int>
    let near: FlatArray<Int32>
    let nearness: FlatArray<Int>
    let width: Int
    var cycle: DirectedCycle
    var queue: NodeQueue
    var chain = SwapChain()
    /// No walk is shorter.
    let lowerBoundMM: Int

    init(_ problem: WalkProblem, parameters: Parameters = Parameters()) {
        self.problem = problem
        self.parameters = parameters
        let count = problem.nodeCount
        nodeCount = count
        table = FlatArray(problem.table)
        for node in 0..<count { table[node * count + node] = 1 << 60 }
        let assignment = Assignment(of: table, count: count)
        lowerBoundMM = assignment.cost - problem.surcharge
        for from in 0..<count {
            for to in 0..<count {
                table[from * count + to] -= assignment.leaving[from] + assignment.coming[to]
            }
        }
        let neighbours = Neighbours(of: table, count: count, atMost: parameters.neighboursMax)
        width = neighbours.width
        near = FlatArray(neighbours.nodes)
        nearness = FlatArray(neighbours.distances)
        cycle = DirectedCycle(PatchedCycles.nodes(of: assignment, table: table))
        queue = NodeQueue(count: count)
    }

    mutating func run(perturbations: Int, seed: UInt64) {
        for position in 0..<nodeCount { queue.enqueue(cycle.node(at: position)) }
        _ = improve()
        cycle.forgetSwaps()
        guard nodeCount >= parameters.perturbedNodesMin else { return }
        var random = SplitMix64(seed: seed)
        var shortest = cycle.nodes
        // How much longer the walk is than the shortest known.
        var detour = 0
        let detourMax = detourMax()
        for round in 0..<perturbations {
            let loss = perturb(&random) - improve()
            let limit = detourMax * (perturbations - round) / perturbations
            if loss <= 0 || detour + loss < random.next(below: limit + 1) {
                cycle.forgetSwaps()
                detour += loss
                if detour < 0 { (shortest, detour) = (cycle.nodes, 0) }
            } else {
                cycle.undo()
            }
        }
        if detour > 0 { cycle = DirectedCycle(shortest) }
    }

    /// From what the steps of the walk cost beyond their prices on average.
    private func detourMax() -> Int {
        var total = 0
        for position in 0..<nodeCount {
            let step = d(node(position), node(position + 1))
            // What pays a toll is longer than any step and no measure.
            if step <= problem.toll / nodeCount { total += step }
        }
        return parameters.detourSteps * total / nodeCount
    }

    /// The stops in walking order.
    func order() -> [Int] {
        var order: [Int] = []
        var node = problem.start
        for _ in 0..<problem.stopCount {
            node = cycle.next(node)
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
                let next = cycle.next(node)
                let gain = extend(node, next, open: d(node, next))
                if gain == 0 { break }
                gained += gain
            }
        }
        return gained
    }

    /// Turns a [b … c] [e … f] [g … h] i into a [g … h] [e … f] [b … c] i at a random place.
    ///
    /// - Returns: by how much the walk became longer.
    private mutating func perturb(_ random: inout SplitMix64) -> Int {
        let longest = min(parameters.stretchMax, (nodeCount - 2) / 3)
        while true {
            let position = random.next(below: nodeCount)
            let second = position + 1 + random.next(below: longest)
            let third = second + 1 + random.next(below: longest)
            let last = third + 1 + random.next(below: longest)
            let (a, b) = (node(position), node(position + 1))
            let (c, e) = (node(second), node(second + 1))
            let (f, g) = (node(third), node(third + 1))
            let (h, i) = (node(last), node(last + 1))
            let end = problem.end
            if a == end || c == end || f == end || h == end { continue }
            cycle.swap(b, c, e, h)
            cycle.swap(e, f, g, h)
            enqueue(a, b, c, e, f, g)
            queue.enqueue(h)
            queue.enqueue(i)
            return d(a, g) + d(h, e) + d(f, b) + d(c, i) - d(a, b) - d(c, e) - d(f, g) - d(h, i)
        }
    }

    @inline(__always)
    private func node(_ position: Int) -> Int {
        cycle.node(at: position < nodeCount ? position : position - nodeCount)
    }

    mutating func enqueue(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ e: Int, _ f: Int) {
        queue.enqueue(a)
        queue.enqueue(b)
        queue.enqueue(c)
        queue.enqueue(d)
        queue.enqueue(e)
        queue.enqueue(f)
    }
}
