/// A first walk: always on to the nearest stop not yet called at.
enum NearestNeighbour {
    /// - Complexity: O(n²) for n stops
    static func order(of problem: WalkProblem) -> [Int] {
        var isOpen = [Bool](repeating: true, count: problem.stopCount)
        var order: [Int] = []
        order.reserveCapacity(problem.stopCount)
        var here = problem.start
        for _ in 0..<problem.stopCount {
            let row = here * problem.nodeCount
            var nearest = -1
            var least = Int.max
            // A toll is paid for every class skipped, so the lowest class left is always the nearest.
            for stop in 0..<problem.stopCount where isOpen[stop] && problem.table[row + stop] < least {
                (nearest, least) = (stop, problem.table[row + stop])
            }
            isOpen[nearest] = false
            order.append(nearest)
            here = nearest
        }
        return order
    }
}
