/// The shortest walk on a rectangular floor, aisle by aisle.
///
/// Ratliff and Rosenthal 1983 for two cross aisles; Roodbergen and de Koster 2001, "Routing order pickers in
/// a warehouse with a middle aisle", for three; Pansart, Catusse and Cambazard 2018 for more. A walk that
/// ends elsewhere than it starts has an odd degree at both points. Walking a stretch twice is always among
/// the choices: one non-empty aisle, or four and more cross aisles, may need it.
struct AisleProgram {
    /// What each step of the shortest walk chose.
    struct Solution {
        var lengthMM: Int
        /// `[column * (crossAisles - 1) + stretch]`
        var stretches: [StretchOptions.Option]
        /// `[column * crossAisles + crossAisle]`: how often the walk goes on from here to the next column.
        var crossings: [UInt8]
    }

    // What a state is worth is one number: its length in the upper half, and below it how it came about, so
    // that the least number is the shortest way with its history. Lengths stay below 2³¹ mm, which leaves the
    // top bit to mark what cannot be.
    private typealias Worth = UInt64
    private static let impossible: Worth = 1 << 63
    private static let historyBits: Worth = 32
    /// The history begins with the state in which the column was entered; three bits for each stretch follow.
    private static let enteredBits: Worth = 15
    private static let choiceBits: Worth = 3

    private let floor: RectangularFloor
    private let grid: WalkGrid
    private let table: FrontierTable
    private let options: [StretchOptions]

    private var stretchesPerColumn: Int { grid.crossAisles - 1 }

    init(_ grid: WalkGrid, on floor: RectangularFloor) {
        self.floor = floor
        self.grid = grid
        table = .table(crossAisles: grid.crossAisles, isOpen: grid.isOpen)
        options = Self.options(of: grid, on: floor)
    }

    /// Nil where the closures leave no way.
    ///
    /// - Complexity: O(columns · crossAisles · states)
    func solve() -> Solution? {
        let slots = table.stateCount + 1
        var histories = [UInt32](repeating: 0, count: grid.columnCount * slots)
        let last = histories.withUnsafeMutableBufferPointer { histories in
            withUnsafeTemporaryAllocation(of: Worth.self, capacity: 2 * slots) { memory -> Worth in
                guard let base = memory.baseAddress else { return Self.impossible }
                var worth = base
                var next = base + slots
                worth.initialize(repeating: Self.impossible, count: 2 * slots)
                worth[0] = 0
                for column in 0..<grid.columnCount {
                    callAtCorners(of: column, &worth, &next)
                    walkStretches(of: column, &worth, &next)
                    if column + 1 < grid.columnCount {
                        let histories = UnsafeMutableBufferPointer(rebasing: histories[(column * slots)...])
                        crossOver(from: column, worth, histories)
                    }
                }
                return (0..<table.stateCount).lazy.filter { table.isWhole[$0] }.map { worth[$0] }.min()
                    ?? Self.impossible
            }
        }
        return last < Self.impossible ? traceBack(last, histories) : nil
    }

    /// Corners where the walk starts or ends get an odd degree, those that are stops are called at.
    private func callAtCorners(
        of column: Int, _ worth: inout UnsafeMutablePointer<Worth>, _ next: inout UnsafeMutablePointer<Worth>
    ) {
        for corner in 0..<grid.crossAisles {
            let node = Int(grid.corners[column * grid.crossAisles + corner])
            guard grid.firstCall[node] < grid.firstCall[node + 1] else { continue }
            let isEnd = grid.isOpen && (node == grid.startNode || node == grid.endNode)
            next.update(repeating: Self.impossible, count: table.stateCount)
            let steps = isEnd ? table.turning : table.touching
            for state in 0..<table.stateCount {
                let target = Int(steps[corner * table.stateCount + state])
                next[target] = min(next[target], worth[state])
            }
            swap(&worth, &next)
        }
    }

    private func walkStretches(
        of column: Int, _ worth: inout UnsafeMutablePointer<Worth>, _ next: inout UnsafeMutablePointer<Worth>
    ) {
        let states = table.stateCount
        table.walking.withUnsafeBufferPointer { walking in
            for stretch in 0..<stretchesPerColumn {
                let choices = options[column * stretchesPerColumn + stretch]
                next.update(repeating: Self.impossible, count: states)
                let shift = Self.enteredBits + Self.choiceBits * Worth(stretch)
                for choice in 0..<choices.count {
                    let option = choices[choice]
                    let price =
                        Worth(UInt32(bitPattern: option.lengthMM)) << Self.historyBits | Worth(choice)
                        << shift
                    let steps = (Int(option.shape) * stretchesPerColumn + stretch) * states
                    for state in 0..<states where worth[state] < Self.impossible {
                        let target = Int(walking[steps + state])
                        let sum = worth[state] &+ price
                        if sum < next[target] { next[target] = sum }
                    }
                }
                swap(&worth, &next)
            }
        }
    }

    /// Leaves what need not go on, pays for what does, and notes how each state came about.
    private func crossOver(
        from column: Int, _ worth: UnsafeMutablePointer<Worth>,
        _ histories: UnsafeMutableBufferPointer<UInt32>
    ) {
        var pair = 0
        while pair < table.dropping.count {
            let (before, after) = (Int(table.dropping[pair]), Int(table.dropping[pair + 1]))
            worth[after] = min(worth[after], worth[before])
            pair += 2
        }
        let pitch = Worth(grid.columnX[column + 1] - grid.columnX[column])
        let closed = closedCrossings(after: column)
        for state in 0..<table.stateCount {
            guard worth[state] < Self.impossible, table.touched[state] & closed == 0 else {
                worth[state] = Self.impossible
                continue
            }
            histories[state] = UInt32(truncatingIfNeeded: worth[state])
            let length = worth[state] >> Self.historyBits + pitch * Worth(table.edgesOn[state])
            worth[state] = length << Self.historyBits | Worth(state)
        }
    }

    /// The cross aisles that are closed between this column and the next, as bits.
    private func closedCrossings(after column: Int) -> UInt8 {
        if floor.isWhollyOpen { return 0 }
        let gap = floor.aisleX.lastIndex { $0 <= grid.columnX[column] }
        guard let gap, gap + 1 < floor.aisleX.count else { return 0 }
        return (0..<grid.crossAisles).reduce(0) { $0 | (floor.isCrossingOpen[$1][gap] ? 0 : 1 << $1) }
    }

    private func traceBack(_ last: Worth, _ histories: [UInt32]) -> Solution {
        let slots = table.stateCount + 1
        var solution = Solution(
            lengthMM: Int(last >> Self.historyBits),
            stretches: [StretchOptions.Option](repeating: .init(), count: options.count),
            crossings: [UInt8](repeating: 0, count: grid.columnCount * grid.crossAisles))
        var history = UInt32(truncatingIfNeeded: last)
        for column in stride(from: grid.columnCount - 1, through: 0, by: -1) {
            for stretch in 0..<stretchesPerColumn {
                let choice = history >> (UInt32(Self.enteredBits) + 3 * UInt32(stretch)) & 7
                let place = column * stretchesPerColumn + stretch
                solution.stretches[place] = options[place][Int(choice)]
            }
            let entered = Int(history & (1 << UInt32(Self.enteredBits) - 1))
            guard column > 0 else { break }
            let state = table.states[entered]
            if state != .done {
                for corner in 0..<grid.crossAisles {
                    let times: UInt8 = !state.isTouched(corner) ? 0 : state.isOdd(corner) ? 1 : 2
                    solution.crossings[(column - 1) * grid.crossAisles + corner] = times
                }
            }
            history = histories[(column - 1) * slots + entered]
        }
        return solution
    }
}

extension AisleProgram {
    private static func options(of grid: WalkGrid, on floor: RectangularFloor) -> [StretchOptions] {
        let stretches = grid.crossAisles - 1
        var options: [StretchOptions] = []
        options.reserveCapacity(grid.columnCount * stretches)
        for column in 0..<grid.columnCount {
            let aisle = grid.columnAisle[column]
            for stretch in 0..<stretches {
                let low = Int(grid.corners[column * grid.crossAisles + stretch])
                let high = Int(grid.corners[column * grid.crossAisles + stretch + 1])
                guard aisle >= 0, floor.isWhollyOpen || floor.isSubAisleOpen[aisle][stretch] else {
                    options.append(StretchOptions(closedFrom: low, to: high))
                    continue
                }
                var blockedGap = -1
                if !floor.isWhollyOpen, let barrier = floor.barrierY[aisle][stretch] {
                    blockedGap = (low..<high).last { grid.nodeY[$0] <= barrier }.map { $0 - low } ?? 0
                }
                options.append(StretchOptions(from: low, to: high, of: grid, blockedGap: blockedGap))
            }
        }
        return options
    }
}
