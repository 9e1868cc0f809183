/// Where a walk on a grid starts and ends, as bits and as the lines that these lie on.
struct WalkEnds {
    let start: Int
    let end: Int
    let startLine: Int
    let endLine: Int

    init(start: Int, end: Int, on grid: PointGrid) {
        (self.start, self.end) = (start, end)
        startLine = grid.line(ofBit: start)
        endLine = grid.line(ofBit: end)
    }

    /// Whether start and end are different points.
    var isOpen: Bool { start != end }
}
