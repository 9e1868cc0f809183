extension PackingSearch {
    /// What an exact search says of one box.
    enum ExactAnswer {
        /// All pieces in it by all rules.
        case packed(DraftParcel)
        /// No box of this type holds them, even without support.
        case excluded
        case open
    }

    /// The most nodes for one box, about a millisecond, and the effort that allows one of them. They do not spend
    /// it: what else is searched stays the same.
    private static let exactNodesMax = 150
    private static let effortPerNode = 1_000

    /// Tries every arrangement where there are few pieces.
    func packExactly(_ counts: [Int], into box: Int) -> ExactAnswer {
        let nodes = min(Self.exactNodesMax, effort / Self.effortPerNode)
        guard nodes > 0, !isCut, !tables.hasNests, counts.reduce(0, +) <= ExactFit.piecesMax else {
            return .open
        }
        let kinds = pieces(counts, by: .volume).map(Int.init)
        let facts = tables.boxes[box]
        var fit = ExactFit(
            turns: kinds.map { kind in
                (Int(tables.kinds[kind].turnStart)..<Int(tables.kinds[kind].turnEnd)).map { tables.turns[$0] }
            }, inside: Lengths(facts.l, facts.w, facts.h), nodes: nodes)
        switch fit.answer() {
        case .doesNotFit: return .excluded
        case .unknown: return .open
        case .fits(let places):
            let pieces = zip(kinds, places).map { DraftPiece(kind: $0, place: $1) }
            return settled(pieces, in: box).map { .packed($0) } ?? .open
        }
    }
}
