import WarehouseLayout

/// The grid of a walk meter in flat memory: columns left to right, in each its stretches front to back.
///
/// Every stretch has whole words of bits, one bit for every distinct point in it; every column has one word
/// more, whose bits are its corners.
struct MeterColumns {
    struct Column {
        var x: Int32
        var hasAisle: Bool
        /// The column's words; the last one is that of its corners.
        var firstWord: Int
        var cornerWord: Int
        /// Corners that every walk calls at.
        var calledCorners: UInt64 = 0
        /// Corners with one end of an open walk.
        var turnedCorners: UInt64 = 0
    }

    struct Stretch {
        var firstWord: Int
        var lastWord: Int
        var low: Int32
        var high: Int32
    }

    private(set) var columns: [Column] = []
    /// `[column * (crossAisles - 1) + stretch]`
    private(set) var stretches: [Stretch] = []
    /// `[word * 64 + bit]`: the y of the point that a bit stands for.
    private(set) var pointY: [Int32] = []
    private let crossAisleY: [Int32]

    var wordCount: Int { pointY.count / 64 }

    init(xs: [Int32], aisleXs: Set<Int32>, points: [RectangularFloor.GridPoint], crossAisleY: [Int32]) {
        self.crossAisleY = crossAisleY
        for x in xs {
            let here = points.filter { $0.x == x }.map(\.y)
            let firstWord = wordCount
            for (low, high) in zip(crossAisleY, crossAisleY.dropFirst()) {
                let inside = Set(here.filter { low < $0 && $0 < high }).sorted()
                let first = wordCount
                pointY += inside
                fillWord()
                stretches.append(Stretch(firstWord: first, lastWord: wordCount, low: low, high: high))
            }
            columns.append(
                Column(x: x, hasAisle: aisleXs.contains(x), firstWord: firstWord, cornerWord: wordCount))
            pointY += crossAisleY
            fillWord()
        }
    }

    private mutating func fillWord() {
        while pointY.count % 64 != 0 { pointY.append(0) }
    }

    /// The bit that stands for a point; nil where the grid has no such point.
    func bit(of point: RectangularFloor.GridPoint) -> Int? {
        guard let column = columns.firstIndex(where: { $0.x == point.x }) else { return nil }
        if let corner = crossAisleY.firstIndex(of: point.y) {
            return columns[column].cornerWord * 64 + corner
        }
        let blocks = crossAisleY.count - 1
        for stretch in stretches[column * blocks..<(column + 1) * blocks]
        where stretch.low < point.y && point.y < stretch.high {
            return (stretch.firstWord * 64..<stretch.lastWord * 64).first { pointY[$0] == point.y }
        }
        return nil
    }

    /// Notes that the walk ends, or starts, at a corner.
    mutating func placeEnd(_ point: RectangularFloor.GridPoint, isOpen: Bool) -> Bool {
        guard let column = columns.firstIndex(where: { $0.x == point.x }),
            let corner = crossAisleY.firstIndex(of: point.y)
        else { return false }
        if isOpen {
            columns[column].turnedCorners |= 1 << UInt64(corner)
        } else {
            columns[column].calledCorners |= 1 << UInt64(corner)
        }
        return true
    }
}
