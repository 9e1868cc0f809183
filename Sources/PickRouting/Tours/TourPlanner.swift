public import WarehouseLayout

/// Plans the shortest walk through a set of stops.
///
/// Rectangular floors and up to twelve stops on any ground are solved exactly; beyond that a local search
/// with a lower bound answers.
public struct TourPlanner: Sendable {
    /// Perturbations of the local search that a tour gets where nobody asks for more or fewer.
    public static let defaultEffort = 2_000

    let ground: any WalkingGround
    /// Nil where the ground has no rectangular form.
    private let aisles: AisleTours?

    var floor: RectangularFloor? { aisles?.floor }

    /// Whether tours of any number of stops are solved exactly, save those that mix classes: the ground has a
    /// rectangular form of no more cross aisles and no wider than the exact method allows.
    public var isExact: Bool { aisles != nil }

    public init(layout: Layout) { self.init(ground: layout) }

    public init(ground: any WalkingGround) {
        self.ground = ground
        aisles = ground.blockFloor.flatMap(RectangularFloor.init).map(AisleTours.init)
    }

    /// The shortest walk from `start` through all stops to `end`.
    ///
    /// The same stops, effort and seed give the same tour on every machine.
    /// - Throws: `RoutingError.noOrder` where no walk through all stops was found.
    /// - Complexity: O(columns) on rectangular floors; elsewhere O(2ⁿ n²) up to 12 distinct stops, then
    ///   O(n² + effort), O(n³ + effort) where walks are longer one way than the other
    public func plan(
        from start: PlaceID, to end: PlaceID, stops: [TourStop], effort: Int = defaultEffort, seed: UInt64 = 1
    ) throws(RoutingError) -> Tour {
        try check(start, end, stops)
        if stops.isEmpty {
            let length = try lengthMM(from: start, to: end, stops: [], order: [])
            return Tour(order: [], lengthMM: length, lowerBoundMM: length, method: .heldKarp)
        }
        if let tour = try planAislesExactly(from: start, to: end, stops: stops) { return tour }
        return try planAnyGraph(from: start, to: end, stops: stops, effort: effort, seed: seed)
    }

    /// Nil where the stops have classes or do not all lie on a rectangular floor.
    func planAislesExactly(
        from start: PlaceID, to end: PlaceID, stops: [TourStop]
    ) throws(RoutingError) -> Tour? {
        guard let aisles, let first = stops.first else { return nil }
        let points = aisles.floor.points
        var hasSpurs = false
        for stop in stops {
            let point = points[stop.place.index]
            guard stop.precedenceClass == first.precedenceClass, point.isOnGrid else { return nil }
            if point.spurMM > 0 { hasSpurs = true }
        }
        guard points[start.index].isOnGrid, points[end.index].isOnGrid else { return nil }
        // Several spurs may leave the grid at one point: each is walked into once, for all its stops.
        let merged = hasSpurs ? MergedStops(stops) : nil
        let called = merged?.stops ?? stops
        guard let walk = aisles.walk(from: start, to: end, through: called) else { return nil }
        let least =
            walk.lengthMM + SpurLength.totalMM(from: start, to: end, through: called, on: aisles.floor)
        let order = merged?.unfold(walk.order) ?? walk.order
        let length = try lengthMM(from: start, to: end, stops: stops, order: order)
        // The program's length and the sum of the legs must agree; where they do not, nothing is proven.
        return Tour(
            order: order, lengthMM: length, lowerBoundMM: length >= least ? least : 0, method: .aisleDP)
    }

    /// Measures walks from `start` to `end` through any of these places, thousands of them in a row.
    ///
    /// Nil where the ground is not rectangular, or a place is neither on the floor nor on a spur from it.
    public func meter(from start: PlaceID, to end: PlaceID, places: [PlaceID]) -> WalkMeter? {
        floor.flatMap { WalkMeter(from: start, to: end, places: places, on: $0) }
    }

    /// The walk of a picker who follows a rule instead of a plan.
    ///
    /// The rule says in which order stops are called at; from stop to stop the shortest way is walked.
    /// - Complexity: O(n log n), and that of `leastMM`
    public func plan(
        from start: PlaceID, to end: PlaceID, stops: [TourStop], policy: RoutingPolicy
    ) throws(RoutingError) -> Tour {
        try check(start, end, stops)
        let order = try PolicyOrder(policy, floor: floor, start: start).order(of: stops)
        let length = try lengthMM(from: start, to: end, stops: stops, order: order)
        return Tour(
            order: order, lengthMM: length, lowerBoundMM: leastMM(from: start, to: end, stops: stops),
            method: .policy)
    }

    /// The walk in the order of the location codes.
    ///
    /// - Parameter codeOrder: where each stop's code stands in the list of codes.
    public func plan(
        from start: PlaceID, to end: PlaceID, stops: [TourStop], codeOrder: [Int]
    ) throws(RoutingError) -> Tour {
        try check(start, end, stops)
        let order = stops.indices.sorted {
            (stops[$0].precedenceClass, codeOrder[$0], $0) < (stops[$1].precedenceClass, codeOrder[$1], $1)
        }
        let length = try lengthMM(from: start, to: end, stops: stops, order: order)
        return Tour(
            order: order, lengthMM: length, lowerBoundMM: leastMM(from: start, to: end, stops: stops),
            method: .policy)
    }

    /// The walk through the stops in this order, by the ground's own distances.
    func lengthMM(
        from start: PlaceID, to end: PlaceID, stops: [TourStop], order: [Int]
    ) throws(RoutingError) -> Int {
        let openFloor = floor.flatMap { $0.isWhollyOpen ? $0 : nil }
        var total = 0
        var here = start
        for leg in 0...order.count {
            let place = leg < order.count ? stops[order[leg]].place : end
            if place == here { continue }
            if let distance = openFloor?.distanceMM(from: here, to: place) {
                total += distance
            } else {
                guard let distance = ground.distanceMM(from: here, to: place) else {
                    throw .noWay(from: here, to: place)
                }
                total += distance
            }
            here = place
        }
        return total
    }

    func check(_ start: PlaceID, _ end: PlaceID, _ stops: [TourStop]) throws(RoutingError) {
        let known = 0..<ground.placeCount
        for place in [start, end] where !(known ~= place.index) {
            throw .unknownPlace(place, placeCount: ground.placeCount)
        }
        for stop in stops where !(known ~= stop.place.index) {
            throw .unknownPlace(stop.place, placeCount: ground.placeCount)
        }
    }
}
