public import WarehouseLayout

/// Chooses the bins of all lines together with the walk, so that the walk is short and every line full.
///
///     let chosen = try BinChoice(planner: planner).plan(lines, from: start, to: pack)
///     print(chosen.lengthMM, chosen.lowerBoundMM, chosen.isOptimal)     // 84000 84000 true
///
/// The problem is the single-picker routing problem with scattered storage: Heßler and Irnich 2024, "Exact
/// solution of the single-picker routing problem with scattered storage". On wholly open rectangular floors
/// every choice is measured by the exact walk, and a bound says how far from the best it can be; on other
/// grounds walks are measured by a short search.
///
/// Where lines have classes, bins are chosen for the walk without them, and the walk then keeps to them.
public struct BinChoice: Sendable {
    /// The effort where nobody asks for more or less: some ten milliseconds.
    public static let defaultEffort = 25_000

    private let planner: TourPlanner
    private let parameters: Parameters

    /// By line the candidates chosen, and what is known about any choice.
    private struct Choice {
        let chosen: [[Int]]
        let lowerBoundMM: Int
        let method: TourMethod
    }

    public init(planner: TourPlanner) { self.init(planner: planner, parameters: Parameters()) }

    init(planner: TourPlanner, parameters: Parameters) {
        (self.planner, self.parameters) = (planner, parameters)
    }

    /// The best choice found; the same lines, effort and seed give the same one on every machine.
    ///
    /// Nothing is searched where the bound proves the choice first. Where the effort does not suffice to
    /// measure every bin once, lines are filled from what is nearest or holds most.
    /// - Parameter effort: about as many thousand nanoseconds are spent at most, beside reading the lines and
    ///   planning the walk.
    /// - Throws: `RoutingError.notEnough` where a line's candidates hold less than it asks for.
    /// - Complexity: O(n log n + effort) for n candidates
    public func plan(
        _ lines: [PickLine], from start: PlaceID, to end: PlaceID, effort: Int = defaultEffort,
        seed: UInt64 = 1
    ) throws(RoutingError) -> ChosenTour {
        try check(lines, start, end)
        let workMax = effort.clamped(to: 0...RoutingLimits.effortMax) * parameters.workPerEffort
        let places = lines.flatMap { $0.candidates.map(\.place) }
        let isMetered = planner.floor.map { floor in
            (places + [start, end]).allSatisfy { floor.points[$0.index].isOnGrid }
        }
        let choice =
            isMetered == true
            ? try choiceOnAisles(lines, places, from: start, to: end, workMax: workMax, seed: seed)
            : try choiceElsewhere(lines, from: start, to: end, workMax: workMax, seed: seed)
        return try tour(choice, of: lines, from: start, to: end)
    }

    private func check(_ lines: [PickLine], _ start: PlaceID, _ end: PlaceID) throws(RoutingError) {
        let known = 0..<planner.ground.placeCount
        func check(_ place: PlaceID) throws(RoutingError) {
            guard known ~= place.index else { throw .unknownPlace(place, placeCount: known.count) }
        }
        try check(start)
        try check(end)
        for (index, line) in lines.enumerated() {
            for candidate in line.candidates { try check(candidate.place) }
            let offered = line.offered
            if offered < line.quantity {
                throw .notEnough(line: index, asked: line.quantity, offered: offered)
            }
        }
    }

    private func tour(
        _ choice: Choice, of lines: [PickLine], from start: PlaceID, to end: PlaceID
    ) throws(RoutingError) -> ChosenTour {
        var picks: [ChosenTour.Pick] = []
        var hadChoice = false
        for (index, line) in lines.enumerated() {
            var rest = line.quantity
            for candidate in choice.chosen[index] where rest > 0 {
                let quantity = min(rest, line.candidates[candidate].available)
                picks.append(.init(line: index, candidate: candidate, quantity: quantity))
                rest -= quantity
            }
            if choice.chosen[index].count < line.candidates.count { hadChoice = true }
        }
        let stops = picks.map {
            TourStop(
                place: lines[$0.line].candidates[$0.candidate].place,
                precedenceClass: lines[$0.line].precedenceClass)
        }
        let tour = try planner.plan(from: start, to: end, stops: stops)
        let hasClasses = stops.contains { $0.precedenceClass != stops[0].precedenceClass }
        return ChosenTour(
            picks: tour.order.map { picks[$0] }, lengthMM: tour.lengthMM,
            lowerBoundMM: min(tour.lengthMM, hadChoice ? choice.lowerBoundMM : tour.lowerBoundMM),
            method: hadChoice && !hasClasses ? choice.method : tour.method)
    }
}

// MARK: The choice by ground

extension BinChoice {
    /// Where every walk is measured exactly.
    private func choiceOnAisles(
        _ lines: [PickLine], _ places: [PlaceID], from start: PlaceID, to end: PlaceID, workMax: Int,
        seed: UInt64
    ) throws(RoutingError) -> Choice {
        let measure = try WalkMeasure(from: start, to: end, places: places, planner: planner)
        if let aisles = planner.floor.flatMap({ AisleSteps(from: start, to: end, places: places, on: $0) }) {
            var choice = AisleChoice(
                lines, numbers: numbers(aisles.pointOfPlace, of: lines), on: aisles, workMax: workMax,
                parameters: parameters)
            choice.run(seed: seed)
            return Choice(
                chosen: choice.chosen, lowerBoundMM: choice.lowerBoundMM,
                method: choice.isProven ? .aisleDP : .localSearch)
        }
        if measure.isExact,
            let all = AllChoices(lines, countMax: workMax / MeasuredLengths.workPerMeasure / measure.cost)
        {
            let (chosen, lengthMM) = all.shortest(by: measure)
            return Choice(chosen: chosen, lowerBoundMM: lengthMM, method: .aisleDP)
        }
        return Choice(
            chosen: searched(lines, places, measure, workMax: workMax, seed: seed),
            lowerBoundMM: farthest(of: lines, from: start, to: end), method: .localSearch)
    }

    /// Where a table of distances between all candidates is needed: among as many as the effort allows.
    private func choiceElsewhere(
        _ lines: [PickLine], from start: PlaceID, to end: PlaceID, workMax: Int, seed: UInt64
    ) throws(RoutingError) -> Choice {
        let lowerBoundMM = farthest(of: lines, from: start, to: end)
        let list = NearestBins(
            lines, from: start, to: end, ground: planner.ground,
            binsMax: max(1, Int(Double(workMax / parameters.workPerDistance).squareRoot())))
        if list.isTooLong {
            return Choice(chosen: list.fewest, lowerBoundMM: lowerBoundMM, method: .localSearch)
        }
        let places = list.lines.flatMap { $0.candidates.map(\.place) }
        let measure = try WalkMeasure(from: start, to: end, places: places, planner: planner)
        let chosen = searched(list.lines, places, measure, workMax: workMax, seed: seed)
        return Choice(chosen: list.asOffered(chosen), lowerBoundMM: lowerBoundMM, method: .localSearch)
    }

    private func searched(
        _ lines: [PickLine], _ places: [PlaceID], _ measure: WalkMeasure, workMax: Int, seed: UInt64
    ) -> [[Int]] {
        let lengths = MeasuredLengths(measure, places: places)
        var search = ChoiceSearch(
            lines, numbers: numbers(lengths.numbers, of: lines), lengths: lengths, workMax: workMax,
            parameters: parameters.search)
        search.improve()
        search.perturb(until: workMax, seed: seed)
        return search.chosen
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
}
