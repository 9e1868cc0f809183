import WarehouseLayout

/// Measures the shortest walk through a set of places on a wholly open rectangular floor: the aisle program
/// without its memory of how a walk came about.
///
/// Every stretch of an aisle has whole words of bits, one bit for every distinct point in it, so that its
/// nearest, its farthest and its widest gap are found by scanning bits.
final class WalkMeter {
    private struct Stretch {
        /// Its words, then the y of each bit.
        var firstWord: Int
        var wordCount: Int
        var ys: [Int32]
        var low: Int32
        var high: Int32
    }

    private struct Column {
        var x: Int32
        var stretches: [Stretch]
        /// The word whose bits are its corners.
        var cornerWord: Int
        var startCorners: UInt64 = 0
        /// Corners with one end of an open walk.
        var turnedCorners: UInt64 = 0
    }

    private static let impossible: UInt32 = 1 << 31

    /// By the places given, the bit that stands for each.
    let bits: [Int]
    let wordCount: Int
    private let columns: [Column]
    private let table: FrontierTable
    private let spursMM: Int
    private let skipsEmptyColumns: Bool
    private let isRound: Bool
    private let worth: UnsafeMutablePointer<UInt32>
    private let next: UnsafeMutablePointer<UInt32>

    deinit {
        worth.deallocate()
        next.deallocate()
    }

    /// Nil where the floor is not wholly open, the walk starts or ends inside an aisle, or a place stands on
    /// a spur or between aisles.
    init?(from start: PlaceID, to end: PlaceID, places: [PlaceID], on floor: RectangularFloor) {
        guard floor.isWhollyOpen else { return nil }
        let points = floor.points
        let ys = floor.crossAisleY
        let ends = [points[start.index], points[end.index]]
        guard ends.allSatisfy({ $0.isOnGrid && ys.contains($0.y) }) else { return nil }
        let aisleXs = Set(floor.aisleX)
        guard places.allSatisfy({
            let point = points[$0.index]
            return point.isOnGrid && point.spurMM == 0 && aisleXs.contains(point.x)
        }) else { return nil }
        // A way between two points that both stand between aisles may need any aisle.
        isRound = start == end
        skipsEmptyColumns = start == end || ends.contains { aisleXs.contains($0.x) }

        var xs = Set(places.map { points[$0.index].x } + ends.map(\.x))
        if !skipsEmptyColumns { xs.formUnion(aisleXs) }
        var columns: [Column] = []
        var words = 0
        for x in xs.sorted() {
            let here = places.map { points[$0.index] }.filter { $0.x == x }
            var stretches: [Stretch] = []
            for (low, high) in zip(ys, ys.dropFirst()) {
                let inside = Set(here.map(\.y).filter { low < $0 && $0 < high }).sorted()
                let count = (inside.count + 63) / 64
                stretches.append(Stretch(firstWord: words, wordCount: count, ys: inside, low: low, high: high))
                words += count
            }
            columns.append(Column(x: x, stretches: aisleXs.contains(x) ? stretches : [], cornerWord: words))
            words += 1
        }
        let isOpen = ends[0].x != ends[1].x || ends[0].y != ends[1].y
        for end in ends {
            guard let column = columns.firstIndex(where: { $0.x == end.x }), let corner = ys.firstIndex(of: end.y)
            else { return nil }
            if isOpen { columns[column].turnedCorners |= 1 << UInt64(corner) } else { columns[column].startCorners |= 1 << UInt64(corner) }
        }
        self.columns = columns
        wordCount = words
        bits = places.map { Self.bit(of: points[$0.index], in: columns, crossAisleY: ys) }
        table = .table(crossAisles: ys.count, isOpen: isOpen)
        spursMM = start == end ? 2 * Int(ends[0].spurMM) : Int(ends[0].spurMM) + Int(ends[1].spurMM)
        worth = .allocate(capacity: table.stateCount + 1)
        next = .allocate(capacity: table.stateCount + 1)
    }

    private static func bit(of point: RectangularFloor.GridPoint, in columns: [Column], crossAisleY: [Int32]) -> Int {
        guard let column = columns.first(where: { $0.x == point.x }) else { return 0 }
        if let corner = crossAisleY.firstIndex(of: point.y) { return column.cornerWord * 64 + corner }
        guard let stretch = column.stretches.first(where: { $0.low < point.y && point.y < $0.high }),
            let place = stretch.ys.firstIndex(of: point.y)
        else { return 0 }
        return stretch.firstWord * 64 + place
    }

    /// - Complexity: O(columns · crossAisles · states)
    func lengthMM(of set: PlaceSet) -> Int {
        if isRound, set.words.allSatisfy({ $0 == 0 }) { return 0 }
        return set.words.withUnsafeBufferPointer { words in measure(words) }
    }
}

extension WalkMeter {
    private func measure(_ words: UnsafeBufferPointer<UInt64>) -> Int {
        let states = table.stateCount
        var (worth, next) = (self.worth, self.next)
        worth.update(repeating: Self.impossible, count: states + 1)
        worth[0] = 0
        var isFirst = true
        var x: Int32 = 0
        for column in columns where !skipsEmptyColumns || isConcerned(column, words) {
            if !isFirst { crossOver(UInt32(column.x - x), worth) }
            isFirst = false
            x = column.x
            let called = words[column.cornerWord] | column.startCorners
            let turned = column.turnedCorners
            if called | turned != 0 {
                for corner in 0..<table.crossAisles where (called | turned) >> UInt64(corner) & 1 == 1 {
                    let steps = turned >> UInt64(corner) & 1 == 1 ? table.turning : table.touching
                    next.update(repeating: Self.impossible, count: states + 1)
                    for state in 0..<states where worth[state] < Self.impossible {
                        let target = Int(steps[corner * states + state])
                        next[target] = min(next[target], worth[state])
                    }
                    swap(&worth, &next)
                }
            }
            table.walking.withUnsafeBufferPointer { walking in
                for (index, stretch) in column.stretches.enumerated() {
                    walk(stretch, index, words, worth, next, walking)
                    swap(&worth, &next)
                }
            }
        }
        var least = Self.impossible
        for state in 0..<states where table.isWhole[state] { least = min(least, worth[state]) }
        return isFirst || least >= Self.impossible ? 0 : Int(least) + spursMM
    }

    @inline(__always)
    private func isConcerned(_ column: Column, _ words: UnsafeBufferPointer<UInt64>) -> Bool {
        if column.startCorners | column.turnedCorners != 0 { return true }
        let first = column.stretches.first?.firstWord ?? column.cornerWord
        for word in first...column.cornerWord where words[word] != 0 { return true }
        return false
    }

    @inline(__always)
    private func crossOver(_ pitch: UInt32, _ worth: UnsafeMutablePointer<UInt32>) {
        for pairs in table.dropping {
            for pair in stride(from: 0, to: pairs.count, by: 2) {
                let (before, after) = (Int(pairs[pair]), Int(pairs[pair + 1]))
                worth[after] = min(worth[after], worth[before])
            }
        }
        for state in 0..<table.stateCount where worth[state] < Self.impossible {
            worth[state] += pitch * UInt32(table.edgesOn[state])
        }
    }

    private func walk(
        _ stretch: Stretch, _ index: Int, _ words: UnsafeBufferPointer<UInt64>,
        _ worth: UnsafeMutablePointer<UInt32>, _ next: UnsafeMutablePointer<UInt32>,
        _ walking: UnsafeBufferPointer<UInt16>
    ) {
        let states = table.stateCount
        next.update(repeating: Self.impossible, count: states + 1)
        let blocks = table.crossAisles - 1
        @inline(__always)
        func offer(_ shape: Int, _ length: Int32) {
            let steps = (shape * blocks + index) * states
            let price = UInt32(bitPattern: length)
            for state in 0..<states where worth[state] < Self.impossible {
                let target = Int(walking[steps + state])
                next[target] = min(next[target], worth[state] &+ price)
            }
        }
        let whole = stretch.high - stretch.low
        var (nearest, farthest, gap): (Int32, Int32, Int32) = (-1, -1, -1)
        for word in 0..<stretch.wordCount {
            var left = words[stretch.firstWord + word]
            while left != 0 {
                let y = stretch.ys[word * 64 + left.trailingZeroBitCount]
                left &= left - 1
                if nearest < 0 { nearest = y } else { gap = max(gap, y - farthest) }
                farthest = y
            }
        }
        offer(1, whole)
        offer(2, 2 * whole)
        if nearest < 0 {
            offer(0, 0)
        } else {
            offer(3, 2 * (farthest - stretch.low))
            offer(4, 2 * (stretch.high - nearest))
            if gap > 0 { offer(5, 2 * (whole - gap)) }
        }
    }
}
