/// The shortest walk on a rectangular floor, aisle by aisle.
///
/// Ratliff and Rosenthal 1983 for two cross aisles; Roodbergen and de Koster 2001, "Routing order pickers in
/// a warehouse with a middle aisle", for three; Pansart, Catusse and Cambazard 2018 for more. A walk that
/// ends elsewhere than it starts has an odd degree at both points. Walking a stretch twice is always among
/// the choices: one non-empty aisle, or four and more cross aisles, may need it.
///
/// The cost of a state is one number. In 64 bits it holds a length, and below it the history of the partial walk:
/// the least number is the shortest way and says how it goes. With six cross aisles:
///
///     bits 63…35  the length in millimetres (28 bits; bit 63 marks a state that cannot be reached)
///     bits 34…15  the shape of each stretch of the column, four bits each
///     bits 14…0   the state in which the column was entered
///
/// In 32 bits it is the length alone, which is all that a search needs that compares walks.
///
/// The memory is overwritten by every call: one program is used by one caller at a time.
final class AisleProgram<Cost: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
    /// The cost of a state that cannot be reached: it and all above it. No sum of a cost below it and one step
    /// overflows, so that a walk too long to be counted cannot be reached either.
    static var impossible: Cost { 1 << (Cost(Cost.bitWidth) - 1) }
    private static var keepsHistory: Bool { Cost.bitWidth > 32 }

    let grid: PointGrid
    let table: FrontierTable
    /// How many bits the history has: the state in which the column was entered, and the shape of each stretch.
    let historyBits: Cost
    static var enteredBits: Cost { 15 }
    static var shapeBits: Cost { 4 }

    /// How many columns the last walk could need, and which.
    private(set) var concernedCount = 0
    let concerned: FlatArray<Int32>
    /// `[column concerned * slots + state]`: the cost of each state as the column was left.
    let left: FlatArray<Cost>
    /// By line: how many of its points lie before the gap that is left out where both ends are entered.
    let gapRank: FlatArray<Int32>
    private let costs: FlatArray<Cost>

    /// One more than there are states: impossible steps lead there.
    var slots: Int { table.stateCount + 1 }
    var stretches: Int { grid.crossAisles - 1 }

    /// - Parameter isOpen: whether walks start and end at different points.
    init(grid: PointGrid, isOpen: Bool) {
        self.grid = grid
        table = .table(crossAisles: grid.crossAisles, isOpen: isOpen)
        precondition(table.stateCount <= 1 << Self.enteredBits, "a state fits its bits")
        precondition(SubAisleShape.all.count <= 1 << Self.shapeBits, "a shape fits its bits")
        historyBits = Self.keepsHistory ? Self.enteredBits + Self.shapeBits * Cost(grid.crossAisles - 1) : 0
        concerned = FlatArray(repeating: 0, count: grid.columnCount)
        costs = FlatArray(repeating: 0, count: 2 * (table.stateCount + 1))
        let kept = Self.keepsHistory ? grid.columnCount : 0
        left = FlatArray(repeating: 0, count: kept * (table.stateCount + 1))
        gapRank = FlatArray(repeating: 0, count: Self.keepsHistory ? grid.passage.count : 0)
    }

    /// The cost of the shortest walk; `impossible` or more where the closures leave none.
    ///
    /// - Parameter words: a bit for every point to call at, the start's and the end's among them.
    /// - Complexity: O(columns · crossAisles · states)
    func solve(_ words: UnsafePointer<UInt64>, ends: WalkEnds) -> Cost {
        var cost = costs.base
        var next = costs.base + slots
        cost.update(repeating: Self.impossible, count: slots)
        next[table.stateCount] = Self.impossible
        cost[0] = 0
        concernedCount = 0
        let needsAllAisles = needsAllAisles(words)
        var x: Int32 = 0
        for column in 0..<grid.columnCount {
            guard needsAllAisles && !grid.isBetween[column] || isConcerned(column, words) else { continue }
            if concernedCount > 0 { crossOver(to: grid.columnX[column] - x, cost) }
            x = grid.columnX[column]
            concerned[concernedCount] = Int32(truncatingIfNeeded: column)
            concernedCount += 1
            callAtCorners(of: column, words, ends, &cost, &next)
            guard !grid.isBetween[column] else { continue }
            for stretch in 0..<stretches {
                walk(stretch, of: column, words, ends, cost, next)
                swap(&cost, &next)
            }
        }
        var least = Self.impossible
        for index in 0..<table.whole.count { least = min(least, cost[Int(table.whole[index])]) }
        return least
    }

    /// A way between two points that both stand between aisles may need any aisle, and so may a detour.
    private func needsAllAisles(_ words: UnsafePointer<UInt64>) -> Bool {
        if !grid.isWhollyOpen { return true }
        var between = 0
        for column in 0..<grid.columnCount where grid.isBetween[column] {
            between += words[cornerWord(column)].nonzeroBitCount
        }
        return between > 1
    }

    @inline(__always)
    private func cornerWord(_ column: Int) -> Int {
        Int(grid.firstWord[column * grid.crossAisles + stretches])
    }

    @inline(__always)
    private func isConcerned(_ column: Int, _ words: UnsafePointer<UInt64>) -> Bool {
        var word = Int(grid.firstWord[column * grid.crossAisles])
        let last = cornerWord(column)
        var any = words[last]
        while word < last {
            any |= words[word]
            word += 1
        }
        return any != 0
    }

    /// Corners where the walk starts or ends change their parity, those that are stops are touched.
    @inline(__always)
    private func callAtCorners(
        of column: Int, _ words: UnsafePointer<UInt64>, _ ends: WalkEnds,
        _ cost: inout UnsafeMutablePointer<Cost>, _ next: inout UnsafeMutablePointer<Cost>
    ) {
        let word = cornerWord(column)
        var called = words[word]
        while called != 0 {
            let corner = called.trailingZeroBitCount
            called &= called - 1
            let bit = word * 64 + corner
            let turns = ends.isOpen && (bit == ends.start || bit == ends.end)
            let steps = (turns ? table.turning.base : table.touching.base) + corner * table.stateCount
            next.update(repeating: Self.impossible, count: table.stateCount)
            for state in 0..<table.stateCount {
                let target = Int(steps[state])
                next[target] = min(next[target], cost[state])
            }
            swap(&cost, &next)
        }
    }

    @inline(__always)
    private func walk(
        _ stretch: Int, of column: Int, _ words: UnsafePointer<UInt64>, _ ends: WalkEnds,
        _ cost: UnsafeMutablePointer<Cost>, _ next: UnsafeMutablePointer<Cost>
    ) {
        let line = column * grid.crossAisles + stretch
        next.update(repeating: Self.impossible, count: table.stateCount)
        if ends.isOpen, line == ends.startLine || line == ends.endLine {
            let options = EndedStretch(line: line, of: grid, words: words, ends: ends)
            for shape in SubAisleShape.all.indices where options[shape].lengthMM >= 0 {
                offer(shape, stretch, options[shape].lengthMM, cost, next)
            }
            return
        }
        let passage = grid.passage[line]
        let scan = StretchScan(line: line, of: grid, words: words, barrierY: passage.barrierY)
        if Self.keepsHistory { gapRank[line] = scan.gapRank }
        let (low, high) = (grid.crossAisleY[stretch], grid.crossAisleY[stretch + 1])
        // By `SubAisleShape.closed`: not at all; through once, twice; from below, from above, up to a gap.
        if scan.isEmpty { offer(0, stretch, 0, cost, next) }
        guard passage.isOpen else { return }
        let bar = passage.barrierY
        if bar < 0 {
            offer(1, stretch, high - low, cost, next)
            offer(2, stretch, 2 * (high - low), cost, next)
        }
        if scan.isEmpty { return }
        if bar < 0 || scan.farthestY <= bar { offer(3, stretch, 2 * (scan.farthestY - low), cost, next) }
        if bar < 0 || scan.nearestY > bar { offer(4, stretch, 2 * (high - scan.nearestY), cost, next) }
        if scan.gapMM > 0 { offer(5, stretch, 2 * (high - low - scan.gapMM), cost, next) }
    }

    @inline(__always)
    private func offer(
        _ shape: Int, _ stretch: Int, _ lengthMM: Int32, _ cost: UnsafeMutablePointer<Cost>,
        _ next: UnsafeMutablePointer<Cost>
    ) {
        let steps = table.walking.base + (shape * stretches + stretch) * table.stateCount
        assert(lengthMM >= 0, "a shape that cannot be walked is not offered")
        var added = Cost(truncatingIfNeeded: lengthMM)
        if Self.keepsHistory {
            added <<= historyBits
            added |= Cost(truncatingIfNeeded: shape) << (Self.enteredBits + Self.shapeBits * Cost(stretch))
        }
        for state in 0..<table.stateCount where cost[state] < Self.impossible {
            let target = Int(steps[state])
            assert(!cost[state].addingReportingOverflow(added).overflow)
            next[target] = min(next[target], cost[state] &+ added)
        }
    }

    /// Ends the edges that need not go on to the next column, stores the history of each state, and adds the length
    /// of the edges that do go on.
    @inline(__always)
    private func crossOver(to pitch: Int32, _ cost: UnsafeMutablePointer<Cost>) {
        assert(pitch >= 0 && concernedCount > 0, "columns go from left to right")
        assert(!Self.keepsHistory || concernedCount * slots <= left.count, "no memory for the column")
        var pair = 0
        while pair < table.dropping.count {
            let before = Int(table.dropping[pair])
            let after = Int(table.dropping[pair + 1])
            cost[after] = min(cost[after], cost[before])
            pair += 2
        }
        let column = Int(concerned[concernedCount - 1])
        let closed = grid.closedOn[column]
        let stored = left.base + (concernedCount - 1) * slots
        for state in 0..<table.stateCount {
            guard cost[state] < Self.impossible, table.touched[state] & closed == 0 else {
                cost[state] = Self.impossible
                continue
            }
            let onward = Cost(truncatingIfNeeded: pitch) &* Cost(table.edgesOn[state])
            if Self.keepsHistory {
                stored[state] = cost[state]
                let length = cost[state] >> historyBits &+ onward
                assert(length >> (Cost(Cost.bitWidth) - historyBits) == 0, "a length runs out of its bits")
                cost[state] = length << historyBits | Cost(truncatingIfNeeded: state)
            } else {
                assert(!cost[state].addingReportingOverflow(onward).overflow)
                cost[state] &+= onward
            }
        }
    }
}
