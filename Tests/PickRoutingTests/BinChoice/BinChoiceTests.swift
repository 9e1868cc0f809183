import Common
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Choosing bins with the tour")
struct BinChoiceTests {
    @Test(
        "lines are full, quantities available, bounds true, small choices the best of all",
        arguments: seeds, [true, false])
    func equalsTheBestOfAllChoices(seed: UInt64, isShelvesOnly: Bool) throws {
        let task = task(seed: seed, isShelvesOnly: isShelvesOnly)
        let chosen = try task.plan(effort: BinChoice.defaultEffort)
        for (index, line) in task.lines.enumerated() {
            let picks = chosen.picks.filter { $0.line == index }
            #expect(picks.reduce(0) { $0 + $1.quantity } == line.quantity)
            #expect(
                picks.allSatisfy { $0.quantity > 0 && $0.quantity <= line.candidates[$0.candidate].available }
            )
            #expect(Set(picks.map(\.candidate)).count == picks.count)
        }
        #expect(chosen.isOptimal)
        #expect(chosen.lengthMM == (try task.leastOverAllChoices()))
        #expect(try task.plan(effort: BinChoice.defaultEffort).picks == chosen.picks)
    }

    @Test("where choices cannot all be tried, the search comes close to the best and never claims more")
    func searchesCloseToTheBest() throws {
        var (found, least) = (0, 0)
        for seed in seeds {
            let task = task(seed: seed, isShelvesOnly: false)
            let best = try task.leastOverAllChoices()
            let chosen = try task.plan(effort: 500)
            #expect(chosen.lengthMM >= best, "seed \(seed)")
            #expect(chosen.lowerBoundMM <= best, "seed \(seed)")
            found += chosen.lengthMM
            least += best
        }
        #expect(found * 100 <= least * 105)
    }

    fileprivate struct Task {
        let planner: TourPlanner
        let lines: [PickLine]
        let start: PlaceID
        let end: PlaceID

        func plan(effort: Int) throws -> ChosenTour {
            try BinChoice(planner: planner).plan(lines, from: start, to: end, effort: effort)
        }
    }

    private func task(seed: UInt64, isShelvesOnly: Bool) -> Task {
        var random = SplitMix64(seed: seed)
        let (aisles, crossAisles) = (random.next(in: 2...5), random.next(in: 2...4))
        let floor =
            isShelvesOnly
            ? shelvesOnly(&random, aisles: aisles, crossAisles: crossAisles, places: 20)
            : RandomFloor(&random, crossAisles: crossAisles, aisles: aisles, places: 20).floor
        let end = PlaceID(index: random.next(in: 18...19))
        let lines = (0..<4).map { line in
            PickLine(
                quantity: random.next(in: 1...3),
                candidates: (0..<4).map {
                    .init(
                        place: PlaceID(index: line * 4 + $0), available: $0 == 0 ? 3 : random.next(in: 0...2))
                })
        }
        return Task(
            planner: TourPlanner(ground: BlockFloorGround(floor)), lines: lines, start: PlaceID(index: 18),
            end: end)
    }

    /// A wholly open floor with bins inside aisles; the last two places hang on cross aisles.
    private func shelvesOnly(_ random: inout SplitMix64, aisles: Int, crossAisles: Int, places: Int)
        -> BlockFloor
    {
        let xs = (0..<aisles).map { $0 * 5 + random.next(in: 0...2) }
        let ys = (0..<crossAisles).map { $0 * 20 + random.next(in: 0...3) }
        let positions = (0..<places).map { place -> BlockFloor.Position in
            if place >= places - 2 {
                return .init(
                    line: .crossAisle(
                        random.next(in: 0..<crossAisles), xMM: random.next(in: xs[0]...xs[aisles - 1])),
                    spurMM: random.next(in: 0...4))
            }
            let block = random.next(in: 0..<(crossAisles - 1))
            return .init(
                line: .aisle(
                    random.next(in: 0..<aisles), yMM: random.next(in: (ys[block] + 1)..<ys[block + 1])))
        }
        return BlockFloor(
            aisleXMM: xs, crossAisleYMM: ys,
            isSubAisleOpen: Array(repeating: Array(repeating: true, count: crossAisles - 1), count: aisles),
            barrierYMM: Array(repeating: Array(repeating: nil, count: crossAisles - 1), count: aisles),
            isCrossingOpen: Array(repeating: Array(repeating: true, count: aisles - 1), count: crossAisles),
            positions: positions)
    }

    @Test("a line that its bins cannot fill is refused")
    func notEnough() throws {
        let planner = TourPlanner(ground: try DistanceMatrix(rows: [[0, 1], [1, 0]]))
        let line = PickLine(quantity: 5, candidates: [.init(place: PlaceID(index: 1), available: 4)])
        #expect(throws: RoutingError.notEnough(line: 0, asked: 5, offered: 4)) {
            try BinChoice(planner: planner).plan([line], from: PlaceID(index: 0), to: PlaceID(index: 0))
        }
    }
}

extension BinChoiceTests.Task {
    /// By trying every set of bins, each with a planned walk.
    func leastOverAllChoices() throws -> Int {
        var least = Int.max
        func extend(_ line: Int, _ places: [PlaceID]) throws {
            guard line < lines.count else {
                let tour = try planner.plan(from: start, to: end, stops: places.map { TourStop(place: $0) })
                least = min(least, tour.lengthMM)
                return
            }
            let candidates = lines[line].candidates
            for subset in 1..<(1 << candidates.count) {
                let chosen = candidates.indices.filter {
                    subset >> $0 & 1 == 1 && candidates[$0].available > 0
                }
                // Only sets in which no bin is needless.
                let held = chosen.reduce(0) { $0 + candidates[$1].available }
                let isTight = chosen.allSatisfy { held - candidates[$0].available < lines[line].quantity }
                guard chosen.count == subset.nonzeroBitCount, held >= lines[line].quantity, isTight else {
                    continue
                }
                try extend(line + 1, places + chosen.map { candidates[$0].place })
            }
        }
        try extend(0, [])
        return least
    }
}
