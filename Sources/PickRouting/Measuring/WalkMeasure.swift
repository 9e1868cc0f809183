import WarehouseLayout

/// The least walk from a start through any set of given places to an end, asked for again and again.
///
/// On wholly open rectangular floors a meter answers exactly; on any other ground a short search does.
struct WalkMeasure {
    /// Up to so many places a walk on other grounds is solved exactly, which takes some 20 µs.
    private static let exactMax = 7
    /// What one measure costs on other grounds, in those of a meter.
    private static let costElsewhere = 20

    let start: PlaceID
    let end: PlaceID
    let planner: TourPlanner
    private let meter: WalkMeter?
    private let places: [PlaceID]
    private var bitOfPlace: [PlaceID: Int] = [:]

    var wordCount: Int { meter?.wordCount ?? (places.count + 63) / 64 }

    /// - Throws: `RoutingError.noWay` where a place cannot be reached from the start or the end not from it.
    init(from start: PlaceID, to end: PlaceID, places: [PlaceID], planner: TourPlanner) throws(RoutingError) {
        self.start = start
        self.end = end
        self.planner = planner
        for place in [start, end] + places {
            guard 0..<planner.ground.placeCount ~= place.index else {
                throw .unknownPlace(place, placeCount: planner.ground.placeCount)
            }
        }
        for place in places {
            if planner.ground.distanceMM(from: start, to: place) == nil {
                throw .noWay(from: start, to: place)
            }
            if planner.ground.distanceMM(from: place, to: end) == nil { throw .noWay(from: place, to: end) }
        }
        var distinct: [PlaceID] = []
        for place in places where bitOfPlace[place] == nil {
            bitOfPlace[place] = distinct.count
            distinct.append(place)
        }
        self.places = distinct
        meter = planner.floor.flatMap { WalkMeter(from: start, to: end, places: distinct, on: $0) }
        if let meter {
            for (index, place) in distinct.enumerated() { bitOfPlace[place] = meter.bits[index] }
        }
    }

    /// The same, on other grounds as good as the planner can.
    ///
    /// - Complexity: that of a planned tour
    func finalLengthMM(of set: PlaceSet) -> Int {
        if let meter { return meter.lengthMM(of: set) }
        let stops = places.filter { set.contains(bit(of: $0)) }.map { TourStop(place: $0) }
        return min(lengthMM(of: set), plannedLengthMM(of: stops, effort: TourPlanner.defaultEffort))
    }

    private func plannedLengthMM(of stops: [TourStop], effort: Int) -> Int {
        let tour = try? planner.plan(from: start, to: end, stops: stops, effort: effort)
        return tour?.lengthMM ?? WalkProblem.distanceMax
    }

    /// How much of an effort meant for a meter is worth spending here.
    func share(of effort: Int) -> Int {
        meter == nil ? (effort + Self.costElsewhere - 1) / Self.costElsewhere : effort
    }

    /// The bit that stands for a place given at the beginning.
    func bit(of place: PlaceID) -> Int { bitOfPlace[place] ?? 0 }

    func set(of places: some Sequence<PlaceID>) -> PlaceSet {
        var set = PlaceSet(wordCount: wordCount)
        for place in places { set.insert(bit(of: place)) }
        return set
    }

    /// - Complexity: O(columns · states) with a meter
    func lengthMM(of set: PlaceSet) -> Int {
        if let meter { return meter.lengthMM(of: set) }
        let stops = places.filter { set.contains(bit(of: $0)) }.map { TourStop(place: $0) }
        guard !stops.isEmpty else {
            return start == end ? 0 : planner.ground.distanceMM(from: start, to: end) ?? 0
        }
        if planner.floor != nil { return plannedLengthMM(of: stops, effort: 0) }
        let merged = MergedStops(stops)
        guard let problem = try? WalkProblem(from: start, to: end, stops: merged, on: planner.ground) else {
            return WalkProblem.distanceMax
        }
        let isSmall = problem.stopCount <= Self.exactMax
        return problem.length(
            of: isSmall ? HeldKarp.order(of: problem) : LocalSearch.order(of: problem, effort: 0, seed: 1))
    }
}
