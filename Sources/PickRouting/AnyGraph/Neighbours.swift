/// For every node the nodes nearest to it, nearest first, in one flat table.
struct Neighbours {
    /// More than ten lengthen the search without shortening the walks it finds.
    static let width = 10

    let width: Int
    /// `[node * width + place]`
    let nodes: [Int32]
    let distances: [Int]

    /// - Complexity: O(n² width) at worst, O(n²) as a rule
    init(of problem: WalkProblem) {
        let count = problem.nodeCount
        let width = min(Self.width, count - 1)
        var nodes = [Int32](repeating: 0, count: count * width)
        var distances = [Int](repeating: .max, count: count * width)
        for node in 0..<count {
            let (row, first) = (node * count, node * width)
            let last = first + width - 1
            for other in 0..<count where problem.table[row + other] < distances[last] && other != node {
                let distance = problem.table[row + other]
                var place = last
                while place > first, distances[place - 1] > distance {
                    distances[place] = distances[place - 1]
                    nodes[place] = nodes[place - 1]
                    place -= 1
                }
                distances[place] = distance
                nodes[place] = Int32(truncatingIfNeeded: other)
            }
        }
        (self.width, self.nodes, self.distances) = (width, nodes, distances)
    }
}
