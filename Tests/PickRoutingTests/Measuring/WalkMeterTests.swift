import Common
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Measuring walks")
struct WalkMeterTests {
    @Test(
        "the meter says what the planner plans, whatever is closed and wherever places lie", arguments: seeds,
        2...6)
    func equalsPlanner(seed: UInt64, crossAisles: Int) throws {
        var random = SplitMix64(seed: seed * 7 + UInt64(crossAisles))
        let floor = RandomFloor(
            &random, crossAisles: crossAisles, aisles: random.next(in: 1...6), places: 20,
            closures: random.chance(oneIn: 2)
        ).floor
        let ground = BlockFloorGround(floor)
        let planner = TourPlanner(ground: ground)
        let (start, end) = (PlaceID(index: 18), PlaceID(index: random.next(in: 18...19)))
        let places = (0..<18).map { PlaceID(index: $0) }.filter {
            ground.distanceMM(from: start, to: $0) != nil && ground.distanceMM(from: $0, to: end) != nil
        }
        guard ground.distanceMM(from: start, to: end) != nil, !places.isEmpty else { return }
        let meter = try #require(planner.meter(from: start, to: end, places: places))
        let measure = try WalkMeasure(from: start, to: end, places: places, planner: planner)
        for _ in 0..<5 {
            let chosen = places.indices.filter { _ in random.chance(oneIn: 3) }
            let tour = try planner.plan(
                from: start, to: end, stops: chosen.map { TourStop(place: places[$0]) })
            #expect(meter.lengthMM(of: meter.set(of: chosen)) == tour.lengthMM)
            #expect(measure.lengthMM(of: measure.set(of: chosen.map { places[$0] })) == tour.lengthMM)
        }
    }

    @Test("elsewhere few places are measured exactly, many not below the optimum", arguments: seeds)
    func elsewhere(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var rows = (0..<14).map { _ in (0..<14).map { _ in random.next(in: 1...500) } }
        for index in rows.indices { rows[index][index] = 0 }
        let planner = TourPlanner(ground: try DistanceMatrix(rows: rows))
        let (start, end) = (PlaceID(index: 12), PlaceID(index: random.next(in: 12...13)))
        let places = (0..<12).map { PlaceID(index: $0) }
        let measure = try WalkMeasure(from: start, to: end, places: places, planner: planner)
        for count in [0, 1, 5, 7, 12] {
            let chosen = places.shuffled(using: &random).prefix(count)
            let tour = try planner.plan(from: start, to: end, stops: chosen.map { TourStop(place: $0) })
            let measured = measure.lengthMM(of: measure.set(of: chosen))
            #expect(count <= 7 ? measured == tour.lengthMM : measured >= tour.lengthMM)
        }
    }
}
