/// The ways in which one stretch of an aisle, from corner to corner, can be walked, each with its length.
struct StretchOptions {
    struct Option {
        /// Index into `SubAisleShape.all`.
        var shape: UInt8 = 0
        var lengthMM: Int32 = 0
        /// The gap between neighbouring nodes that is not walked, counted from the lower corner; -1 for none.
        var gap: Int32 = -1
        /// Whether the first gap is walked an odd number of times.
        var beginsOdd = false
    }

    // Never more than six: through once or twice, not the first, last or widest inner gap, or, with an end
    // of the walk within, as many again where the first gap is walked once.
    private(set) var count = 0
    private var options = InlineArray<6, Option>(repeating: Option())

    subscript(choice: Int) -> Option { options[choice] }

    /// A stretch that cannot be entered: it is left out, and nothing in it can be called at.
    init(closedFrom low: Int, to high: Int) {
        options[0].gap = 0
        count = high - low == 1 ? 1 : 0
    }

    /// - Parameters:
    ///   - low: the lower corner's node; the nodes up to `high` lie between.
    ///   - blockedGap: the gap that a barrier stands in, -1 for none.
    /// - Complexity: O(nodes in the stretch)
    init(from low: Int, to high: Int, of grid: borrowing WalkGrid, blockedGap: Int) {
        let isOpen = grid.isOpen
        let hasEnd =
            isOpen
            && (low < grid.startNode && grid.startNode < high || low < grid.endNode && grid.endNode < high)
        addShapes(from: low, to: high, of: grid, blockedGap: blockedGap, beginsOdd: false)
        if hasEnd {
            addShapes(from: low, to: high, of: grid, blockedGap: blockedGap, beginsOdd: true)
        } else if blockedGap < 0 {
            add(1, 1, true, grid.nodeY[high] - grid.nodeY[low], gap: -1, true)
        }
    }

    /// Adds what can be walked when the first gap is walked once, or when it is walked twice or not at all.
    private mutating func addShapes(
        from low: Int, to high: Int, of grid: borrowing WalkGrid, blockedGap: Int, beginsOdd: Bool
    ) {
        let isOpen = grid.isOpen
        let gaps = high - low
        var isOdd = beginsOdd
        var total: Int32 = 0
        var (gapLow, gapHigh, gapInner, innerAt): (Int32, Int32, Int32, Int) = (-1, -1, -1, -1)
        for gap in 0..<gaps {
            let length = grid.nodeY[low + gap + 1] - grid.nodeY[low + gap]
            total += isOdd ? length : 2 * length
            // A gap with a barrier in it must be the one left out.
            if gap == blockedGap, isOdd { return }
            if !isOdd, blockedGap < 0 || blockedGap == gap {
                if gap == 0 { gapLow = length }
                if gap == gaps - 1 { gapHigh = length }
                if gap > 0, gap < gaps - 1, length > gapInner { (gapInner, innerAt) = (length, gap) }
            }
            let node = low + gap + 1
            if isOpen, node < high, node == grid.startNode || node == grid.endNode { isOdd.toggle() }
        }
        let (first, last) = (beginsOdd ? 1 : 2, isOdd ? 1 : 2)
        if blockedGap < 0 { add(first, last, true, total, gap: -1, beginsOdd) }
        if gaps == 1 {
            if gapLow >= 0 { add(0, 0, false, 0, gap: 0, beginsOdd) }
            return
        }
        if gapLow >= 0 { add(0, last, false, total - 2 * gapLow, gap: 0, beginsOdd) }
        if gapHigh >= 0 { add(first, 0, false, total - 2 * gapHigh, gap: gaps - 1, beginsOdd) }
        if innerAt >= 0 { add(first, last, false, total - 2 * gapInner, gap: innerAt, beginsOdd) }
    }

    private mutating func add(
        _ low: Int, _ high: Int, _ isJoined: Bool, _ length: Int32, gap: Int, _ beginsOdd: Bool
    ) {
        let shape = SubAisleShape.index[(low * 3 + high) * 2 + (isJoined ? 1 : 0)]
        options[count] = Option(
            shape: shape, lengthMM: length, gap: Int32(truncatingIfNeeded: gap), beginsOdd: beginsOdd)
        count += 1
    }
}
