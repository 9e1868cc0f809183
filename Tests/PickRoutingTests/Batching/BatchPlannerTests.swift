import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Batching orders into tours")
struct BatchPlannerTests {
    private struct Case {
        var ground: BlockFloorGround
        var orders: [BatchOrder]
        var start: PlaceID
        var end: PlaceID
    }

    private func makeCase(_ dice: inout Dice, orders count: Int) -> Case {
        let floor = RandomFloor(&dice, crossAisles: dice.roll(2...3), aisles: dice.roll(2...6), places: 32)
            .floor
        let orders = (0..<count).map { _ in
            BatchOrder(
                places: (0..<dice.roll(1...4)).map { _ in PlaceID(index: dice.roll(0..<30)) },
                weightG: dice.roll(1...10))
        }
        return Case(
            ground: BlockFloorGround(floor), orders: orders, start: PlaceID(index: 30),
            end: PlaceID(index: 31))
    }

    @Test("every order once, limits kept, lengths true, first come first served not beaten", arguments: seeds)
    func invariants(seed: UInt64) throws {
        var dice = Dice(seed)
        let made = makeCase(&dice, orders: 14)
        let planner = TourPlanner(ground: made.ground)
        let limits = CartLimits(totes: 4, weightG: 22)
        let batcher = BatchPlanner(planner: planner, limits: limits)
        let batching = try batcher.plan(made.orders, from: made.start, to: made.end, effort: 30, seed: seed)
        #expect(batching.batches.flatMap(\.orders).sorted() == Array(0..<14))
        for batch in batching.batches {
            #expect(batch.orders.count <= 4)
            #expect(batch.orders.reduce(0) { $0 + made.orders[$1].weightG } <= 22)
            let places = batch.orders.flatMap { made.orders[$0].places }
            let tour = try planner.plan(
                from: made.start, to: made.end, stops: places.map { TourStop(place: $0) })
            #expect(tour.lengthMM == batch.lengthMM)
        }
        let served = try batcher.firstComeFirstServed(made.orders, from: made.start, to: made.end)
        #expect(served.batches.flatMap(\.orders).sorted() == Array(0..<14))
        #expect(batching.totalMM <= served.totalMM)
        let again = try batcher.plan(made.orders, from: made.start, to: made.end, effort: 30, seed: seed)
        #expect(again == batching)
    }

    @Test("five orders equal the best of all partitions", arguments: seeds)
    func equalsEveryPartition(seed: UInt64) throws {
        var dice = Dice(seed + 500)
        let made = makeCase(&dice, orders: 5)
        let planner = TourPlanner(ground: made.ground)
        let batching = try BatchPlanner(planner: planner, limits: CartLimits(totes: 2))
            .plan(made.orders, from: made.start, to: made.end, effort: 200)
        func length(_ orders: [Int]) throws -> Int {
            let places = orders.flatMap { made.orders[$0].places }
            return try planner.plan(from: made.start, to: made.end, stops: places.map { TourStop(place: $0) })
                .lengthMM
        }
        func least(_ left: [Int]) throws -> Int {
            guard let first = left.first else { return 0 }
            let rest = Array(left.dropFirst())
            var best = try length([first]) + least(rest)
            for other in rest {
                best = try min(best, length([first, other]) + least(rest.filter { $0 != other }))
            }
            return best
        }
        #expect(batching.totalMM == (try least([0, 1, 2, 3, 4])))
    }

    @Test("an order that must be back soon gets a tour short enough")
    func dueTimes() throws {
        var dice = Dice(3)
        var made = makeCase(&dice, orders: 10)
        let planner = TourPlanner(ground: made.ground)
        let alone = try planner.plan(
            from: made.start, to: made.end, stops: made.orders[0].places.map { TourStop(place: $0) }
        ).lengthMM
        made.orders[0] = BatchOrder(places: made.orders[0].places, longestTourMM: alone)
        let batching = try BatchPlanner(planner: planner, limits: CartLimits(totes: 10))
            .plan(made.orders, from: made.start, to: made.end, effort: 50)
        let batch = try #require(batching.batches.first { $0.orders.contains(0) })
        #expect(batch.lengthMM <= alone)
    }

    @Test("an order too large for any cart is refused")
    func tooLarge() throws {
        var dice = Dice(4)
        let made = makeCase(&dice, orders: 1)
        let batcher = BatchPlanner(
            planner: TourPlanner(ground: made.ground), limits: CartLimits(totes: 1, weightG: 0))
        #expect(throws: RoutingError.orderTooLarge(0, limit: "0 g")) {
            try batcher.plan(made.orders, from: made.start, to: made.end)
        }
    }
}
