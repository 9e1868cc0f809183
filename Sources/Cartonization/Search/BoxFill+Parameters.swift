extension BoxFill {
    /// What bounds the filling of one box. Only boxes of many hundreds of small pieces come to these limits, or those
    /// filled in haste when the effort is spent.
    struct Parameters {
        /// The most empty spaces kept; of more, the smallest are forgotten.
        var spacesMax = 1_024
        var spacesMaxInHaste = 256
        /// How many placed pieces are read for one piece before the best place so far is good enough.
        var readsUntilContent = 20_000
        /// How many are read before the piece counts as having no place.
        var readsUntilGivenUp = 200_000
        var readsUntilGivenUpInHaste = 4_000
        /// So many reads for one piece are part of the work of trying a place; more are counted.
        var readsCovered = 10_000
        /// What the three layers of one turn cost, in places tried, measured.
        var workPerTurn = 12
    }
}
