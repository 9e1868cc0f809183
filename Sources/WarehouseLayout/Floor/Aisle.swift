/// A walkway between shelves, in the coordinates of its frame.
struct Aisle: Sendable {
    let id: AisleID
    let area: AreaID?
    let frame: Frame
    let xMM: Int
    /// From its beginning to its end.
    let spanMM: ClosedRange<Int>
    let direction: WalkDirection
    let mark: TextMark
    /// The cross aisles into which it opens, as indices, by growing y.
    var crossings: [Int] = []
}

/// A piece of shelving on one side of an aisle.
struct Shelf: Sendable {
    let aisle: Int
    let number: Int
    let side: Side
    let centreYMM: Int
    let lengthMM: Int
    /// The levels of the shelf, lowest first: how many columns each has.
    let columnsByLevel: [Int]
    let isClosed: Bool
    /// Its bins in the layout's list.
    var bins: Range<Int>
    let mark: TextMark

    enum Side: Sendable { case left, right }

    /// Its ends along the aisle, doubled so that half millimetres stay whole.
    var doubledSpan: Range<Int> { 2 * centreYMM - lengthMM..<2 * centreYMM + lengthMM }
}
