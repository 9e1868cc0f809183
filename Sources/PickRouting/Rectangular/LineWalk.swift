/// The shortest walk where start, end and all stops lie strictly inside one stretch of an aisle: to one end of
/// what is called at, then to the other, then to the end of the walk. It may never come to a corner.
struct LineWalk {
    let lengthMM: Int
    private let ends: WalkEnds
    private let lowBit: Int
    private let highBit: Int
    private let isDownFirst: Bool

    /// Nil where the calls lie elsewhere too, or on both sides of a bar.
    ///
    /// - Parameter words: a bit for every point to call at, the start's and the end's among them.
    @inline(__always)
    init?(_ words: UnsafePointer<UInt64>, _ ends: WalkEnds, on grid: PointGrid) {
        guard ends.startLine == ends.endLine, !grid.isCornerLine(ends.startLine) else { return nil }
        self.init(words, inLineOf: ends, on: grid)
    }

    private init?(_ words: UnsafePointer<UInt64>, inLineOf ends: WalkEnds, on grid: PointGrid) {
        let line = ends.startLine
        let ours = Int(grid.firstWord[line])..<Int(grid.firstWord[line + 1])
        var (lowBit, highBit) = (ends.start, ends.start)
        for word in 0..<grid.wordCount where words[word] != 0 {
            guard ours.contains(word) else { return nil }
            lowBit = min(lowBit, word * 64 + words[word].trailingZeroBitCount)
            highBit = max(highBit, word * 64 + 63 - words[word].leadingZeroBitCount)
        }
        let (low, high) = (Int(grid.pointY[lowBit]), Int(grid.pointY[highBit]))
        let passage = grid.passage[line]
        let barrier = Int(passage.barrierY)
        if low < high, !passage.isOpen || low <= barrier && barrier < high { return nil }
        let (start, end) = (Int(grid.pointY[ends.start]), Int(grid.pointY[ends.end]))
        let downFirst = start - low + (high - low) + high - end
        let upFirst = high - start + (high - low) + end - low
        isDownFirst = downFirst <= upFirst
        lengthMM = min(downFirst, upFirst)
        (self.ends, self.lowBit, self.highBit) = (ends, lowBit, highBit)
    }

    /// Writes the calls in the order of the walk.
    func follow(_ calls: TourCalls, _ order: inout UnsafeMutablePointer<Int>) {
        let start = calls.rank(ofBit: ends.start)
        let below = Array(stride(from: start, through: calls.rank(ofBit: lowBit), by: -1))
        let above = Array(stride(from: start, through: calls.rank(ofBit: highBit), by: 1))
        for rank in isDownFirst ? below + above.dropFirst() : above + below.dropFirst() {
            calls.visit(rank, &order)
        }
    }
}
