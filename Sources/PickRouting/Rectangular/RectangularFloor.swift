import WarehouseLayout

/// A block floor made ready for planning: where every place lies on the grid.
struct RectangularFloor: Sendable {
    /// Where a place is reached from: a point on an aisle or on a cross aisle.
    struct GridPoint: Sendable {
        /// Counted from the least x and y of the floor.
        var x: Int32 = 0
        var y: Int32 = 0
        /// A straight walk from the grid to the place, walked in and out.
        var spurMM: Int32 = 0
        var isOnGrid = false
        /// In an aisle the cross aisles before and behind, both `y` where one crosses; `between` where the
        /// point stands on a cross aisle between two aisles.
        var frontY: Int32 = between
        var backY: Int32 = between

        static let between: Int32 = -1
    }

    let aisleX: [Int32]
    let crossAisleY: [Int32]
    let points: [GridPoint]
    let isSubAisleOpen: [[Bool]]
    let barrierY: [[Int32?]]
    let isCrossingOpen: [[Bool]]
    /// Whether every aisle can be walked from end to end and every cross aisle from side to side.
    let isWhollyOpen: Bool

    var crossAisles: Int { crossAisleY.count }

    /// 4 km; x and y each fit 22 bits.
    static let extentMaxMM = 1 << 22
    /// A million: half a million bins, their stations and spots.
    static let placesMax = 1 << 20

    /// Nil where the floor is too large, has more places than ``placesMax``, or has too many or too few cross
    /// aisles for the exact method.
    init?(_ floor: BlockFloor) {
        guard 2...FrontierState.crossAislesMax ~= floor.crossAisleYMM.count, !floor.aisleXMM.isEmpty,
            floor.positions.count <= Self.placesMax
        else { return nil }
        var xs = floor.aisleXMM
        let ys = floor.crossAisleYMM
        for case .some(let position) in floor.positions {
            if case .crossAisle(_, let x) = position.line { xs.append(x) }
        }
        guard let left = xs.min(), let right = xs.max(), let front = ys.first, let back = ys.last,
            right - left < Self.extentMaxMM, back - front < Self.extentMaxMM
        else { return nil }
        aisleX = floor.aisleXMM.map { Int32($0 - left) }
        crossAisleY = ys.map { Int32($0 - front) }
        let aisles = Set(floor.aisleXMM)
        points = floor.positions.map { position in
            position.map { Self.point($0, on: floor, aisles: aisles, left: left) } ?? GridPoint()
        }
        isSubAisleOpen = floor.isSubAisleOpen
        barrierY = floor.barrierYMM.map { $0.map { $0.map { Int32($0 - front) } } }
        isCrossingOpen = floor.isCrossingOpen
        isWhollyOpen =
            floor.isSubAisleOpen.allSatisfy { $0.allSatisfy { $0 } }
            && floor.barrierYMM.allSatisfy { $0.allSatisfy { $0 == nil } }
            && floor.isCrossingOpen.allSatisfy { $0.allSatisfy { $0 } }
    }

    private static func point(
        _ position: BlockFloor.Position, on floor: BlockFloor, aisles: Set<Int>, left: Int
    ) -> GridPoint {
        let rows = floor.crossAisleYMM
        let (x, y) =
            switch position.line {
            case .aisle(let aisle, let y): (floor.aisleXMM[aisle], y)
            case .crossAisle(let crossAisle, let x): (x, rows[crossAisle])
            }
        var point = GridPoint(
            x: Int32(x - left), y: Int32(y - rows[0]), spurMM: Int32(clamping: position.spurMM))
        let front = rows.lastIndex { $0 <= y }
        let back = rows.firstIndex { $0 >= y }
        point.isOnGrid = front != nil && back != nil
        if let front, let back, aisles.contains(x) {
            (point.frontY, point.backY) = (Int32(rows[front] - rows[0]), Int32(rows[back] - rows[0]))
        }
        return point
    }

    /// How a piece of an aisle between two cross aisles can be walked.
    func passage(ofAisle aisle: Int, block: Int) -> PointGrid.Passage {
        guard isSubAisleOpen[aisle][block] else { return .closed }
        return PointGrid.Passage(isOpen: true, barrierY: barrierY[aisle][block] ?? -1)
    }

    /// The cross aisles that are closed from the aisle at or before this x on to the next, as bits.
    func closedCrossings(after x: Int32) -> UInt8 {
        guard !isWhollyOpen, let gap = aisleX.lastIndex(where: { $0 <= x }), gap + 1 < aisleX.count else {
            return 0
        }
        return isCrossingOpen.indices.reduce(0) { $0 | (isCrossingOpen[$1][gap] ? 0 : 1 << $1) }
    }

    /// The distance between two places of a wholly open floor; nil where one stands between two aisles.
    ///
    /// - Complexity: O(1)
    @inline(__always)
    func distanceMM(from: PlaceID, to: PlaceID) -> Int? {
        let (a, b) = (points[from.index], points[to.index])
        if a.frontY == GridPoint.between || b.frontY == GridPoint.between { return nil }
        let across = abs(a.x - b.x)
        // Within one block of two aisles the way leads round by its nearer cross aisle.
        let isOneBlock = across != 0 && a.frontY == b.frontY && a.backY == b.backY
        let along =
            isOneBlock
            ? min(a.y + b.y - 2 * a.frontY, a.backY + b.backY - a.y - b.y) : abs(a.y - b.y)
        return Int(across + along + a.spurMM + b.spurMM)
    }
}
