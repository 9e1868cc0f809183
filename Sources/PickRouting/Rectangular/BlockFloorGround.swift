public import WarehouseLayout

/// A block floor by itself as a ground: distances between its positions, computed when asked for.
///
/// Benchmarks and what-if studies walk on floors that no layout file describes.
public struct BlockFloorGround: WalkingGround {
    private let floor: BlockFloor
    private let corners: CornerDistances

    public var blockFloor: BlockFloor? { floor }
    public var placeCount: Int { floor.positions.count }

    /// - Complexity: O(c³) for c corners
    public init(_ floor: BlockFloor) {
        self.floor = floor
        corners = CornerDistances(floor)
    }

    /// - Complexity: O(crossAisles)
    public func distanceMM(from: PlaceID, to: PlaceID) -> Int? {
        guard from != to else { return 0 }
        guard let a = floor.positions[from.index], let b = floor.positions[to.index] else { return nil }
        let (fromA, fromB) = (exits(a.line), exits(b.line))
        var least = direct(a.line, b.line)
        for exit in [fromA.low, fromA.high] where exit.distance < CornerDistances.none {
            for entry in [fromB.low, fromB.high] where entry.distance < CornerDistances.none {
                least = min(least, exit.distance + corners[exit.corner, entry.corner] + entry.distance)
            }
        }
        return least < CornerDistances.none ? least + a.spurMM + b.spurMM : nil
    }

    private struct Exit {
        var corner = 0
        var distance = CornerDistances.none
    }

    /// The corners before and behind a point, with the way there.
    private func exits(_ line: BlockFloor.Position.Line) -> (low: Exit, high: Exit) {
        switch line {
        case .aisle(let aisle, let y):
            guard let stretch = stretch(at: y) else { return (Exit(), Exit()) }
            let (low, high) = (floor.crossAisleYMM[stretch], floor.crossAisleYMM[stretch + 1])
            let first = aisle * floor.crossAisleYMM.count + stretch
            return (
                isWalkable(aisle, low, y) ? Exit(corner: first, distance: y - low) : Exit(),
                isWalkable(aisle, y, high) ? Exit(corner: first + 1, distance: high - y) : Exit()
            )
        case .crossAisle(let crossAisle, let x):
            let left = floor.aisleXMM.lastIndex { $0 <= x }
            let right = floor.aisleXMM.firstIndex { $0 >= x }
            let isOpen = left == nil || right == nil || left == right || floor.isCrossingOpen[crossAisle][left ?? 0]
            func exit(_ aisle: Int?) -> Exit {
                guard let aisle, isOpen else { return Exit() }
                return Exit(
                    corner: aisle * floor.crossAisleYMM.count + crossAisle, distance: abs(floor.aisleXMM[aisle] - x))
            }
            return (exit(left), exit(right))
        }
    }

    /// The way between two points of one stretch, without leaving it.
    private func direct(_ a: BlockFloor.Position.Line, _ b: BlockFloor.Position.Line) -> Int {
        switch (a, b) {
        case (.aisle(let aisle, let y), .aisle(let same, let other)) where aisle == same:
            stretch(at: y) == stretch(at: other) && isWalkable(aisle, min(y, other), max(y, other))
                ? abs(y - other) : CornerDistances.none
        case (.crossAisle(let crossAisle, let x), .crossAisle(let same, let other)) where crossAisle == same:
            isOneGap(crossAisle, x, other) ? abs(x - other) : CornerDistances.none
        default: CornerDistances.none
        }
    }

    private func stretch(at y: Int) -> Int? {
        let stretch = floor.crossAisleYMM.lastIndex { $0 <= y }
        guard let stretch, y <= floor.crossAisleYMM[floor.crossAisleYMM.count - 1] else { return nil }
        return min(stretch, floor.crossAisleYMM.count - 2)
    }

    private func isWalkable(_ aisle: Int, _ low: Int, _ high: Int) -> Bool {
        guard let stretch = stretch(at: low) else { return false }
        if low == high { return true }
        guard floor.isSubAisleOpen[aisle][stretch] else { return false }
        guard let barrier = floor.barrierYMM[aisle][stretch] else { return true }
        return barrier < low || barrier >= high
    }

    private func isOneGap(_ crossAisle: Int, _ x: Int, _ other: Int) -> Bool {
        let (low, high) = (min(x, other), max(x, other))
        let left = floor.aisleXMM.lastIndex { $0 <= low }
        guard left == floor.aisleXMM.lastIndex(where: { $0 < high }) else { return false }
        guard let left, left + 1 < floor.aisleXMM.count else { return true }
        return floor.isCrossingOpen[crossAisle][left]
    }
}
