/// Whether a few pieces fit a box, by trying every way in which they can lie beside, behind and above one another.
///
/// Of two pieces that share no volume, one lies before the other along some axis. Such a relation is chosen for
/// pair after pair, and turns for pieces, until the earliest places by what was chosen are free of overlaps: each
/// choice narrows where pieces may begin, as longest paths do. A relation that was tried is false in what is tried
/// after it, so that no two branches hold the same packing. All patterns are covered, not only those that can be
/// sawn; support and loads are left out of account.
///
/// Onodera, Taniguchi and Tamaru, "Branch-and-bound placement for building block layout" (1991), in three
/// dimensions; that branches part what they share is after Fekete, Schepers and van der Veen, "An exact algorithm
/// for higher-dimensional orthogonal packing" (2007).
struct ExactFit {
    /// What the search has found out.
    enum Answer: Equatable {
        /// A place for each piece, in their order.
        case fits([Cuboid])
        /// There is none.
        case doesNotFit
        /// The nodes allowed did not suffice.
        case unknown
    }

    /// The most pieces: their pairs are more than a few nodes can part.
    static let piecesMax = 12

    /// Length, width and height of the box; the fourth lane is not used.
    let inside: SIMD4<Int32>
    /// The edges of each piece in each of its turns.
    let turns: [[SIMD4<Int32>]]
    /// Whether a piece is like the one before it.
    let isLikePrevious: [Bool]
    private(set) var nodesLeft: Int

    /// - Parameters:
    ///   - turns: for each piece the edges in each of its turns; those of like pieces one after the other. At most
    ///     ``piecesMax``.
    ///   - nodes: how many choices may be made.
    init(turns: [[Lengths]], inside: Lengths, nodes: Int) {
        precondition(turns.count <= Self.piecesMax, "\(turns.count) pieces")
        func edges(_ lengths: Lengths) -> SIMD4<Int32> { SIMD4(lengths.x, lengths.y, lengths.z, 0) }
        self.inside = edges(inside)
        self.turns = turns.map { $0.filter { $0.areWithin(inside) }.map(edges) }
        isLikePrevious = turns.indices.map { $0 > 0 && turns[$0] == turns[$0 - 1] }
        nodesLeft = nodes
    }

    var count: Int { turns.count }

    /// - Complexity: exponential in the number of pairs; a node costs the cube of the number of pieces.
    mutating func answer() -> Answer {
        if turns.contains(where: \.isEmpty) { return .doesNotFit }
        return answer(from: ExactFitState(self))
    }

    private mutating func answer(from known: ExactFitState) -> Answer {
        if nodesLeft == 0 { return .unknown }
        nodesLeft -= 1
        var state = known
        guard state.propagate(self) else { return .doesNotFit }
        guard let choice = state.nextChoice(self) else { return .fits(state.places(count)) }
        switch choice {
        case .turn(let piece):
            for turn in turns[piece].indices where state.turns[piece] >> turn & 1 != 0 {
                var next = state
                next.turns[piece] = 1 << turn
                let answer = answer(from: next)
                if answer != .doesNotFit { return answer }
            }
        case .relation(let pair):
            while let relation = state.mostRoom(in: pair) {
                var next = state
                next.chosen[pair.number] = relation
                let answer = answer(from: next)
                if answer != .doesNotFit { return answer }
                state.possible[pair.number] &= ~relation
            }
        }
        return .doesNotFit
    }
}
