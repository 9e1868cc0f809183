/// A length that no walk of a problem falls below.
enum WalkBound {
    /// The better of a one-tree and, where walks are longer one way than the other, an assignment.
    ///
    /// - Parameter lengthMM: that of a walk known.
    static func lowerMM(of problem: WalkProblem, lengthMM: Int, effort: Int) -> Int {
        let tree = OneTree.bound(of: problem, lengthMM: lengthMM, effort: effort)
        return max(0, problem.isSymmetric ? tree : max(tree, Assignment.bound(of: problem)))
    }
}
