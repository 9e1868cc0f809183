import Common
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Tours where many a place leads to few others")
struct GappyTourTests {
    @Test("a tour is refused only where no order can be walked", arguments: seeds, 1...3)
    func refusedOnlyWhereNone(seed: UInt64, classes: Int) throws {
        var random = SplitMix64(seed: seed * 3 + UInt64(classes))
        for _ in 0..<20 {
            let count = random.next(in: 0...6)
            let ground = GappyGround(&random, places: count + 2, oneIn: 2)
            let (start, end) = (PlaceID(index: count), PlaceID(index: random.next(in: count...count + 1)))
            let asked = (0..<count).map {
                TourStop(place: PlaceID(index: $0), precedenceClass: random.next(in: 1...classes))
            }
            let planner = TourPlanner(ground: ground)
            guard let least = ground.leastMM(from: start, to: end, stops: asked) else {
                #expect {
                    try planner.plan(from: start, to: end, stops: asked)
                } throws: { error in
                    switch error as? RoutingError {
                    case .noWay(let from, let to), .noOrder(let from, let to, isProven: true):
                        ground.distanceMM(from: from, to: to) == nil
                    default: false
                    }
                }
                continue
            }
            let tour = try planner.plan(from: start, to: end, stops: asked)
            #expect(tour.lengthMM == least)
            #expect(tour.isOptimal)
            #expect(ground.walkMM(from: start, to: end, stops: asked, tour: tour) == least)
        }
    }

    @Test("among many stops the search finds the gaps' way round", arguments: seeds, 1...3)
    func manyStops(seed: UInt64, classes: Int) throws {
        var random = SplitMix64(seed: seed * 3 + UInt64(classes))
        let count = 40
        let ground = GappyGround(&random, places: count + 2, oneIn: 2)
            .opened(along: [count] + Array(0..<count) + [count + 1])
        let asked = (0..<count).map {
            TourStop(place: PlaceID(index: $0), precedenceClass: $0 * classes / count)
        }.shuffled(using: &random)
        let (start, end) = (PlaceID(index: count), PlaceID(index: count + 1))
        let tour = try TourPlanner(ground: ground).plan(from: start, to: end, stops: asked)
        #expect(ground.walkMM(from: start, to: end, stops: asked, tour: tour) == tour.lengthMM)
        #expect(tour.lengthMM < (count + 1) * 500)
        #expect(0...tour.lengthMM ~= tour.lowerBoundMM)
        let called = tour.order.map { asked[$0].precedenceClass }
        #expect(called == called.sorted())
    }

    @Test("where the search finds no way round, it says so and names a step that there is no way for")
    func noneFound() throws {
        var random = SplitMix64(seed: 1)
        // Nothing leads away from stop 0 or stop 1.
        let ground = GappyGround(&random, places: 20, oneIn: 20).closed(from: [0, 1])
        let planner = TourPlanner(ground: ground)
        let (start, end) = (PlaceID(index: 18), PlaceID(index: 19))
        #expect {
            try planner.plan(from: start, to: end, stops: stops(0..<18))
        } throws: { error in
            guard case .noOrder(let from, let to, isProven: false) = error as? RoutingError else {
                return false
            }
            return ground.distanceMM(from: from, to: to) == nil
        }
    }
}
