import WarehouseLayout

extension TourPlanner {
    /// A tour by distances alone.
    func planAnyGraph(
        from start: PlaceID, to end: PlaceID, stops: [TourStop], effort: Int, seed: UInt64
    ) throws(RoutingError) -> Tour {
        let merged = MergedStops(stops)
        let problem = try WalkProblem(from: start, to: end, stops: merged, on: ground)
        let isExact = problem.stopCount <= HeldKarp.stopsMax
        let found =
            isExact
            ? .init(order: HeldKarp.order(of: problem), lowerBoundMM: 0)
            : LocalSearch.walk(of: problem, effort: effort, seed: seed)
        let order = problem.classByClass(found.order)
        guard let length = problem.walkMM(of: order) else {
            let places = [start] + order.map { merged.stops[$0].place } + [end]
            for (from, to) in zip(places, places.dropFirst()) where !isWalkable(from, to) {
                throw .noOrder(from: from, to: to, isProven: isExact)
            }
            throw .noOrder(from: start, to: end, isProven: isExact)
        }
        if isExact {
            return Tour(
                order: merged.unfold(order), lengthMM: length, lowerBoundMM: length, method: .heldKarp)
        }
        let least = try lowerMM(
            of: problem, lengthMM: length, effort: effort, from: start, to: end, stops: stops)
        return Tour(
            order: merged.unfold(order), lengthMM: length, lowerBoundMM: max(least, found.lowerBoundMM),
            method: .localSearch)
    }

    /// A length that no walk falls below, whatever the classes: their tolls would blur a one-tree.
    private func lowerMM(
        of problem: WalkProblem, lengthMM: Int, effort: Int, from start: PlaceID, to end: PlaceID,
        stops: [TourStop]
    ) throws(RoutingError) -> Int {
        let free = stops.map { TourStop(place: $0.place) }
        if let tour = try planAislesExactly(from: start, to: end, stops: free) { return tour.lowerBoundMM }
        return max(0, OneTree.bound(of: problem.withoutClasses, lengthMM: lengthMM, effort: effort))
    }

    /// A length that no walk through the stops falls below, in whatever order; 0 where none is known.
    ///
    /// - Complexity: that of a tour planned without effort
    func leastMM(from start: PlaceID, to end: PlaceID, stops: [TourStop]) -> Int {
        let free = stops.map { TourStop(place: $0.place) }
        return (try? plan(from: start, to: end, stops: free, effort: 0))?.lowerBoundMM ?? 0
    }

    private func isWalkable(_ from: PlaceID, _ to: PlaceID) -> Bool {
        from == to || ground.distanceMM(from: from, to: to) != nil
    }
}
