import WarehouseLayout

/// Measures the shortest walk through a set of places on a wholly open rectangular floor: the aisle program
/// without its memory of how a walk came about, on flat memory of its own.
///
/// A meter is used by one search at a time.
final class WalkMeter {
    private static let impossible: UInt32 = 1 << 31

    /// By the places given, the bit that stands for each.
    let bits: [Int]
    let wordCount: Int
    private let spursMM: Int
    private let isRound: Bool
    private let skipsEmptyColumns: Bool
    private let crossAisles: Int
    private let states: Int
    private let wholeStates: [Int]
    private let columns: UnsafeMutableBufferPointer<MeterColumns.Column>
    private let stretches: UnsafeMutableBufferPointer<MeterColumns.Stretch>
    private let pointY: UnsafeMutableBufferPointer<Int32>
    private let walking: UnsafeMutableBufferPointer<UInt16>
    private let turning: UnsafeMutableBufferPointer<UInt16>
    private let touching: UnsafeMutableBufferPointer<UInt16>
    private let dropping: UnsafeMutableBufferPointer<UInt16>
    private let edgesOn: UnsafeMutableBufferPointer<UInt8>
    private let worth: UnsafeMutableBufferPointer<UInt32>

    deinit {
        columns.deallocate()
        stretches.deallocate()
        pointY.deallocate()
        walking.deallocate()
        turning.deallocate()
        touching.deallocate()
        dropping.deallocate()
        edgesOn.deallocate()
        worth.deallocate()
    }

    /// Nil where the floor is not wholly open, the walk starts or ends inside an aisle, or a place stands on
    /// a spur or between aisles.
    init?(from start: PlaceID, to end: PlaceID, places: [PlaceID], on floor: RectangularFloor) {
        guard floor.isWhollyOpen else { return nil }
        let ends = [floor.points[start.index], floor.points[end.index]]
        let points = places.map { floor.points[$0.index] }
        let aisleXs = Set(floor.aisleX)
        guard points.allSatisfy({ $0.isOnGrid && $0.spurMM == 0 && aisleXs.contains($0.x) }) else {
            return nil
        }
        isRound = start == end
        // A way between two points that both stand between aisles may need any aisle.
        skipsEmptyColumns = isRound || ends.contains { aisleXs.contains($0.x) }
        let xs = Set((points + ends).map(\.x)).union(skipsEmptyColumns ? [] : aisleXs).sorted()
        var grid = MeterColumns(xs: xs, aisleXs: aisleXs, points: points, crossAisleY: floor.crossAisleY)
        let isOpen = ends[0].x != ends[1].x || ends[0].y != ends[1].y
        for end in ends {
            guard end.isOnGrid, grid.placeEnd(end, isOpen: isOpen) else { return nil }
        }
        var bits: [Int] = []
        for point in points {
            guard let bit = grid.bit(of: point) else { return nil }
            bits.append(bit)
        }
        self.bits = bits
        wordCount = grid.wordCount
        spursMM = isRound ? 2 * Int(ends[0].spurMM) : Int(ends[0].spurMM) + Int(ends[1].spurMM)
        let table = FrontierTable.table(crossAisles: floor.crossAisles, isOpen: isOpen)
        crossAisles = floor.crossAisles
        states = table.stateCount
        wholeStates = (0..<table.stateCount).filter { table.isWhole[$0] }
        columns = .copy(grid.columns)
        stretches = .copy(grid.stretches)
        pointY = .copy(grid.pointY)
        walking = .copy(table.walking)
        turning = .copy(table.turning)
        touching = .copy(table.touching)
        dropping = .copy(table.dropping)
        edgesOn = .copy(table.edgesOn)
        worth = .copy([UInt32](repeating: 0, count: 2 * (table.stateCount + 1)))
    }

    /// - Complexity: O(columns · crossAisles · states)
    func lengthMM(of set: PlaceSet) -> Int {
        set.words.withUnsafeBufferPointer { words in
            if isRound, words.allSatisfy({ $0 == 0 }) { return 0 }
            return measure(words)
        }
    }
}

extension WalkMeter {
    private typealias Worth = UnsafeMutableBufferPointer<UInt32>

    private func measure(_ words: UnsafeBufferPointer<UInt64>) -> Int {
        var worth = Worth(rebasing: self.worth[..<(states + 1)])
        var next = Worth(rebasing: self.worth[(states + 1)...])
        worth.update(repeating: Self.impossible)
        worth[0] = 0
        var x: Int32 = -1
        for index in columns.indices {
            let column = columns[index]
            if skipsEmptyColumns, !isConcerned(column, words) { continue }
            if x >= 0 { crossOver(UInt32(bitPattern: column.x - x), worth) }
            x = column.x
            if words[column.cornerWord] | column.calledCorners | column.turnedCorners != 0 {
                callAtCorners(of: column, words[column.cornerWord], &worth, &next)
            }
            guard column.hasAisle else { continue }
            for stretch in 0..<(crossAisles - 1) {
                walk(index, stretch, words, worth, next)
                swap(&worth, &next)
            }
        }
        let least = wholeStates.reduce(Self.impossible) { min($0, worth[$1]) }
        return Int(least) + spursMM
    }

    @inline(__always)
    private func isConcerned(_ column: MeterColumns.Column, _ words: UnsafeBufferPointer<UInt64>) -> Bool {
        if column.calledCorners | column.turnedCorners != 0 { return true }
        for word in column.firstWord...column.cornerWord where words[word] != 0 { return true }
        return false
    }

    private func callAtCorners(
        of column: MeterColumns.Column, _ stops: UInt64, _ worth: inout Worth, _ next: inout Worth
    ) {
        for corner in 0..<crossAisles {
            let isEnd = column.turnedCorners >> UInt64(corner) & 1 == 1
            guard isEnd || (stops | column.calledCorners) >> UInt64(corner) & 1 == 1 else { continue }
            next.update(repeating: Self.impossible)
            let steps = isEnd ? turning : touching
            for state in 0..<states where worth[state] < Self.impossible {
                let target = Int(steps[corner * states + state])
                next[target] = min(next[target], worth[state])
            }
            swap(&worth, &next)
        }
    }

    @inline(__always)
    private func crossOver(_ pitch: UInt32, _ worth: Worth) {
        var pair = 0
        while pair < dropping.count {
            let (before, after) = (Int(dropping[pair]), Int(dropping[pair + 1]))
            worth[after] = min(worth[after], worth[before])
            pair += 2
        }
        for state in 0..<states where worth[state] < Self.impossible {
            worth[state] &+= pitch &* UInt32(edgesOn[state])
        }
    }

    @inline(__always)
    private func walk(
        _ column: Int, _ stretch: Int, _ words: UnsafeBufferPointer<UInt64>, _ worth: Worth, _ next: Worth
    ) {
        let place = stretches[column * (crossAisles - 1) + stretch]
        var (nearest, farthest, gap): (Int32, Int32, Int32) = (-1, -1, -1)
        for word in place.firstWord..<place.lastWord {
            var left = words[word]
            while left != 0 {
                let y = pointY[word * 64 + left.trailingZeroBitCount]
                left &= left - 1
                if nearest < 0 { nearest = y } else { gap = max(gap, y - farthest) }
                farthest = y
            }
        }
        next.update(repeating: Self.impossible)
        let whole = place.high - place.low
        // By `SubAisleShape.closed`: through once, twice; not at all; from below, from above, up to a gap.
        offer(1, stretch, whole, worth, next)
        offer(2, stretch, 2 * whole, worth, next)
        if nearest < 0 { return offer(0, stretch, 0, worth, next) }
        offer(3, stretch, 2 * (farthest - place.low), worth, next)
        offer(4, stretch, 2 * (place.high - nearest), worth, next)
        if gap > 0 { offer(5, stretch, 2 * (whole - gap), worth, next) }
    }

    @inline(__always)
    private func offer(_ shape: Int, _ stretch: Int, _ length: Int32, _ worth: Worth, _ next: Worth) {
        let steps = (shape * (crossAisles - 1) + stretch) * states
        let price = UInt32(bitPattern: length)
        for state in 0..<states where worth[state] < Self.impossible {
            let target = Int(walking[steps + state])
            next[target] = min(next[target], worth[state] &+ price)
        }
    }
}

extension UnsafeMutableBufferPointer {
    /// A copy that whoever asks for it gives back.
    static func copy(_ elements: [Element]) -> Self {
        let memory = Self.allocate(capacity: elements.count)
        _ = memory.initialize(from: elements)
        return memory
    }
}
