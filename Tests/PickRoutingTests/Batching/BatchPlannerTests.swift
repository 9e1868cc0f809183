import Common
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

    private func makeCase(_ random: inout SplitMix64, orders count: Int) -> Case {
        let floor = RandomFloor(
            &random, crossAisles: random.next(in: 2...3), aisles: random.next(in: 2...6), places: 32
        )
        .floor
        let orders = (0..<count).map { _ in
            BatchOrder(
                places: (0..<random.next(in: 1...4)).map { _ in PlaceID(index: random.next(in: 0..<30)) },
                weightG: random.next(in: 1...10))
        }
        return Case(
            ground: BlockFloorGround(floor), orders: orders, start: PlaceID(index: 30),
            end: PlaceID(index: 31))
    }

    @Test("every order once, limits kept, lengths true, first come first served not beaten", arguments: seeds)
    func invariants(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let made = makeCase(&random, orders: 14)
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

    @Test("five orders equal the best of all partitions, and the bound is below it", arguments: seeds)
    func equalsEveryPartition(seed: UInt64) throws {
        var random = SplitMix64(seed: seed + 500)
        let made = makeCase(&random, orders: 5)
        let planner = TourPlanner(ground: made.ground)
        let limits = CartLimits(totes: random.next(in: 2...5), volumeML: 100)
        let batching = try BatchPlanner(planner: planner, limits: limits)
            .plan(made.orders, from: made.start, to: made.end, effort: 40)
        let least = try partitions([0, 1, 2, 3, 4], totes: limits.totes)
            .map { try $0.reduce(0) { try $0 + length($1, made, planner) } }.min()
        #expect(batching.totalMM == least)
        #expect(batching.lowerBoundMM <= batching.totalMM)
    }

    @Test("what fits on one cart and lies in one bin is proven")
    func proven() throws {
        var random = SplitMix64(seed: 8)
        let made = makeCase(&random, orders: 1)
        let batching = try BatchPlanner(
            planner: TourPlanner(ground: made.ground), limits: CartLimits(totes: 4)
        ).plan(Array(repeating: made.orders[0], count: 4), from: made.start, to: made.start)
        #expect(batching.batches.count == 1)
        #expect(batching.isOptimal)
    }

    /// Most cases are as little late as the best of their partitions, a few are far from it.
    @Test(
        "five due orders are never less late than in the best of all partitions, and together not much later")
    func dueTimes() throws {
        var (lateS, leastS) = (0, 0)
        for seed in 0..<max(12, seeds.upperBound) {
            let (batching, best) = try dueCase(seed: seed)
            let bestS = (best.late + 999) / 1_000
            #expect(batching.latenessS >= bestS, "seed \(seed)")
            #expect(batching.latenessS > bestS || batching.totalMM >= best.mm, "seed \(seed)")
            (lateS, leastS) = (lateS + batching.latenessS, leastS + bestS)
        }
        #expect(lateS * 2 <= leastS * 3, "\(lateS) s late together, \(leastS) s at best")
    }

    /// The planner's answer, and the best of all partitions: milliseconds late, then millimetres walked.
    private func dueCase(seed: UInt64) throws -> (answer: Batching, best: (late: Int, mm: Int)) {
        var random = SplitMix64(seed: seed + 900)
        var made = makeCase(&random, orders: 5)
        made.orders = made.orders.map {
            BatchOrder(places: $0.places, dueS: random.chance(oneIn: 4) ? nil : random.next(in: 5...90))
        }
        let planner = TourPlanner(ground: made.ground)
        let pace = PickingPace(pickers: random.next(in: 1...2), walkMMPerS: 5, pickS: 3)
        let batching = try BatchPlanner(planner: planner, limits: CartLimits(totes: 3), pace: pace)
            .plan(made.orders, from: made.start, to: made.end, effort: 40)
        var best = (late: Int.max, mm: Int.max)
        for partition in partitions([0, 1, 2, 3, 4], totes: 3) {
            let lengths = try partition.map { try length($0, made, planner) }
            let late = lateness(partition, lengths, made.orders, pace)
            let mm = lengths.reduce(0, +)
            if (late, mm) < (best.late, best.mm) { best = (late, mm) }
        }
        return (batching, best)
    }

    private func lateness(
        _ tours: [[Int]], _ lengths: [Int], _ orders: [BatchOrder], _ pace: PickingPace
    ) -> Int {
        func due(_ tour: Int) -> Int { tours[tour].map { orders[$0].dueS ?? .max }.min() ?? .max }
        var free = Array(repeating: 0, count: pace.pickers)
        var late = 0
        for tour in tours.indices.sorted(by: {
            (due($0), tours[$0].min() ?? 0) < (due($1), tours[$1].min() ?? 0)
        }) {
            free.sort()
            let picks = tours[tour].reduce(0) { $0 + orders[$1].places.count }
            free[0] += lengths[tour] * 1_000 / pace.walkMMPerS + picks * pace.pickS * 1_000
            for order in tours[tour] {
                if let due = orders[order].dueS { late += max(0, free[0] - due * 1_000) }
            }
        }
        return late
    }

    private func length(_ orders: [Int], _ made: Case, _ planner: TourPlanner) throws -> Int {
        let places = orders.flatMap { made.orders[$0].places }
        return try planner.plan(from: made.start, to: made.end, stops: places.map { TourStop(place: $0) })
            .lengthMM
    }

    /// All ways to put the orders on carts.
    private func partitions(_ orders: [Int], totes: Int) -> [[[Int]]] {
        guard let last = orders.last else { return [[]] }
        return partitions(Array(orders.dropLast()), totes: totes).flatMap { rest -> [[[Int]]] in
            let joined = rest.indices.filter { rest[$0].count < totes }.map { cart in
                var copy = rest
                copy[cart].append(last)
                return copy
            }
            return joined + [rest + [[last]]]
        }
    }

    @Test("an order too large for any cart is refused")
    func tooLarge() throws {
        var random = SplitMix64(seed: 4)
        let made = makeCase(&random, orders: 1)
        let batcher = BatchPlanner(
            planner: TourPlanner(ground: made.ground), limits: CartLimits(totes: 1, weightG: 0))
        #expect(throws: RoutingError.orderTooLarge(0, limit: "0 g")) {
            try batcher.plan(made.orders, from: made.start, to: made.end)
        }
    }

    @Test(
        "numbers at the end of the scale are reckoned with",
        arguments: [Int.max, .min, 9_007_199_254_740_991])
    func largest(amount: Int) throws {
        var random = SplitMix64(seed: 4)
        let made = makeCase(&random, orders: 3)
        let orders = made.orders.map {
            BatchOrder(places: $0.places, totes: 1, weightG: amount, volumeML: amount, dueS: amount)
        }
        let planner = TourPlanner(ground: made.ground)
        let pace = PickingPace(pickers: amount, walkMMPerS: amount, pickS: amount)
        let free = BatchPlanner(planner: planner, limits: CartLimits(totes: amount), pace: pace)
        let limited = BatchPlanner(
            planner: planner, limits: CartLimits(totes: 3, weightG: amount), pace: pace)
        if amount > 0 {
            let batching = try free.plan(orders, from: made.start, to: made.end, effort: 3)
            #expect(batching.batches.flatMap(\.orders).sorted() == [0, 1, 2])
            #expect(throws: RoutingError.orderTooLarge(0, limit: "1000000000 g")) {
                try limited.plan(orders, from: made.start, to: made.end, effort: 3)
            }
        } else {
            #expect(throws: RoutingError.orderTooLarge(0, limit: "0 totes")) {
                try free.plan(orders, from: made.start, to: made.end, effort: 3)
            }
            #expect(try limited.plan(orders, from: made.start, to: made.end, effort: 3).batches.count > 0)
        }
    }
}
