import Common
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Lines with very many bins, and with very many pieces")
struct ManyBinsTests {
    /// Bins in a row; every question is counted.
    private final class CountedLengths: ChoiceLengths {
        let numbers: [Int]
        private var chosen: Set<Int> = []
        private(set) var asked = 0

        init(count: Int) { numbers = Array(0..<count) }

        var work: Int { asked * 100 }
        var lengthMM: Int { 2 * (chosen.max() ?? 0) }
        func region(of number: Int) -> Int { number / 10 }
        func insert(_ number: Int) { chosen.insert(number) }
        func remove(_ number: Int) { chosen.remove(number) }
        func detourMM(to number: Int) -> Int {
            asked += 1
            return chosen.contains(number) ? 0 : 1
        }
    }

    private func line(_ count: Int, quantity: Int) -> PickLine {
        PickLine(
            quantity: quantity, candidates: (0..<count).map { .init(place: PlaceID(index: $0), available: 1) }
        )
    }

    @Test("a line is filled in few rounds, however many bins it needs", arguments: [100, 2_000])
    func rounds(count: Int) {
        let lengths = CountedLengths(count: count)
        let search = ChoiceSearch(
            [line(count, quantity: count - 50)], numbers: [lengths.numbers], lengths: lengths, workMax: .max)
        #expect(search.chosen[0].count == count - 50)
        #expect(lengths.asked <= 64 * count)
    }

    @Test(
        "no more bins are valued than the work allows, and the line is filled all the same",
        arguments: [0, 1_000, 50_000])
    func workMax(workMax: Int) {
        let lengths = CountedLengths(count: 2_000)
        var search = ChoiceSearch(
            [line(2_000, quantity: 1_900)], numbers: [lengths.numbers], lengths: lengths, workMax: workMax)
        search.improve()
        search.perturb(until: workMax, seed: 1)
        #expect(search.chosen[0].count == 1_900)
        #expect(lengths.asked * 100 <= workMax)
    }

    @Test(
        "the choice is whole at any effort, with a meter and without", arguments: [0, 1, 100], [true, false])
    func effort(effort: Int, hasMeter: Bool) throws {
        var random = SplitMix64(seed: 3)
        let floor = BlockFloorGround(RandomFloor(&random, crossAisles: 3, aisles: 5, places: 120).floor)
        let ground: any WalkingGround = hasMeter ? floor : try floor.asMatrix()
        let lines = [
            line(110, quantity: 60), PickLine(quantity: 2, candidates: line(9, quantity: 2).candidates),
        ]
        let chosen = try BinChoice(planner: TourPlanner(ground: ground))
            .plan(lines, from: PlaceID(index: 118), to: PlaceID(index: 119), effort: effort)
        for (index, line) in lines.enumerated() {
            let picks = chosen.picks.filter { $0.line == index }
            #expect(picks.reduce(0) { $0 + $1.quantity } == line.quantity)
            #expect(Set(picks.map(\.candidate)).count == picks.count)
        }
        #expect(chosen.lowerBoundMM <= chosen.lengthMM)
    }

    @Test("numbers at the end of the scale are reckoned with", arguments: [true, false])
    func largest(isShelvesOnly: Bool) throws {
        var random = SplitMix64(seed: 5)
        let floor = RandomFloor(&random, crossAisles: 2, aisles: 4, places: 12, spurs: !isShelvesOnly).floor
        let planner = TourPlanner(ground: BlockFloorGround(floor))
        for quantity in [1_000_000, RoutingLimits.amountMax, 2 * RoutingLimits.amountMax, .max] {
            let lines = (0..<2).map { line in
                PickLine(
                    quantity: quantity,
                    candidates: (0..<5).map {
                        .init(place: PlaceID(index: 5 * line + $0), available: quantity)
                    })
            }
            do throws(RoutingError) {
                let chosen = try BinChoice(planner: planner)
                    .plan(lines, from: PlaceID(index: 10), to: PlaceID(index: 11), effort: 50)
                #expect(chosen.picks.reduce(0) { $0 + $1.quantity } == 2 * quantity)
            } catch {
                #expect(quantity == .max)
                #expect(error == .notEnough(line: 0, asked: .max, offered: 5 * RoutingLimits.amountMax))
            }
        }
        let below = PickLine(quantity: .min, candidates: [.init(place: PlaceID(index: 0), available: .min)])
        #expect(below.quantity == 0 && below.candidates[0].available == 0)
    }

    @Test("a line that asks for nothing has nothing to search", arguments: [true, false])
    func nothing(hasMeter: Bool) throws {
        var random = SplitMix64(seed: 3)
        let floor = BlockFloorGround(
            RandomFloor(&random, crossAisles: 2, aisles: 3, places: 4, spurs: false).floor)
        let ground: any WalkingGround = hasMeter ? floor : try floor.asMatrix()
        let chosen = try BinChoice(planner: TourPlanner(ground: ground))
            .plan([line(2, quantity: 0)], from: PlaceID(index: 2), to: PlaceID(index: 3), effort: 1_000_000)
        #expect(chosen.picks.isEmpty)
        #expect(chosen.isOptimal)
    }

    @Test("a place that the floor does not have is refused")
    func unknownPlace() throws {
        let planner = TourPlanner(ground: try DistanceMatrix(rows: [[0, 1], [1, 0]]))
        #expect(throws: RoutingError.unknownPlace(PlaceID(index: 2), placeCount: 2)) {
            try BinChoice(planner: planner).plan(
                [line(3, quantity: 1)], from: PlaceID(index: 0), to: PlaceID(index: 0))
        }
    }

    @Test("lines of a lower class come first, and the bound still holds", arguments: seeds)
    func classes(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let planner = TourPlanner(
            ground: BlockFloorGround(
                RandomFloor(&random, crossAisles: random.next(in: 2...3), aisles: 4, places: 14).floor))
        let lines = (0..<3).map { line in
            PickLine(
                quantity: 1,
                candidates: (0..<4).map { .init(place: PlaceID(index: 4 * line + $0), available: 1) },
                precedenceClass: random.next(in: 0...2))
        }
        let chosen = try BinChoice(planner: planner).plan(
            lines, from: PlaceID(index: 12), to: PlaceID(index: 13))
        let classes = chosen.picks.map { lines[$0.line].precedenceClass }
        #expect(classes == classes.sorted())
        var least = Int.max
        for choice in 0..<64 {
            let stops = (0..<3).map { line in
                TourStop(
                    place: lines[line].candidates[choice >> (2 * line) & 3].place,
                    precedenceClass: lines[line].precedenceClass)
            }
            least = min(
                least,
                try planner.plan(from: PlaceID(index: 12), to: PlaceID(index: 13), stops: stops).lengthMM)
        }
        #expect(chosen.lowerBoundMM <= least && least <= chosen.lengthMM)
    }
}
