/// A begun box in the words of the search.
struct BegunFill {
    let box: Int
    /// In the order in which they were put in.
    let placed: [DraftPiece]
    /// For each kind, how many pieces are in the box at places unknown.
    let loose: [Int]
    let isFull: Bool
    /// Places for all of these where they have been found before.
    var loosePlaces: [DraftPiece] = []

    /// The kinds of what is in it.
    var kinds: Set<Int> { Set(placed.map(\.kind) + loose.indices.filter { loose[$0] > 0 }) }

    /// The bundles of what is in it.
    func bundles(_ kinds: [PieceKind]) -> Set<Int> {
        Set(self.kinds.map { kinds[$0].bundle }).subtracting([-1])
    }
}

extension BoxFill {
    /// Makes this box the begun one: its pieces stand where they stand, and nothing goes under them.
    mutating func resume(_ begun: BegunFill, leastEdge: Lengths) {
        open(begun.box)
        self.leastEdge = leastEdge
        for piece in begun.placed.sorted(by: { $0.place.z0 < $1.place.z0 }) {
            place(piece.kind, at: piece.place, isNested: piece.isNested)
        }
        closeBelow()
    }

    /// Makes sure that nothing goes under the pieces that are in the box.
    mutating func closeBelow() {
        for index in 0..<placedCount where placed[index].place.z0 > 0 {
            let place = placed[index].place
            cut(place.between(0, and: place.z0))
        }
    }
}
