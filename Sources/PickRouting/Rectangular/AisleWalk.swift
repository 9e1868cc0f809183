/// Turns the stretches and crossings of a walk into the order in which points are called at.
///
/// Hierholzer 1873: follow unused edges until stuck, then splice in what was left at earlier nodes.
struct AisleWalk {
    private let grid: WalkGrid
    /// How often the walk goes between a node and the next one of its column.
    private var along: [UInt8]
    /// The same between a corner and that of the next column.
    private var across: [UInt8]
    /// Which corner a node is, -1 for none.
    private var cornerOfNode: [Int32]

    init(_ solution: AisleProgram.Solution, on grid: WalkGrid) {
        self.grid = grid
        along = [UInt8](repeating: 0, count: grid.nodeCount)
        across = solution.crossings
        cornerOfNode = [Int32](repeating: -1, count: grid.nodeCount)
        for (corner, node) in grid.corners.enumerated() {
            cornerOfNode[Int(node)] = Int32(truncatingIfNeeded: corner)
        }
        let stretches = grid.crossAisles - 1
        for column in 0..<grid.columnCount {
            for stretch in 0..<stretches {
                let low = Int(grid.corners[column * grid.crossAisles + stretch])
                let high = Int(grid.corners[column * grid.crossAisles + stretch + 1])
                lay(solution.stretches[column * stretches + stretch], from: low, to: high)
            }
        }
    }

    private mutating func lay(_ option: StretchOptions.Option, from low: Int, to high: Int) {
        var isOdd = option.beginsOdd
        for node in low..<high {
            along[node] = isOdd ? 1 : node - low == Int(option.gap) ? 0 : 2
            let above = node + 1
            if grid.isOpen, above == grid.startNode || above == grid.endNode { isOdd.toggle() }
        }
    }

    /// The calls in the order of the walk, the start and the end among them.
    ///
    /// - Complexity: O(nodes)
    mutating func calls() -> [Int] {
        var trail = [Int32(truncatingIfNeeded: grid.startNode)]
        trail.reserveCapacity(3 * grid.nodeCount)
        var walk: [Int32] = []
        walk.reserveCapacity(3 * grid.nodeCount)
        while let node = trail.last {
            if let next = leave(Int(node)) {
                trail.append(Int32(truncatingIfNeeded: next))
            } else {
                walk.append(trail.removeLast())
            }
        }
        var isCalledAt = [Bool](repeating: false, count: grid.nodeCount)
        var calls: [Int] = []
        calls.reserveCapacity(grid.calls.count)
        for step in walk.reversed() where !isCalledAt[Int(step)] {
            let node = Int(step)
            isCalledAt[node] = true
            for call in grid.firstCall[node]..<grid.firstCall[node + 1] {
                calls.append(Int(grid.calls[Int(call)]))
            }
        }
        return calls
    }

    /// Uses up one edge at the node and returns its other end; nil where none is left.
    private mutating func leave(_ node: Int) -> Int? {
        if along[node] > 0 {
            along[node] -= 1
            return node + 1
        }
        if node > 0, along[node - 1] > 0 {
            along[node - 1] -= 1
            return node - 1
        }
        let corner = Int(cornerOfNode[node])
        guard corner >= 0 else { return nil }
        if across[corner] > 0 {
            across[corner] -= 1
            return Int(grid.corners[corner + grid.crossAisles])
        }
        let before = corner - grid.crossAisles
        if before >= 0, across[before] > 0 {
            across[before] -= 1
            return Int(grid.corners[before])
        }
        return nil
    }
}
