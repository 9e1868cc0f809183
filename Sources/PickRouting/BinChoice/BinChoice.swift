public import WarehouseLayout

/// Chooses the bins of all lines together with the walk, so that the walk is short and every line full.
///
///     let chosen = try BinChoice(planner: planner).plan(lines, from: start, to: pack)
///     print(chosen.lengthMM, chosen.lowerBoundMM, chosen.isOptimal)     // 84000 84000 true
///
/// The problem is the single-picker routing problem with scattered storage: Heßler and Irnich 2024, "Exact
/// solution of the single-picker routing problem with scattered storage". On wholly open rectangular floors
/// every choice is valued by the exact walk, and a bound says how far from the best it can be; on other
/// grounds walks are measured by a short search.
public struct BinChoice: Sendable {
    /// The effort where nobody asks for more or less: some ten milliseconds.
    public static let defaultEffort = 25_000
    /// An effort is worth a thousand units of work.
    private static let workPerEffort = 1_000

    private let planner: TourPlanner

    public init(planner: TourPlanner) { self.planner = planner }

    /// The best choice found; the same lines, effort and seed give the same one on every machine.
    ///
    /// Nothing is searched where the bound proves the choice first.
    /// - Parameter effort: about as many thousand nanoseconds are spent at most.
    /// - Throws: `RoutingError.notEnough` where a line's candidates hold less than it asks for.
    /// - Complexity: O(effort)
    public func plan(
        _ lines: [PickLine], from start: PlaceID, to end: PlaceID, effort: Int = defaultEffort,
        seed: UInt64 = 1
    ) throws(RoutingError) -> ChosenTour {
        for (index, line) in lines.enumerated() {
            let offered = line.candidates.reduce(0) { $0 + max(0, $1.available) }
            if offered < line.quantity {
                throw .notEnough(line: index, asked: line.quantity, offered: offered)
            }
        }
        let places = lines.flatMap { $0.candidates.map(\.place) }
        let measure = try WalkMeasure(from: start, to: end, places: places, planner: planner)
        let workMax = effort * Self.workPerEffort
        if let aisles = planner.floor.flatMap({ AisleSteps(from: start, to: end, places: places, on: $0) }) {
            var choice = AisleChoice(lines, numbers: numbers(aisles.pointOfPlace, of: lines), on: aisles)
            choice.run(workMax: workMax, seed: seed)
            return try tour(
                through: choice.chosen, of: lines, from: start, to: end, lowerBoundMM: choice.lowerBoundMM,
                method: choice.isProven ? .aisleDP : .localSearch)
        }
        if measure.isExact,
            let all = AllChoices(lines, countMax: workMax / MeasuredLengths.workPerMeasure / measure.cost)
        {
            let (chosen, lengthMM) = all.shortest(by: measure)
            return try tour(
                through: chosen, of: lines, from: start, to: end, lowerBoundMM: lengthMM, method: .aisleDP)
        }
        let lengths = MeasuredLengths(measure, places: places)
        var search = ChoiceSearch(lines, numbers: numbers(lengths.numbers, of: lines), lengths: lengths)
        search.settle()
        search.disturb(until: workMax, seed: seed)
        return try tour(
            through: search.chosen, of: lines, from: start, to: end,
            lowerBoundMM: farthest(of: lines, from: start, to: end), method: .localSearch)
    }

    private func numbers(_ byPlace: [Int], of lines: [PickLine]) -> [[Int]] {
        var next = 0
        return lines.map { line in
            next += line.candidates.count
            return Array(byPlace[(next - line.candidates.count)..<next])
        }
    }

    /// No choice is shorter than the way by the nearest bin of any one line.
    private func farthest(of lines: [PickLine], from start: PlaceID, to end: PlaceID) -> Int {
        func way(_ from: PlaceID, _ to: PlaceID) -> Int {
            from == to ? 0 : planner.ground.distanceMM(from: from, to: to) ?? 0
        }
        return lines.reduce(way(start, end)) { most, line in
            guard line.quantity > 0 else { return most }
            let ways = line.candidates.filter { $0.available > 0 }.map {
                way(start, $0.place) + way($0.place, end)
            }
            return max(most, ways.min() ?? 0)
        }
    }

    private func tour(
        through chosen: [[Int]], of lines: [PickLine], from start: PlaceID, to end: PlaceID,
        lowerBoundMM: Int, method: TourMethod
    ) throws(RoutingError) -> ChosenTour {
        var picks: [ChosenTour.Pick] = []
        var hadChoice = false
        for (index, line) in lines.enumerated() {
            var rest = line.quantity
            for candidate in chosen[index] where rest > 0 {
                let quantity = min(rest, line.candidates[candidate].available)
                picks.append(.init(line: index, candidate: candidate, quantity: quantity))
                rest -= quantity
            }
            if chosen[index].count < line.candidates.count { hadChoice = true }
        }
        let stops = picks.map { TourStop(place: lines[$0.line].candidates[$0.candidate].place) }
        let tour = try planner.plan(from: start, to: end, stops: stops)
        return ChosenTour(
            picks: tour.order.map { picks[$0] }, lengthMM: tour.lengthMM,
            lowerBoundMM: min(tour.lengthMM, hadChoice ? lowerBoundMM : tour.lowerBoundMM),
            method: hadChoice ? method : tour.method)
    }
}
