import WarehouseLayout

/// Shortest ways between all corners of a block floor, where aisles meet cross aisles.
///
/// Floyd 1962, "Algorithm 97: shortest path".
struct CornerDistances: Sendable {
    /// Longer than any way, and twice it still is a number.
    static let none = Int.max / 4

    private let count: Int
    private var distances: [Int]

    /// - Complexity: O(c³) for c corners
    init(_ floor: BlockFloor) {
        let (xs, ys) = (floor.aisleXMM, floor.crossAisleYMM)
        count = xs.count * ys.count
        distances = [Int](repeating: Self.none, count: count * count)
        for corner in 0..<count { distances[corner * count + corner] = 0 }
        for aisle in xs.indices {
            for crossAisle in ys.indices {
                let corner = aisle * ys.count + crossAisle
                if crossAisle + 1 < ys.count, floor.isSubAisleOpen[aisle][crossAisle],
                    floor.barrierYMM[aisle][crossAisle] == nil
                {
                    join(corner, corner + 1, ys[crossAisle + 1] - ys[crossAisle])
                }
                if aisle + 1 < xs.count, floor.isCrossingOpen[crossAisle][aisle] {
                    join(corner, corner + ys.count, xs[aisle + 1] - xs[aisle])
                }
            }
        }
        relax()
    }

    private mutating func join(_ a: Int, _ b: Int, _ length: Int) {
        distances[a * count + b] = length
        distances[b * count + a] = length
    }

    private mutating func relax() {
        for middle in 0..<count {
            for from in 0..<count where distances[from * count + middle] < Self.none {
                let first = distances[from * count + middle]
                for to in 0..<count {
                    let through = first + distances[middle * count + to]
                    if through < distances[from * count + to] { distances[from * count + to] = through }
                }
            }
        }
    }

    subscript(from: Int, to: Int) -> Int { distances[from * count + to] }
}
