/// A piece with its place, in the words of the search.
struct DraftPiece: Hashable {
    var kind: Int
    var place: Cuboid
    var isNested = false
}

/// One box of an answer under search.
struct DraftParcel: Hashable {
    var box: Int
    var pieces: [DraftPiece]
    /// What is in the box already, none of it among ``pieces``: first what was placed, in the order in which
    /// it was put in, then what lies loose, at the places that it is given.
    var placed: [DraftPiece] = []
    var loose: [DraftPiece] = []

    init(_ begun: BegunFill, loose: [DraftPiece], added: [DraftPiece]) {
        box = begun.box
        placed = begun.placed
        self.loose = loose
        pieces = added
    }

    init(box: Int, pieces: [DraftPiece]) {
        self.box = box
        self.pieces = pieces
    }

    init(_ fill: BoxFill) {
        box = fill.box
        pieces = (0..<fill.placedCount).map {
            let piece = fill.placed[$0]
            return DraftPiece(kind: Int(piece.kind), place: piece.place, isNested: piece.isNested)
        }
    }
}

/// An answer under search: parcels, and the pieces that are left for each kind.
struct Draft: Hashable {
    var parcels: [DraftParcel] = []
    /// Empty where nothing is left.
    var leftOver: [Int: UnpackedItem.Reason] = [:]
    var leftOverCounts: [Int: Int] = [:]
    var lowerBound = 0
    var isOptimal = false
    /// Whether the clock ended the search.
    var isCut = false

    mutating func leaveBehind(_ kind: Int, _ count: Int, _ reason: UnpackedItem.Reason) {
        guard count > 0 else { return }
        leftOver[kind] = reason
        leftOverCounts[kind, default: 0] += count
    }
}
