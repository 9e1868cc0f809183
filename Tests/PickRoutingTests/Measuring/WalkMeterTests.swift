import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Measuring walks")
struct WalkMeterTests {
    @Test("the meter says what the planner plans", arguments: seeds, 2...4)
    func equalsPlanner(seed: UInt64, crossAisles: Int) throws {
        var dice = Dice(seed * 7 + UInt64(crossAisles))
        let random = RandomFloor(
            &dice, crossAisles: crossAisles, aisles: dice.roll(1...6), places: 20, spurs: false
        ).floor
        // Stops in aisles, start and end on cross aisles: where the meter is at home.
        let aisle = (0..<18).map { _ -> BlockFloor.Position in
            let last = random.crossAisleYMM[crossAisles - 1]
            return .init(
                line: .aisle(
                    dice.roll(0..<random.aisleXMM.count), yMM: dice.roll(random.crossAisleYMM[0]...last)))
        }
        let ends = (0..<2).map { _ -> BlockFloor.Position in
            let x = dice.roll(random.aisleXMM[0]...random.aisleXMM[random.aisleXMM.count - 1])
            return .init(line: .crossAisle(dice.roll(0..<crossAisles), xMM: x), spurMM: dice.roll(0...3))
        }
        let floor = BlockFloor(
            aisleXMM: random.aisleXMM, crossAisleYMM: random.crossAisleYMM,
            isSubAisleOpen: random.isSubAisleOpen,
            barrierYMM: random.barrierYMM, isCrossingOpen: random.isCrossingOpen, positions: aisle + ends)
        let planner = TourPlanner(ground: BlockFloorGround(floor))
        let (start, end) = (PlaceID(index: 18), PlaceID(index: dice.chance(oneIn: 2) ? 18 : 19))
        let places = (0..<18).map { PlaceID(index: $0) }
        let rectangular = try #require(RectangularFloor(floor))
        let meter = try #require(WalkMeter(from: start, to: end, places: places, on: rectangular))
        for _ in 0..<5 {
            let chosen = places.filter { _ in dice.chance(oneIn: 3) }
            var set = PlaceSet(wordCount: meter.wordCount)
            for place in chosen { set.insert(meter.bits[place.index]) }
            let tour = try planner.plan(from: start, to: end, stops: chosen.map { TourStop(place: $0) })
            #expect(meter.lengthMM(of: set) == tour.lengthMM)
        }
    }
}
