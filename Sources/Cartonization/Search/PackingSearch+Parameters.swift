extension PackingSearch {
    /// What steers the search for parcels: one group for each of its steps.
    ///
    /// Work is counted in places tried, never timed, so that the same question has the same answer everywhere. What
    /// other steps cost in that unit was measured beside a place tried, on one core; the numbers were chosen by
    /// `wms-bench packing` on its real, planted and published orders.
    struct Parameters {
        /// How far beyond the effort a fill may go that has been begun: far enough for any usual box.
        var overrun = 100_000
        /// So much more for each piece where every box of a large order is filled but once: a hasty fill leaves half
        /// of the room empty.
        var overrunPerPiece = 20_000
        /// Pieces together in one box, and every bundle, may spend one part in so many of the effort left.
        var togetherParts = 2
        var bundleParts = 4
        var begun = BegunBoxes()
        var single = SingleBox()
        var thorough = ThoroughSearch()
        var few = FewPieces()
        var exact = ExactSearch()
        var pairs = PairProof()
        var many = ManyBoxSearch()
        var elimination = Elimination()
        var ruin = RuinAndRecreate()

        static let standard = Parameters()
    }
}

extension PackingSearch.Parameters {
    /// Going on with boxes that somebody has begun.
    struct BegunBoxes {
        /// How many ways to fill a begun box are followed to the end.
        var fillsFollowed = 4
        /// Finding places for loose pieces may spend one part in so many of the effort left.
        var looseParts = 4
    }

    /// All pieces in one box.
    struct SingleBox {
        /// Work beyond the effort, so that boxes are still tried from the cheapest when there is none.
        var overtime = 500_000
        /// The most kinds that are measured by scales: each costs some thousand products for each box type.
        var kindsMeasuredMax = 256
    }

    /// One type of box, searched until a part of the effort is spent.
    struct ThoroughSearch {
        /// Where blocks and then layers end, in percent of the effort; changed orders have the rest.
        struct Shares {
            var blocksPercent, layersPercent: Int
        }

        var shares = Shares(blocksPercent: 35, layersPercent: 75)
        /// Where the turn of a piece matters: changed orders alone change turns as well.
        var sharesWhereTurnsMatter = Shares(blocksPercent: 20, layersPercent: 40)
        /// How many blocks are kept for each number of pieces, one attempt after the other.
        var blockWidths = [16, 64, 256, 1_024]
        /// What one filling by layers costs beside the places that it tries.
        var workPerLayering = 50
        /// What one changed order costs for each of its pieces.
        var workPerPiece = 10
        /// One changed order in so many is placed by another score.
        var scoreChangeOneIn = 4
        /// One changed order in so many swaps two pieces.
        var swapOneIn = 2
        /// One changed order in so many changes the turn of a piece.
        var turnOneIn = 4
    }

    /// A few pieces in every order, turn and flush place.
    struct FewPieces {
        /// Of more pieces the orders are too many.
        var piecesMax = 6
        var nodesMax = 2_000
        var workPerNode = 2_000
    }

    /// Every arrangement of up to ``ExactFit/piecesMax`` pieces in one box.
    struct ExactSearch {
        /// The most nodes for one box: about a millisecond. They do not spend effort, so that what else is searched
        /// stays the same.
        var nodesMax = 150
        /// The effort that allows one node.
        var effortPerNode = 1_000
    }

    /// Proofs that two boxes cannot be exchanged for two cheaper ones: each limit is about half a millisecond.
    struct PairProof {
        /// The most ways to part the pieces that are tried; no proof is tried with less effort than so much.
        var partingsMax = 2_000
        /// The most parts that are measured by scales.
        var measuredMax = 12
        /// The most nodes of all exact searches.
        var nodesMax = 80
    }

    /// Several boxes: filled one after the other, and a few pieces parted in every way.
    struct ManyBoxSearch {
        /// By what the first to be placed have most of, in the fillings that are compared.
        var orders: [PieceOrder] = [.volume, .base, .longestEdge]
        /// Up to so many pieces of one kind the boxes are still changed: of more, each is better filled by its
        /// pattern.
        var uniformPiecesChangedMax = 500
        /// Emptying boxes may spend one part in so many of the effort left, where there are several types.
        var eliminationParts = 2
        /// Parting a few pieces in every way may spend one part in so many of the effort left.
        var partingParts = 4
        /// The most different parts: beyond this too little effort is left for each.
        var partsMax = 256
        /// Up to so many parts, the pieces of a part are so few that an exact search of it is short.
        var partsSearchedExactlyMax = 16
    }

    /// One box fewer: boxes emptied into a pool.
    struct Elimination {
        /// How many boxes are filled anew in one trial.
        var boxesRefilled = 2...3
        /// The pool may grow by less than so many 256ths of its volume in one trial.
        var growth256thsMax = 48
        /// What a trial costs beside the places that it tries, and for each piece.
        var workPerTrial = 100
        var workPerPiece = 10
    }

    /// A few boxes emptied and their pieces packed anew.
    struct RuinAndRecreate {
        /// How many boxes are emptied in one round.
        var boxesRuined = 3...6
        /// What a round costs beside the places that it tries.
        var workPerRound = 400
        /// Of more boxes than these, each costs a place a round.
        var boxesInRound = 64
        /// What a round costs for each piece packed anew.
        var workPerPiece = 40
        /// Of two answers of equal value the new one is kept where its inequality is at least so many thousandths of
        /// the old one's.
        var inequalityThousandthsMin = 998
        /// The first so many ``PieceOrder``s are followed, each with some disorder.
        var orders = 4
        /// In 64ths of a rank: by less than how much a piece may seem larger, one of these at random.
        var noises64ths = [1, 33, 65, 97]
    }
}
