/// For every node the nodes nearest to it, nearest first, in one flat table.
struct Neighbours {
    /// More than ten lengthen the search without shortening the walks it finds.
    static let width = 10

    let width: Int
    let nodes: [Int32]

    /// - Complexity: O(n² log width)
    init(of problem: WalkProblem) {
        let count = problem.nodeCount
        let width = min(Self.width, count - 1)
        var nodes: [Int32] = []
        nodes.reserveCapacity(count * width)
        var nearest: [(distance: Int, node: Int)] = []
        for node in 0..<count {
            nearest.removeAll(keepingCapacity: true)
            let row = node * count
            for other in 0..<count where other != node {
                let distance = problem.table[row + other]
                if nearest.count == width, distance >= nearest[width - 1].distance { continue }
                var place = nearest.count
                while place > 0, nearest[place - 1].distance > distance { place -= 1 }
                if nearest.count == width { nearest.removeLast() }
                nearest.insert((distance, other), at: place)
            }
            nodes.append(contentsOf: nearest.map { Int32(truncatingIfNeeded: $0.node) })
        }
        self.width = width
        self.nodes = nodes
    }
}
