import PickRouting
import WarehouseLayout

/// Floors in the geometry of Henn and Wäscher: aisles 5 m apart, cells of 1 m, 1.5 m to a cross aisle.
struct BenchFloor {
    static let unitMM = 1_000
    let ground: BlockFloorGround
    let planner: TourPlanner
    /// The last place of the ground: front left.
    let depot: PlaceID
    /// Where each stop's location code stands: by aisle, then by cell from the front.
    let codeOrder: [Int]

    /// - Parameter picks: aisle and cell, from 0; cells are spread over the blocks evenly.
    init(aisles: Int, cells: Int, crossAisles: Int, picks: [(aisle: Int, cell: Int)]) {
        let blocks = crossAisles - 1
        let perBlock = (cells + blocks - 1) / blocks
        let depth = perBlock * Self.unitMM + 2 * Self.unitMM
        let xs = (0..<aisles).map { $0 * 5 * Self.unitMM }
        var positions: [BlockFloor.Position?] = picks.map { pick in
            let y = pick.cell / perBlock * depth + pick.cell % perBlock * Self.unitMM + Self.unitMM * 3 / 2
            return .init(line: .aisle(pick.aisle, yMM: y))
        }
        positions.append(.init(line: .crossAisle(0, xMM: 0)))
        self.init(
            BlockFloor(
                aisleXMM: xs, crossAisleYMM: (0..<crossAisles).map { $0 * depth },
                isSubAisleOpen: Array(repeating: Array(repeating: true, count: blocks), count: aisles),
                barrierYMM: Array(repeating: Array(repeating: nil, count: blocks), count: aisles),
                isCrossingOpen: Array(
                    repeating: Array(repeating: true, count: aisles - 1), count: crossAisles),
                positions: positions))
    }

    init(_ floor: BlockFloor) {
        ground = BlockFloorGround(floor)
        planner = TourPlanner(ground: ground)
        depot = PlaceID(index: floor.positions.count - 1)
        codeOrder = floor.positions.dropLast().map { position in
            guard case .aisle(let aisle, let y)? = position?.line else { return 0 }
            return aisle << 32 + y
        }
    }

    /// Everything but the depot.
    var stops: [TourStop] { (0..<depot.index).map { TourStop(place: PlaceID(index: $0)) } }

    /// The distances between the depot, first, and all stops.
    var matrix: [[Int]] {
        let places = [depot] + stops.map(\.place)
        return places.map { from in places.map { ground.distanceMM(from: from, to: $0) ?? 0 } }
    }

    static func random(aisles: Int, cells: Int, crossAisles: Int, picks: Int, seed: Int) -> BenchFloor {
        var dice = Dice(seed: UInt64(seed))
        return BenchFloor(
            aisles: aisles, cells: cells, crossAisles: crossAisles,
            picks: (0..<picks).map { _ in (dice.roll(aisles), dice.roll(cells)) })
    }
}

/// The random generator (xorshift: Marsaglia 2003) of the floors on which the figures in PickRouting's pages were
/// measured: with another, those would be of other floors. What is not measured against them draws from `SplitMix64`.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 }

    mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int((state >> 33) % UInt64(sides))
    }
}
