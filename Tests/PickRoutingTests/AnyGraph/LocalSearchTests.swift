import Common
import Testing
import WarehouseLayout

@testable import PickRouting

@Suite("Tours on any graph")
struct LocalSearchTests {
    private func matrix(_ random: inout SplitMix64, count: Int, symmetric: Bool) throws -> DistanceMatrix {
        var rows = (0..<count).map { _ in (0..<count).map { _ in random.next(in: 1...1_000) } }
        for row in 0..<count {
            rows[row][row] = 0
            if symmetric { for column in 0..<row { rows[row][column] = rows[column][row] } }
        }
        return try DistanceMatrix(rows: rows)
    }

    @Test(
        "the search comes close to what Held–Karp proves, and keeps to the classes", arguments: seeds,
        [true, false])
    func comesClose(seed: UInt64, symmetric: Bool) throws {
        var random = SplitMix64(seed: seed)
        let count = random.next(in: 4...9)
        let ground = try matrix(&random, count: count + 2, symmetric: symmetric)
        let (start, end) = (
            PlaceID(index: count), PlaceID(index: random.chance(oneIn: 2) ? count : count + 1)
        )
        let classes = random.next(in: 1...3)
        let asked = (0..<count).map {
            TourStop(place: PlaceID(index: $0), precedenceClass: random.next(in: 1...classes) * 10)
        }
        let problem = try WalkProblem(from: start, to: end, stops: MergedStops(asked), on: ground)
        let exact = HeldKarp.order(of: problem)
        let walk = LocalSearch.walk(of: problem, effort: 4_000, seed: 1)
        let found = walk.order
        #expect(found.sorted() == Array(0..<count))
        // Random tables are harder than floors: now and then the search stays a little above the optimum.
        #expect(
            problem.length(of: found) * 100 <= problem.length(of: exact) * 110,
            "\(count) stops, \(classes) classes")
        let tree = OneTree.bound(
            of: problem.withoutClasses, lengthMM: problem.length(of: found), effort: 4_000)
        #expect(max(tree, walk.lowerBoundMM) <= problem.length(of: exact))
        #expect(problem.length(of: found) >= problem.length(of: exact))
        for order in [exact, found] {
            let classes = order.map { asked[$0].precedenceClass }
            #expect(classes == classes.sorted())
        }
    }

    @Test("an assignment costs what the cheapest permutation does, and its prices prove it", arguments: seeds)
    func assignment(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = random.next(in: 2...7)
        // Few steps are cheap and many cost as much as steps for which there is no way.
        let table = (0..<count * count).map { entry in
            entry % (count + 1) == 0 ? 1 << 40 : random.chance(oneIn: 2) ? random.next(in: 0...30) : 1 << 30
        }
        let assignment = Assignment(of: FlatArray(table), count: count)
        var least = Int.max
        func assign(_ node: Int, _ cost: Int, _ left: Set<Int>) {
            if left.isEmpty { least = min(least, cost) }
            for to in left.sorted() {
                assign(node + 1, cost + table[node * count + to], left.subtracting([to]))
            }
        }
        assign(0, 0, Set(0..<count))
        #expect(assignment.cost == least)
        var prices = 0
        for from in 0..<count {
            prices += assignment.leaving[from] + assignment.coming[from]
            for to in 0..<count {
                #expect(assignment.leaving[from] + assignment.coming[to] <= table[from * count + to])
            }
        }
        #expect(prices == least)
    }

    @Test("directed walks through many stops come within a twentieth of the bound", arguments: seeds)
    func directed(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let ground = try matrix(&random, count: 80, symmetric: false)
        let tour = try TourPlanner(ground: ground)
            .plan(from: PlaceID(index: 0), to: PlaceID(index: 0), stops: stops(1..<80))
        #expect(tour.order.sorted() == Array(0..<79))
        #expect(tour.lengthMM * 20 <= tour.lowerBoundMM * 21)
    }

    @Test("Held–Karp equals trying every order", arguments: seeds)
    func equalsEveryOrder(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let count = random.next(in: 1...6)
        let ground = try matrix(&random, count: count + 2, symmetric: false)
        let (start, end) = (PlaceID(index: count), PlaceID(index: count + 1))
        let problem = try WalkProblem(from: start, to: end, stops: MergedStops(stops(0..<count)), on: ground)
        var least = Int.max
        func tryAll(_ order: [Int], _ left: Set<Int>) {
            if left.isEmpty { least = min(least, problem.length(of: order)) }
            for stop in left.sorted() { tryAll(order + [stop], left.subtracting([stop])) }
        }
        tryAll([], Set(0..<count))
        #expect(problem.length(of: HeldKarp.order(of: problem)) == least)
    }
}
