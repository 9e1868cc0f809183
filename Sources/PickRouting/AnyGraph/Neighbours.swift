/// For every node the nodes nearest to it, nearest first, in one flat table.
struct Neighbours {
    let width: Int
    /// `[node * width + place]`
    let nodes: [Int32]
    let distances: [Int]

    /// - Parameter table: what it costs from each of `count` nodes to each, row by row.
    /// - Complexity: O(n² width) at worst, O(n²) as a rule
    init(of table: borrowing FlatArray<Int>, count: Int, atMost most: Int) {
        let width = min(most, count - 1)
        var nodes = [Int32](repeating: 0, count: count * width)
        var distances = [Int](repeating: .max, count: count * width)
        for node in 0..<count {
            let (row, first) = (node * count, node * width)
            let last = first + width - 1
            for other in 0..<count where table[row + other] < distances[last] && other != node {
                let distance = table[row + other]
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
