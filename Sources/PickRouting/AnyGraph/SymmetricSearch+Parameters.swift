extension SymmetricSearch {
    /// What steers the search where a walk is as long forwards as backwards.
    ///
    /// The defaults were measured on floors of 2 to 6 cross aisles and on random tables of 20 to 200 stops.
    struct Parameters {
        /// How many of the nearest nodes are tried at the end of a new edge. More than ten lengthen the search
        /// without shortening the walks that it finds.
        var neighboursMax = 10
        /// How many continuations of a chain of exchanges are tried, by depth: as many exchanges make a chain at
        /// most.
        var breadthByDepth: InlineArray<3, Int> = [5, 2, 1]
        /// The longest segment, in nodes, that is moved to another place.
        var segmentMax = 3
        /// The longest stretch, in nodes, that a perturbation swaps: short, so that its repair stays local.
        var stretchMax = 30
        /// One perturbation in so many swaps twice: one swap is often undone at once, two lead further.
        var doubleSwapOneIn = 8
        /// Walks of fewer nodes are not perturbed: the first improvement leaves nothing to find.
        var perturbedNodesMin = 8
    }
}
