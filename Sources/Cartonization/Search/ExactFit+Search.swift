extension PackingSearch {
    /// What an exact search says of one box.
    enum ExactAnswer {
        /// All pieces in it by all rules.
        case packed(DraftParcel)
        /// No box of this type holds them, even without support.
        case excluded
        case open
    }

    /// Tries every arrangement where there are few pieces.
    func packExactly(_ counts: [Int], into box: Int) -> ExactAnswer {
        let nodes = min(parameters.exact.nodesMax, effort / parameters.exact.effortPerNode)
        guard nodes > 0, !isCut, !tables.hasNests, counts.reduce(0, +) <= ExactFit.piecesMax else {
            return .open
        }
        var fit = exactFit(counts, box: box, nodes: nodes)
        switch fit.answer() {
        case .doesNotFit: return .excluded
        case .unknown: return .open
        case .fits(let places):
            let pieces = zip(ranked(counts), places).map { DraftPiece(kind: $0, place: $1) }
            return lowered(pieces, in: box).map { .packed($0) } ?? .open
        }
    }

    func exactFit(_ counts: [Int], box: Int, nodes: Int) -> ExactFit {
        let facts = tables.boxes[box]
        let turns = ranked(counts).map { kind in
            (Int(tables.kinds[kind].turnStart)..<Int(tables.kinds[kind].turnEnd)).map { tables.turns[$0] }
        }
        return ExactFit(turns: turns, inside: Lengths(facts.l, facts.w, facts.h), nodes: nodes)
    }

    /// The kind of each piece, the largest first.
    private func ranked(_ counts: [Int]) -> [Int] { pieces(counts, by: .volume).map(Int.init) }
}
