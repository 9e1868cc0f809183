extension DirectedSearch {
    /// What steers the search where a walk may be longer one way than the other.
    ///
    /// The defaults were measured on floors with one-way aisles and on random directed tables of 20 to 200 stops.
    struct Parameters {
        /// How many of the nearest nodes are kept for each node.
        var neighboursMax = 8
        /// How many continuations of a chain of swaps are tried, by depth: as many swaps make a chain at most.
        var breadthByDepth: InlineArray<3, Int> = [5, 3, 1]
        /// Among how many of the nearest nodes these are sought, by depth.
        var reachByDepth: InlineArray<3, Int> = [8, 5, 3]
        /// The longest stretch, in nodes, that a perturbation moves: short, so that its repair stays local.
        var stretchMax = 30
        /// By how many average steps the walk may become longer than the shortest known in the beginning; by
        /// ever less later, in the end by nothing.
        var detourSteps = 80
        /// Walks of fewer nodes are not perturbed: the first improvement leaves nothing to find.
        var perturbedNodesMin = 8
    }
}
