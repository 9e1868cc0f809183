/// A walkway across the aisles, in the coordinates of its frame.
struct CrossAisle: Sendable {
    let id: String
    let area: AreaID?
    let frame: Frame
    let yMM: Int
    /// From where to where it runs, once the aisles that meet it are known.
    var extentMM: ClosedRange<Int>
    let hasOwnExtent: Bool
    let direction: WalkDirection
    let mark: TextMark

    /// Whether an aisle at `xMM` that passes this y opens into it.
    func meets(xMM: Int) -> Bool { !hasOwnExtent || extentMM.contains(xMM) }
}

/// The ways in which one may walk along a line.
enum WalkDirection: Sendable {
    case both
    /// Towards growing x or y, or from a walkway's `from` to its `to`.
    case forward
    case backward
}
