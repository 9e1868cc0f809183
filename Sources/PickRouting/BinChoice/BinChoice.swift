public import WarehouseLayout

/// Chooses the bins of all lines together with the walk, so that the walk is short and every line full.
///
/// The problem is the single-picker routing problem with scattered storage: Heßler and Irnich 2024, "Exact
/// solution of the single-picker routing problem with scattered storage".
public struct BinChoice: Sendable {
    /// Disturbances of the choice where nobody asks for more or fewer.
    public static let defaultEffort = 200

    private let planner: TourPlanner

    public init(planner: TourPlanner) { self.planner = planner }

    /// The best choice found; the same lines, effort and seed give the same one on every machine.
    ///
    /// - Throws: `RoutingError.notEnough` where a line's candidates hold less than it asks for.
    /// - Complexity: O(effort · candidates) measures of a walk
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
        var search = ChoiceSearch(lines, measure: measure)
        search.run(disturbances: measure.share(of: effort), seed: seed)
        return try tour(through: search.chosen, of: lines, from: start, to: end, seed: seed)
    }

    private func tour(
        through chosen: [[Int]], of lines: [PickLine], from start: PlaceID, to end: PlaceID, seed: UInt64
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
        let tour = try planner.plan(from: start, to: end, stops: stops, seed: seed)
        return ChosenTour(
            picks: tour.order.map { picks[$0] }, lengthMM: tour.lengthMM,
            lowerBoundMM: hadChoice ? 0 : tour.lowerBoundMM, method: hadChoice ? .localSearch : tour.method)
    }
}
