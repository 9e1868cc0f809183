/// Improves a walk until the effort is used up.
enum LocalSearch {
    struct Found {
        /// The stops in walking order.
        let order: [Int]
        /// No walk is shorter; 0 where walks are as long one way as the other, for which the search has no bound.
        let lowerBoundMM: Int
    }

    /// - Parameter effort: how often the walk is perturbed and repaired.
    static func walk(of problem: WalkProblem, effort: Int, seed: UInt64) -> Found {
        if problem.isSymmetric || problem.stopCount <= 2 {
            return Found(order: symmetric(problem, effort: effort, seed: seed), lowerBoundMM: 0)
        }
        var search = DirectedSearch(problem)
        search.run(perturbations: effort, seed: seed)
        return Found(order: search.order(), lowerBoundMM: search.lowerBoundMM)
    }

    private static func symmetric(_ problem: WalkProblem, effort: Int, seed: UInt64) -> [Int] {
        let first = NearestNeighbour.order(of: problem)
        guard problem.stopCount > 2 else { return first }
        var search = SymmetricSearch(problem, from: first)
        search.run(perturbations: effort, seed: seed)
        return search.order()
    }
}
