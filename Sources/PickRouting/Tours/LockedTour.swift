public import WarehouseLayout

extension TourPlanner {
    /// The shortest walk that calls at one stop first: the picker stands there, or its goods cannot wait.
    ///
    /// The stop comes first whatever its class; the others keep to theirs.
    /// - Throws: `RoutingError.noSuchStop` where it is not one of the stops, and what planning the rest throws.
    /// - Complexity: that of planning the rest
    public func plan(
        from start: PlaceID, to end: PlaceID, stops: [TourStop], locking first: Int,
        effort: Int = defaultEffort, seed: UInt64 = 1
    ) throws(RoutingError) -> Tour {
        try plan(from: start, stops: stops, locking: first) { place, _, rest throws(RoutingError) in
            try plan(from: place, to: end, stops: rest, effort: effort, seed: seed)
        }
    }

    /// A walk that calls at one stop first and goes on as `planRest` says.
    ///
    /// - Parameter planRest: plans from the first stop through the others, given by their indices and as stops.
    func plan(
        from start: PlaceID, stops: [TourStop], locking first: Int,
        planRest: (_ from: PlaceID, _ indices: [Int], _ rest: [TourStop]) throws(RoutingError) -> Tour
    ) throws(RoutingError) -> Tour {
        guard stops.indices ~= first else { throw .noSuchStop(first, stopCount: stops.count) }
        let place = stops[first].place
        try check(start, place, [])
        let others = stops.indices.filter { $0 != first }
        let leg = try lengthMM(from: start, to: place, stops: [], order: [])
        let rest = try planRest(place, others, others.map { stops[$0] })
        return Tour(
            order: [first] + rest.order.map { others[$0] }, lengthMM: leg + rest.lengthMM,
            lowerBoundMM: leg + rest.lowerBoundMM, method: rest.method)
    }
}
