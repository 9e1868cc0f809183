/// Improves a walk until the effort is used up.
enum LocalSearch {
    /// - Parameter effort: how often the walk is disturbed and repaired.
    static func order(of problem: WalkProblem, effort: Int, seed: UInt64) -> [Int] {
        let first = NearestNeighbour.order(of: problem)
        guard problem.stopCount > 2 else { return first }
        if problem.isSymmetric {
            var search = SymmetricSearch(problem, from: first)
            search.run(disturbances: effort, seed: seed)
            return search.order()
        } else {
            var search = DirectedSearch(problem, from: first)
            search.run(disturbances: effort, seed: seed)
            return search.order()
        }
    }
}
