import Common
import WarehouseLayout

/// Floors with uneven aisles and blocks; places lie in aisles, on corners, on cross aisles, on spurs.
struct RandomFloor {
    let floor: BlockFloor

    init(
        _ random: inout SplitMix64, crossAisles: Int, aisles: Int, places: Int, closures: Bool = false,
        spurs: Bool = true
    ) {
        let xs = Self.ascending(&random, count: aisles, step: 2...9)
        let ys = Self.ascending(&random, count: crossAisles, step: 3...20)
        var isOpen = [[Bool]](repeating: [Bool](repeating: true, count: crossAisles - 1), count: aisles)
        var barriers = [[Int?]](repeating: [Int?](repeating: nil, count: crossAisles - 1), count: aisles)
        var crossings = [[Bool]](repeating: [Bool](repeating: true, count: aisles - 1), count: crossAisles)
        if closures {
            for aisle in 0..<aisles {
                for block in 0..<(crossAisles - 1) {
                    if random.chance(oneIn: 8) { isOpen[aisle][block] = false }
                    if random.chance(oneIn: 6) {
                        barriers[aisle][block] = random.next(in: ys[block]..<ys[block + 1])
                    }
                }
            }
            for crossAisle in 0..<crossAisles {
                for gap in 0..<(aisles - 1) where random.chance(oneIn: 8) {
                    crossings[crossAisle][gap] = false
                }
            }
        }
        let positions = (0..<places).map { _ -> BlockFloor.Position? in
            let spur = spurs && random.chance(oneIn: 5) ? random.next(in: 1...6) : 0
            if random.chance(oneIn: 5) {
                return .init(
                    line: .crossAisle(
                        random.next(in: 0..<crossAisles), xMM: random.next(in: xs[0]...xs[aisles - 1])),
                    spurMM: spur)
            }
            return .init(
                line: .aisle(random.next(in: 0..<aisles), yMM: random.next(in: ys[0]...ys[crossAisles - 1])),
                spurMM: spur
            )
        }
        floor = BlockFloor(
            aisleXMM: xs, crossAisleYMM: ys, isSubAisleOpen: isOpen, barrierYMM: barriers,
            isCrossingOpen: crossings, positions: positions)
    }

    private static func ascending(_ random: inout SplitMix64, count: Int, step: ClosedRange<Int>) -> [Int] {
        var value = random.next(in: 0...5)
        return (0..<count).map { _ in
            value += random.next(in: step)
            return value
        }
    }
}
