public import WarehouseLayout

/// A block floor by itself as a ground: distances between its positions, computed when asked for.
///
/// Benchmarks and what-if studies walk on floors that no layout file describes.
public struct BlockFloorGround: WalkingGround {
    public let blockFloor: BlockFloor?
    private let corners: CornerDistances
    /// By place; nil where the floor has no position for it.
    private let anchors: [Anchor?]

    public var placeCount: Int { anchors.count }

    /// - Complexity: O(c³) for c corners
    public init(_ floor: BlockFloor) {
        blockFloor = floor
        corners = CornerDistances(floor)
        anchors = floor.positions.map { position in position.map { Anchor($0, on: floor) } }
    }

    /// - Complexity: O(1)
    public func distanceMM(from: PlaceID, to: PlaceID) -> Int? {
        guard from != to else { return 0 }
        guard let a = anchors[from.index], let b = anchors[to.index] else { return nil }
        var least = a.piece >= 0 && a.piece == b.piece ? abs(a.offset - b.offset) : CornerDistances.none
        least = min(least, a.low.distance + corners[a.low.corner, b.low.corner] + b.low.distance)
        least = min(least, a.low.distance + corners[a.low.corner, b.high.corner] + b.high.distance)
        least = min(least, a.high.distance + corners[a.high.corner, b.low.corner] + b.low.distance)
        least = min(least, a.high.distance + corners[a.high.corner, b.high.corner] + b.high.distance)
        return least < CornerDistances.none ? least + a.spurMM + b.spurMM : nil
    }
}

extension BlockFloorGround {
    /// How a position is attached between the corners before and behind it.
    private struct Anchor {
        struct Exit {
            var corner = 0
            var distance = CornerDistances.none
        }

        var low = Exit()
        var high = Exit()
        /// Positions on one piece are joined by a straight way; -1 for none.
        var piece = -1
        var offset = 0
        let spurMM: Int

        init(_ position: BlockFloor.Position, on floor: BlockFloor) {
            spurMM = position.spurMM
            switch position.line {
            case .aisle(let aisle, let y): attach(inAisle: aisle, y, floor)
            case .crossAisle(let crossAisle, let x): attach(onCrossAisle: crossAisle, x, floor)
            }
        }

        private mutating func attach(inAisle aisle: Int, _ y: Int, _ floor: BlockFloor) {
            let ys = floor.crossAisleYMM
            if let crossAisle = ys.firstIndex(of: y) {
                low = Exit(corner: aisle * ys.count + crossAisle, distance: 0)
                return
            }
            guard let above = ys.firstIndex(where: { $0 > y }), above > 0,
                floor.isSubAisleOpen[aisle][above - 1]
            else { return }
            let barrier = floor.barrierYMM[aisle][above - 1]
            let isBehind = barrier.map { $0 < y } ?? false
            let isBefore = barrier.map { $0 >= y } ?? false
            let corner = aisle * ys.count + above - 1
            if !isBehind { low = Exit(corner: corner, distance: y - ys[above - 1]) }
            if !isBefore { high = Exit(corner: corner + 1, distance: ys[above] - y) }
            piece = corner * 4 + (isBehind ? 1 : 0)
            offset = y
        }

        private mutating func attach(onCrossAisle crossAisle: Int, _ x: Int, _ floor: BlockFloor) {
            let (xs, count) = (floor.aisleXMM, floor.crossAisleYMM.count)
            let left = xs.lastIndex { $0 <= x }
            let right = xs.firstIndex { $0 >= x }
            if let left, let right, left != right, !floor.isCrossingOpen[crossAisle][left] { return }
            if let left { low = Exit(corner: left * count + crossAisle, distance: x - xs[left]) }
            if let right, right != left {
                high = Exit(corner: right * count + crossAisle, distance: xs[right] - x)
            }
            if left != right { piece = ((left ?? xs.count) * count + crossAisle) * 4 + 2 }
            offset = x
        }
    }
}
