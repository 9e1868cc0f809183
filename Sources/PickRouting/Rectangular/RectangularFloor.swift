import WarehouseLayout

/// A block floor made ready for planning: where every place lies on the grid.
struct RectangularFloor: Sendable {
    /// Where a place is reached from: a point on an aisle or on a cross aisle.
    struct GridPoint: Sendable {
        /// Counted from the least x and y of the floor.
        var x: Int32
        var y: Int32
        /// A straight walk from the grid to the place, walked in and out.
        var spurMM: Int32
        var isOnGrid: Bool
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

    /// 4 km; a corner's x and y each fit 22 bits.
    static let extentMaxMM = 1 << 22

    /// Nil where the floor is too large or has too many or too few cross aisles for the exact method.
    init?(_ floor: BlockFloor) {
        guard 2...FrontierState.crossAislesMax ~= floor.crossAisleYMM.count, !floor.aisleXMM.isEmpty else {
            return nil
        }
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
        points = floor.positions.map { position in
            guard let position else { return GridPoint(x: 0, y: 0, spurMM: 0, isOnGrid: false) }
            let spur = Int32(clamping: position.spurMM)
            switch position.line {
            case .aisle(let aisle, let y):
                return GridPoint(
                    x: Int32(floor.aisleXMM[aisle] - left), y: Int32(y - front), spurMM: spur,
                    isOnGrid: front...back ~= y)
            case .crossAisle(let crossAisle, let x):
                return GridPoint(
                    x: Int32(x - left), y: Int32(ys[crossAisle] - front), spurMM: spur, isOnGrid: true)
            }
        }
        isSubAisleOpen = floor.isSubAisleOpen
        barrierY = floor.barrierYMM.map { $0.map { $0.map { Int32($0 - front) } } }
        isCrossingOpen = floor.isCrossingOpen
        isWhollyOpen =
            floor.isSubAisleOpen.allSatisfy { $0.allSatisfy { $0 } }
            && floor.barrierYMM.allSatisfy { $0.allSatisfy { $0 == nil } }
            && floor.isCrossingOpen.allSatisfy { $0.allSatisfy { $0 } }
    }
}
