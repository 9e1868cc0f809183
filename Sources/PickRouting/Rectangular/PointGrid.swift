import WarehouseLayout

/// Points of a rectangular floor as bits: columns left to right, in each its stretches front to back.
///
/// Every stretch between two cross aisles has whole words of bits, one bit for every point strictly inside
/// it, by growing y; every column has one word more, whose bits are its corners. Stretches and corner words
/// are both called lines and numbered `column * crossAisles + stretch`, the corners' line last in its column.
///
/// A point on a cross aisle between two aisles gets a column without an aisle.
///
/// Immutable: searches share it.
final class PointGrid: @unchecked Sendable {
    let crossAisles: Int
    let columnCount: Int
    let wordCount: Int
    let columnX: FlatArray<Int32>
    /// By column: whether it stands between aisles.
    let isBetween: FlatArray<Bool>
    /// By line: its first word; one more than there are lines.
    let firstWord: FlatArray<Int32>
    let lineOfWord: FlatArray<Int32>
    /// By bit: the y of its point.
    let pointY: FlatArray<Int32>
    let crossAisleY: FlatArray<Int32>
    /// By line that is a stretch: how it can be walked.
    let passage: FlatArray<Passage>
    /// By column: the cross aisles closed between it and the next column, as bits.
    let closedOn: FlatArray<UInt8>
    /// Whether nothing is closed, so that a shortest way needs no aisles but those of its ends.
    let isWhollyOpen: Bool

    /// By place given: the bit of the point from which it is reached.
    let bits: [Int32]

    /// Whether a stretch can be walked from end to end.
    struct Passage: BitwiseCopyable {
        static let open = Passage(isOpen: true, barrierY: -1)
        static let closed = Passage(isOpen: false, barrierY: -1)

        var isOpen: Bool
        /// A bar beyond this y, -1 for none: places up to it are reached from below, others from above.
        var barrierY: Int32
    }

    /// - Parameter hasAllAisles: whether aisles in which no place lies get columns too.
    /// - Precondition: the floor has a point for every place.
    /// - Complexity: O(n log n) for n places
    init(places: [PlaceID], hasAllAisles: Bool, on floor: RectangularFloor) {
        let rows = floor.crossAisleY
        var build = GridBuild(floor: floor)
        var keys = places.indices.map { build.key(of: floor.points[places[$0].index], member: $0) }
        keys.sort()
        var bits = [Int32](repeating: 0, count: places.count)
        let xs = hasAllAisles || !floor.isWhollyOpen ? floor.aisleX : []
        for x in Set(keys.map(GridBuild.x) + xs).sorted() { build.addColumn(x, keys, &bits) }
        crossAisles = rows.count
        columnCount = build.columnX.count
        wordCount = build.pointY.count / 64
        columnX = FlatArray(build.columnX)
        isBetween = FlatArray(build.isBetween)
        firstWord = FlatArray(build.firstWord + [Int32(wordCount)])
        lineOfWord = FlatArray(build.lineOfWord)
        pointY = FlatArray(build.pointY)
        crossAisleY = FlatArray(rows)
        passage = FlatArray(build.passage)
        closedOn = FlatArray(build.columnX.map(floor.closedCrossings))
        isWhollyOpen = floor.isWhollyOpen
        self.bits = bits
    }

    @inline(__always)
    func line(ofBit bit: Int) -> Int { Int(lineOfWord[bit >> 6]) }

    @inline(__always)
    func isCornerLine(_ line: Int) -> Bool { line % crossAisles == crossAisles - 1 }
}

/// The columns of a grid as they are laid out.
private struct GridBuild {
    /// As many as ``RectangularFloor/placesMax`` needs, and ``RectangularFloor/extentMaxMM`` for x and y.
    private static let memberBits: UInt64 = 20
    private static let yBits: UInt64 = 22

    let floor: RectangularFloor
    let columnOfAisle: [Int32: Int]
    var columnX: [Int32] = []
    var isBetween: [Bool] = []
    var firstWord: [Int32] = []
    var lineOfWord: [Int32] = []
    var pointY: [Int32] = []
    var passage: [PointGrid.Passage] = []
    /// How many keys have been read.
    private var next = 0

    init(floor: RectangularFloor) {
        self.floor = floor
        columnOfAisle = Dictionary(
            floor.aisleX.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A point and a place that is reached from it, in the order of the grid: x, then y, then the place.
    func key(of point: RectangularFloor.GridPoint, member: Int) -> UInt64 {
        assert(
            0..<1 << Self.yBits ~= Int(point.x) && 0..<1 << Self.yBits ~= Int(point.y),
            "x or y needs more bits")
        assert(0..<1 << Self.memberBits ~= member, "the place needs more bits")
        return UInt64(UInt32(bitPattern: point.x)) << (Self.yBits + Self.memberBits)
            | UInt64(UInt32(bitPattern: point.y)) << Self.memberBits | UInt64(member)
    }

    static func x(_ key: UInt64) -> Int32 { Int32(truncatingIfNeeded: key >> (yBits + memberBits)) }
    private static func y(_ key: UInt64) -> Int32 {
        Int32(truncatingIfNeeded: key >> memberBits & (1 << yBits - 1))
    }
    private static func member(_ key: UInt64) -> Int { Int(key & (1 << memberBits - 1)) }

    mutating func addColumn(_ x: Int32, _ keys: [UInt64], _ bits: inout [Int32]) {
        let rows = floor.crossAisleY
        let aisle = columnOfAisle[x]
        columnX.append(x)
        isBetween.append(aisle == nil)
        var corners: [(row: Int, member: Int)] = []
        for row in rows.indices {
            while next < keys.count, Self.x(keys[next]) == x, Self.y(keys[next]) == rows[row] {
                corners.append((row, Self.member(keys[next])))
                next += 1
            }
            guard row + 1 < rows.count else { break }
            addLine(aisle.map { floor.passage(ofAisle: $0, block: row) } ?? .closed) { build in
                build.addPoints(keys, x, before: rows[row + 1], &bits)
            }
        }
        addLine(.closed) { build in
            for (row, member) in corners { bits[member] = Int32(build.pointY.count + row) }
            build.pointY += rows
        }
    }

    private mutating func addLine(_ passage: PointGrid.Passage, _ points: (inout GridBuild) -> Void) {
        let line = Int32(firstWord.count)
        firstWord.append(Int32(pointY.count / 64))
        self.passage.append(passage)
        points(&self)
        while pointY.count % 64 != 0 { pointY.append(0) }
        while lineOfWord.count < pointY.count / 64 { lineOfWord.append(line) }
    }

    /// Gives the points of a stretch bits, one for all places reached from the same.
    private mutating func addPoints(_ keys: [UInt64], _ x: Int32, before y: Int32, _ bits: inout [Int32]) {
        let first = pointY.count
        while next < keys.count, Self.x(keys[next]) == x, Self.y(keys[next]) < y {
            if pointY.count == first || pointY.last != Self.y(keys[next]) {
                pointY.append(Self.y(keys[next]))
            }
            bits[Self.member(keys[next])] = Int32(pointY.count - 1)
            next += 1
        }
    }
}
