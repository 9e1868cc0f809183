import Common
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Routing policies")
struct PolicyTests {
    /// Three aisles of 10 m, 5 m apart; the depot at the front of the first.
    private static let floor = BlockFloor(
        aisleXMM: [0, 5, 10], crossAisleYMM: [0, 10], isSubAisleOpen: [[true], [true], [true]],
        barrierYMM: [[nil], [nil], [nil]], isCrossingOpen: [[true, true], [true, true]],
        positions: [
            .init(line: .aisle(0, yMM: 2)), .init(line: .aisle(0, yMM: 9)), .init(line: .aisle(1, yMM: 3)),
            .init(line: .aisle(1, yMM: 8)), .init(line: .aisle(2, yMM: 5)), .init(line: .aisle(0, yMM: 0)),
        ])

    @Test(
        "each rule's order",
        arguments: [
            (RoutingPolicy.sShape, [0, 1, 3, 2, 4], 50), (.return, [0, 1, 2, 3, 4], 54),
            (.midpoint, [0, 1, 3, 4, 2], 50), (.largestGap, [0, 1, 3, 4, 2], 50),
            (.combined, [0, 1, 3, 2, 4], 50), (.code, [0, 1, 2, 3, 4], 54),
        ])
    func order(policy: RoutingPolicy, order: [Int], lengthMM: Int) throws {
        let depot = PlaceID(index: 5)
        let planner = TourPlanner(ground: BlockFloorGround(Self.floor))
        let tour = try planner.plan(from: depot, to: depot, stops: stops(0..<5), policy: policy)
        #expect(tour.order == order)
        #expect(tour.lengthMM == lengthMM)
        #expect(tour.method == .policy)
        #expect(tour.lowerBoundMM == 50)
    }

    /// Three aisles of two blocks of 10 m; the depot at the front of the first, or, mirrored, at its back.
    private static func twoBlocks(isMirrored: Bool) -> BlockFloor {
        let stops = [(0, 4), (0, 14), (1, 12), (1, 17), (2, 3), (1, 7), (1, 4), (0, 0)]
        return BlockFloor(
            aisleXMM: [0, 5, 10], crossAisleYMM: [0, 10, 20],
            isSubAisleOpen: [[true, true], [true, true], [true, true]],
            barrierYMM: [[nil, nil], [nil, nil], [nil, nil]],
            isCrossingOpen: [[true, true], [true, true], [true, true]],
            positions: stops.map { aisle, y in .init(line: .aisle(aisle, yMM: isMirrored ? 20 - y : y)) })
    }

    @Test(
        "several blocks: up the outermost aisle, then block by block from the farthest",
        arguments: [false, true],
        [
            (RoutingPolicy.sShape, [0, 1, 3, 2, 5, 6, 4], 66), (.return, [0, 1, 2, 3, 6, 5, 4], 74),
            (.midpoint, [0, 1, 3, 2, 5, 4, 6], 74), (.largestGap, [0, 1, 3, 2, 5, 6, 4], 66),
            (.combined, [0, 1, 3, 2, 5, 6, 4], 66), (.code, [0, 1, 2, 3, 4, 5, 6], 76),
        ])
    func blocks(isMirrored: Bool, expected: (policy: RoutingPolicy, order: [Int], lengthMM: Int)) throws {
        let planner = TourPlanner(ground: BlockFloorGround(Self.twoBlocks(isMirrored: isMirrored)))
        let depot = PlaceID(index: 7)
        let tour = try planner.plan(from: depot, to: depot, stops: stops(0..<7), policy: expected.policy)
        #expect(tour.order == expected.order)
        #expect(tour.lengthMM == expected.lengthMM)
    }

    @Test("no rule beats the optimum, and each calls at every stop", arguments: seeds)
    func neverBelowOptimum(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let floor = RandomFloor(
            &random, crossAisles: random.next(in: 2...6), aisles: random.next(in: 1...7), places: 16
        )
        .floor
        let planner = TourPlanner(ground: BlockFloorGround(floor))
        let (start, asked) = (PlaceID(index: 15), stops(0..<15))
        let optimum = try planner.plan(from: start, to: start, stops: asked)
        for policy in RoutingPolicy.allCases {
            let tour = try planner.plan(from: start, to: start, stops: asked, policy: policy)
            #expect(tour.order.sorted() == Array(0..<15))
            #expect(tour.lengthMM >= optimum.lengthMM)
            #expect(tour.lowerBoundMM == optimum.lengthMM)
            #expect(
                BlockFloorGround(floor).walkMM(from: start, to: start, stops: asked, tour: tour)
                    == tour.lengthMM)
        }
    }

    @Test("classes come before the rule, each from where the one before ended")
    func classesFirst() throws {
        let planner = TourPlanner(ground: BlockFloorGround(Self.floor))
        let asked = [1, 0, 0, 1, 0].enumerated().map {
            TourStop(place: PlaceID(index: $0), precedenceClass: $1)
        }
        let tour = try planner.plan(
            from: PlaceID(index: 5), to: PlaceID(index: 5), stops: asked, policy: .sShape)
        #expect(tour.order == [1, 2, 4, 3, 0])
    }

    @Test("a rule of aisles is refused where there are none")
    func needsAisles() throws {
        let planner = TourPlanner(ground: try DistanceMatrix(rows: [[0, 1], [1, 0]]))
        #expect(throws: RoutingError.needsBlockFloor(.sShape)) {
            try planner.plan(
                from: PlaceID(index: 0), to: PlaceID(index: 0), stops: stops([1]), policy: .sShape)
        }
    }
}
