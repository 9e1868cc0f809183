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
        /// In haste, for so many pieces in a row without a place one more of those that follow is passed over.
        var piecesPerSkip = 4
        /// Of so many pieces one asks whether the deadline has passed; a power of two.
        var piecesPerDeadlineCheck = 16
        /// What forgetting one space costs, in places tried: the others are read.
        var workPerSpaceForgotten = 256
    }

    /// What steps cost in places tried, measured. Constants, because the innermost loops add them up.
    enum Work {
        /// One piece of a fill, whether it finds a place or not.
        static let perPiece = 4
        /// So many placed pieces cost one place tried where support or loads are checked.
        static let placedPerPlace = 4
        /// A piece that cuts spaces, beside one for each space read.
        static let perCut = 30
        /// Each space that is cut is compared twice with all those that the piece touches; cutting it costs as much
        /// as so many more of them.
        static let spacesTouchedPerCut = 12
        /// The three layers of one turn.
        static let perTurn = 12
        /// So many spaces cost one place tried where the nearest one is sought.
        static let spacesPerPlace = 2
    }
}
