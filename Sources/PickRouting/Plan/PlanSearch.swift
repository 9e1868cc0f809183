import WarehouseLayout

/// What is known of a walk that was searched.
private protocol SearchedWalk {
    var lengthMM: Int { get }
    var isOptimal: Bool { get }
}

extension Tour: SearchedWalk {}
extension ChosenTour: SearchedWalk {}

/// Searches one walk of `wms plan tour` by the settings: by a policy, by effort, or until a budget is spent.
struct PlanSearch {
    private let planner: TourPlanner
    private let start: PlaceID
    private let end: PlaceID
    private let settings: PlanTour.Settings
    private let elapsedMicroseconds: () -> Int

    init(
        planner: TourPlanner, start: PlaceID, end: PlaceID, settings: PlanTour.Settings,
        _ elapsedMicroseconds: @escaping () -> Int
    ) {
        (self.planner, self.start, self.end) = (planner, start, end)
        (self.settings, self.elapsedMicroseconds) = (settings, elapsedMicroseconds)
    }

    /// - Parameters:
    ///   - codeOrder: where each stop's code stands in the list of codes.
    ///   - first: the stop that is called at first, if one is.
    func tour(
        through stops: [TourStop], codeOrder: [Int], first: Int? = nil
    ) throws(RoutingError) -> Tour {
        guard let first else { return try tour(from: start, stops, codeOrder) }
        return try planner.plan(from: start, stops: stops, locking: first) {
            place, others, rest throws(RoutingError) in
            try tour(from: place, rest, others.map { codeOrder[$0] })
        }
    }

    private func tour(
        from start: PlaceID, _ stops: [TourStop], _ codeOrder: [Int]
    ) throws(RoutingError) -> Tour {
        if let policy = settings.policy {
            return policy == .code
                ? try planner.plan(from: start, to: end, stops: stops, codeOrder: codeOrder)
                : try planner.plan(from: start, to: end, stops: stops, policy: policy)
        }
        return try best(from: TourPlanner.defaultEffort) { effort, seed throws(RoutingError) in
            try planner.plan(from: start, to: end, stops: stops, effort: effort, seed: seed)
        }
    }

    /// The bins for the shortest walk; with a policy, the walk through them is its.
    func chosen(for lines: PlanLines) throws(RoutingError) -> ChosenTour {
        let choice = BinChoice(planner: planner)
        let chosen = try best(from: BinChoice.defaultEffort) { effort, seed throws(RoutingError) in
            try choice.plan(lines.asked, from: start, to: end, effort: effort, seed: seed)
        }
        guard settings.policy != nil else { return chosen }
        let walk = try tour(
            through: chosen.picks.map(lines.stop(of:)), codeOrder: lines.codeOrder(chosen.picks))
        return ChosenTour(
            picks: walk.order.map { chosen.picks[$0] }, lengthMM: walk.lengthMM,
            lowerBoundMM: chosen.lowerBoundMM,
            method: walk.method)
    }

    /// One search by the effort; with a budget, the best of ever longer ones until it is spent.
    private func best<Walk: SearchedWalk>(
        from defaultEffort: Int, _ search: (Int, UInt64) throws(RoutingError) -> Walk
    ) throws(RoutingError) -> Walk {
        let began = elapsedMicroseconds()
        var effort = (settings.effort ?? defaultEffort).clamped(to: 0...RoutingLimits.effortMax)
        var seed = settings.seed
        var best = try search(effort, seed)
        guard let budgetMS = settings.budgetMS?.clamped(to: 0...RoutingLimits.budgetMSMax) else {
            return best
        }
        while !best.isOptimal, effort < RoutingLimits.effortMax,
            2 * (elapsedMicroseconds() - began) < budgetMS * 1_000
        {
            effort = (2 * max(1, effort)).clamped(to: 0...RoutingLimits.effortMax)
            seed &+= 1
            let walk = try search(effort, seed)
            if walk.lengthMM < best.lengthMM { best = walk }
        }
        return best
    }
}
