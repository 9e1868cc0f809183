/// The ways to walk a stretch of an aisle in which the walk starts, ends, or both.
///
/// The start and the end each change the parity: a gap before it walked twice or not at all means that the gap after
/// it is walked once, and the reverse.
struct EndedStretch {
    struct Option {
        /// -1 where the shape cannot be walked.
        var lengthMM: Int32 = -1
        /// How many of the stretch's points lie before the gap that is left out, -1 where none is.
        var gapRank: Int32 = -1
    }

    private var options = InlineArray<13, Option>(repeating: Option())
    /// The corner in front, the points called at, the corner behind.
    private let ys: [Int32]
    /// Where in `ys` the walk starts or ends.
    private let turns: [Int]
    /// The gap that a bar stands in, counted from the corner in front; -1 for none.
    private let blockedGap: Int

    /// By index in `SubAisleShape.all`.
    subscript(shape: Int) -> Option { options[shape] }

    /// - Precondition: `ends` has start or end in the stretch, and `words` the bits of both.
    /// - Complexity: O(points called at)
    init(line: Int, of grid: PointGrid, words: UnsafePointer<UInt64>, ends: WalkEnds) {
        let stretch = line % grid.crossAisles
        var ys = [grid.crossAisleY[stretch]]
        var turns: [Int] = []
        for word in Int(grid.firstWord[line])..<Int(grid.firstWord[line + 1]) {
            var left = words[word]
            while left != 0 {
                let bit = word * 64 + left.trailingZeroBitCount
                left &= left - 1
                if bit == ends.start || bit == ends.end { turns.append(ys.count) }
                ys.append(grid.pointY[bit])
            }
        }
        ys.append(grid.crossAisleY[stretch + 1])
        let barrier = grid.passage[line].barrierY
        blockedGap = barrier < 0 ? -1 : (ys.lastIndex { $0 <= barrier } ?? 0)
        (self.ys, self.turns) = (ys, turns)
        guard grid.passage[line].isOpen else { return }
        addShapes(beginsOdd: false)
        addShapes(beginsOdd: true)
    }

    /// Adds what can be walked when the first gap is walked once, or when it is walked twice or not at all.
    private mutating func addShapes(beginsOdd: Bool) {
        let gaps = ys.count - 1
        var isOdd = beginsOdd
        var total: Int32 = 0
        var inner: (mm: Int32, gap: Int) = (-1, -1)
        var isEven = [Bool](repeating: false, count: gaps)
        for gap in 0..<gaps {
            let length = ys[gap + 1] - ys[gap]
            total += isOdd ? length : 2 * length
            // A gap with a bar in it must be the one left out.
            if gap == blockedGap, isOdd { return }
            isEven[gap] = !isOdd && (blockedGap < 0 || blockedGap == gap)
            if isEven[gap], gap > 0, gap + 1 < gaps, length > inner.mm { inner = (length, gap) }
            if turns.contains(gap + 1) { isOdd.toggle() }
        }
        let (low, high) = (beginsOdd ? 1 : 2, isOdd ? 1 : 2)
        if blockedGap < 0 { add(low, high, true, total, gap: -1) }
        if isEven[0] { add(0, high, false, total - 2 * (ys[1] - ys[0]), gap: 0) }
        if isEven[gaps - 1] { add(low, 0, false, total - 2 * (ys[gaps] - ys[gaps - 1]), gap: gaps - 1) }
        if inner.gap >= 0 { add(low, high, false, total - 2 * inner.mm, gap: inner.gap) }
    }

    private mutating func add(_ low: Int, _ high: Int, _ isJoined: Bool, _ length: Int32, gap: Int) {
        let shape = Int(SubAisleShape.index[(low * 3 + high) * 2 + (isJoined ? 1 : 0)])
        options[shape] = Option(lengthMM: length, gapRank: Int32(truncatingIfNeeded: gap))
    }
}
