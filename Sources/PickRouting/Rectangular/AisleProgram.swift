/// The shortest walk on a rectangular floor, aisle by aisle.
///
/// Ratliff and Rosenthal 1983 for two cross aisles; Roodbergen and de Koster 2001, "Routing order pickers in
/// a warehouse with a middle aisle", for three; Pansart, Catusse and Cambazard 2018 for more. A walk that
/// ends elsewhere than it starts has an odd degree at both points. Walking a stretch twice is always among
/// the choices: one non-empty aisle, or four and more cross aisles, may need it.
///
/// What a state is worth is one number. In 64 bits it holds a length and below it how it came about, so that
/// the least number is the shortest way with its history; in 32 bits it holds the length alone, which is all
/// that a search needs that compares walks.
///
/// Its memory is its own: one program is used by one caller at a time.
final class AisleProgram<Worth: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
    /// Marks what cannot be; lengths stay far below it.
    static var impossible: Worth { 1 << (Worth(Worth.bitWidth) - 1) }
    private static var keepsHistory: Bool { Worth.bitWidth > 32 }

    let grid: PointGrid
    let table: FrontierTable
    /// How a column was left: the state in which it was entered, then the shape of each stretch.
    let historyBits: Worth
    static var enteredBits: Worth { 15 }
    static var shapeBits: Worth { 4 }

    /// The columns that the last walk was concerned with.
    private(set) var concernedCount = 0
    let concerned: FlatArray<Int32>
    /// `[column concerned * slots + state]`: what each state was worth as the column was left.
    let left: FlatArray<Worth>
    /// By line: how many of its points lie before the gap that is left out where both ends are entered.
    let gapRank: FlatArray<Int32>
    private let worths: FlatArray<Worth>

    /// One more than there are states: steps that cannot be made lead there.
    var slots: Int { table.stateCount + 1 }
    var stretches: Int { grid.crossAisles - 1 }

    /// - Parameter isOpen: whether walks start and end at different points.
    init(grid: PointGrid, isOpen: Bool) {
        self.grid = grid
        table = .table(crossAisles: grid.crossAisles, isOpen: isOpen)
        historyBits = Self.keepsHistory ? Self.enteredBits + Self.shapeBits * Worth(grid.crossAisles - 1) : 0
        concerned = FlatArray(repeating: 0, count: grid.columnCount)
        worths = FlatArray(repeating: 0, count: 2 * (table.stateCount + 1))
        let kept = Self.keepsHistory ? grid.columnCount : 0
        left = FlatArray(repeating: 0, count: kept * (table.stateCount + 1))
        gapRank = FlatArray(repeating: 0, count: Self.keepsHistory ? grid.passage.count : 0)
    }

    /// What the shortest walk is worth; `impossible` or more where the closures leave none.
    ///
    /// - Parameter words: a bit for every point to call at, the start's and the end's among them.
    /// - Complexity: O(columns · crossAisles · states)
    func solve(_ words: UnsafePointer<UInt64>, ends: WalkEnds) -> Worth {
        var worth = worths.base
        var next = worths.base + slots
        worth.update(repeating: Self.impossible, count: slots)
        next[table.stateCount] = Self.impossible
        worth[0] = 0
        concernedCount = 0
        let needsAllAisles = needsAllAisles(words)
        var x: Int32 = 0
        for column in 0..<grid.columnCount {
            guard needsAllAisles && !grid.isBetween[column] || isConcerned(column, words) else { continue }
            if concernedCount > 0 { crossOver(to: grid.columnX[column] - x, worth) }
            x = grid.columnX[column]
            concerned[concernedCount] = Int32(truncatingIfNeeded: column)
            concernedCount += 1
            callAtCorners(of: column, words, ends, &worth, &next)
            guard !grid.isBetween[column] else { continue }
            for stretch in 0..<stretches {
                walk(stretch, of: column, words, ends, worth, next)
                swap(&worth, &next)
            }
        }
        var least = Self.impossible
        for index in 0..<table.whole.count { least = min(least, worth[Int(table.whole[index])]) }
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

    /// Corners where the walk starts or ends get an odd degree, those that are stops are called at.
    @inline(__always)
    private func callAtCorners(
        of column: Int, _ words: UnsafePointer<UInt64>, _ ends: WalkEnds,
        _ worth: inout UnsafeMutablePointer<Worth>, _ next: inout UnsafeMutablePointer<Worth>
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
                next[target] = min(next[target], worth[state])
            }
            swap(&worth, &next)
        }
    }

    @inline(__always)
    private func walk(
        _ stretch: Int, of column: Int, _ words: UnsafePointer<UInt64>, _ ends: WalkEnds,
        _ worth: UnsafeMutablePointer<Worth>, _ next: UnsafeMutablePointer<Worth>
    ) {
        let line = column * grid.crossAisles + stretch
        next.update(repeating: Self.impossible, count: table.stateCount)
        if ends.isOpen, line == ends.startLine || line == ends.endLine {
            let options = EndedStretch(line: line, of: grid, words: words, ends: ends)
            for shape in SubAisleShape.all.indices where options[shape].lengthMM >= 0 {
                offer(shape, stretch, options[shape].lengthMM, worth, next)
            }
            return
        }
        let passage = grid.passage[line]
        let scan = StretchScan(line: line, of: grid, words: words, barrierY: passage.barrierY)
        if Self.keepsHistory { gapRank[line] = scan.gapRank }
        let (low, high) = (grid.crossAisleY[stretch], grid.crossAisleY[stretch + 1])
        // By `SubAisleShape.closed`: not at all; through once, twice; from below, from above, up to a gap.
        if scan.isEmpty { offer(0, stretch, 0, worth, next) }
        guard passage.isOpen else { return }
        let bar = passage.barrierY
        if bar < 0 {
            offer(1, stretch, high - low, worth, next)
            offer(2, stretch, 2 * (high - low), worth, next)
        }
        if scan.isEmpty { return }
        if bar < 0 || scan.farthestY <= bar { offer(3, stretch, 2 * (scan.farthestY - low), worth, next) }
        if bar < 0 || scan.nearestY > bar { offer(4, stretch, 2 * (high - scan.nearestY), worth, next) }
        if scan.gapMM > 0 { offer(5, stretch, 2 * (high - low - scan.gapMM), worth, next) }
    }

    @inline(__always)
    private func offer(
        _ shape: Int, _ stretch: Int, _ lengthMM: Int32, _ worth: UnsafeMutablePointer<Worth>,
        _ next: UnsafeMutablePointer<Worth>
    ) {
        let steps = table.walking.base + (shape * stretches + stretch) * table.stateCount
        var price = Worth(truncatingIfNeeded: lengthMM)
        if Self.keepsHistory {
            price <<= historyBits
            price |= Worth(truncatingIfNeeded: shape) << (Self.enteredBits + Self.shapeBits * Worth(stretch))
        }
        for state in 0..<table.stateCount where worth[state] < Self.impossible {
            let target = Int(steps[state])
            next[target] = min(next[target], worth[state] &+ price)
        }
    }

    /// Leaves what need not go on, notes how each state came about, and pays for what does go on.
    @inline(__always)
    private func crossOver(to pitch: Int32, _ worth: UnsafeMutablePointer<Worth>) {
        var pair = 0
        while pair < table.dropping.count {
            let before = Int(table.dropping[pair])
            let after = Int(table.dropping[pair + 1])
            worth[after] = min(worth[after], worth[before])
            pair += 2
        }
        let column = Int(concerned[concernedCount - 1])
        let closed = grid.closedOn[column]
        let noted = left.base + (concernedCount - 1) * slots
        for state in 0..<table.stateCount {
            guard worth[state] < Self.impossible, table.touched[state] & closed == 0 else {
                worth[state] = Self.impossible
                continue
            }
            let onward = Worth(truncatingIfNeeded: pitch) &* Worth(table.edgesOn[state])
            if Self.keepsHistory {
                noted[state] = worth[state]
                let length = worth[state] >> historyBits &+ onward
                worth[state] = length << historyBits | Worth(truncatingIfNeeded: state)
            } else {
                worth[state] &+= onward
            }
        }
    }
}
