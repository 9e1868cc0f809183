import WarehouseLayout

/// The least walk from a start through any set of given places to an end, asked for again and again.
///
/// On wholly open rectangular floors a meter answers exactly; on any other ground a short search does.
struct WalkMeasure {
    /// Disturbances of the search behind one answer on other grounds.
    private static let effort = 20

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
            if planner.ground.distanceMM(from: start, to: place) == nil { throw .noWay(from: start, to: place) }
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
        let tour = try? planner.plan(from: start, to: end, stops: stops, effort: Self.effort)
        return tour?.lengthMM ?? WalkProblem.distanceMax
    }
}
