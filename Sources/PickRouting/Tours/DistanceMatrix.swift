public import WarehouseLayout

/// A ground known only by its table of distances, which may differ by direction.
public struct DistanceMatrix: WalkingGround {
    public let placeCount: Int
    let distances: [Int]

    public var blockFloor: BlockFloor? { nil }

    /// - Parameter rows: `rows[i][j]` is the distance from place i to place j.
    public init(rows: [[Int]]) throws(RoutingError) {
        placeCount = rows.count
        for (index, row) in rows.enumerated() where row.count != rows.count {
            throw .rowLength(row: index, length: row.count, expected: rows.count)
        }
        distances = rows.flatMap { $0 }
    }

    /// - Complexity: O(1)
    public func distanceMM(from: PlaceID, to: PlaceID) -> Int? {
        distances[from.index * placeCount + to.index]
    }
}
