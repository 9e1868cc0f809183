/// A begun box in the words of the search.
struct BegunFill {
    let box: Int
    /// In the order in which they were put in.
    let placed: [DraftPiece]
    /// For each kind, how many pieces are in the box at places unknown.
    let loose: [Int]
    let isFull: Bool

    /// The kinds of what is in it.
    var kinds: Set<Int> { Set(placed.map(\.kind) + loose.indices.filter { loose[$0] > 0 }) }

    /// The bundles of what is in it.
    func bundles(_ kinds: [PieceKind]) -> Set<Int> { Set(self.kinds.map { kinds[$0].bundle }).subtracting([-1]) }
}

extension BoxFill {
    /// Makes this box the begun one: its pieces stand where they stand, and nothing goes under them.
    mutating func resume(_ begun: BegunFill, leastEdge: Lengths) {
        open(begun.box)
        self.leastEdge = leastEdge
        for piece in begun.placed.sorted(by: { $0.place.z0 < $1.place.z0 }) {
            place(piece.kind, at: piece.place, isNested: piece.isNested)
        }
        for piece in begun.placed where piece.place.z0 > 0 { cut(piece.place.between(0, and: piece.place.z0)) }
    }
}
