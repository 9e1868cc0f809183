import WarehouseLayout

/// The least walk from a start through any set of given places to an end, asked for again and again.
///
/// On rectangular floors, closures and spurs included, a meter answers exactly; on other grounds, with one-way
/// aisles or walkways, a short search on a table of distances does.
struct WalkMeasure {
    /// What measuring costs, and how far it goes on other grounds.
    struct Parameters {
        /// On other grounds a walk through up to so many places is solved exactly, in some 20 µs.
        var exactPlacesMax = 7
        /// What one measure costs on other grounds, in measures by a meter on a floor with two cross aisles.
        var costElsewhere = 20
        /// What a meter's measure costs in the same unit, by the number of cross aisles.
        var costByCrossAisles = [1, 1, 1, 3, 12, 80, 500]
        /// Distances between more places are not kept in a table: one of so many needs 16 MB.
        var tablePlacesMax = 2_000
    }

    private let parameters = Parameters()
    let start: PlaceID
    let end: PlaceID
    let planner: TourPlanner
    private let meter: WalkMeter?
    private let places: [PlaceID]
    /// Row by row between the places, then the start, then the end; empty where a meter answers or where the
    /// ground is asked each time, lest the table outgrow memory.
    private let distancesMM: [Int32]
    private var bitOfPlace: [PlaceID: Int] = [:]

    var wordCount: Int { meter?.wordCount ?? (places.count + 63) / 64 }

    /// Whether lengths are those of the shortest walks.
    var isExact: Bool { meter != nil }

    /// What one measure costs here, in measures by a meter on a floor with two cross aisles: about a microsecond.
    var cost: Int { meter == nil ? parameters.costElsewhere : costByMeter }

    private var costByMeter: Int {
        parameters.costByCrossAisles[
            min(planner.floor?.crossAisles ?? 2, parameters.costByCrossAisles.count - 1)]
    }

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
        let needsTable = meter == nil && distinct.count <= parameters.tablePlacesMax
        distancesMM = needsTable ? Self.table(distinct + [start, end], planner.ground) : []
        if let meter {
            for (index, place) in distinct.enumerated() { bitOfPlace[place] = meter.bits[index] }
        }
    }

    private static func table(_ places: [PlaceID], _ ground: any WalkingGround) -> [Int32] {
        var table: [Int32] = []
        table.reserveCapacity(places.count * places.count)
        for from in places {
            for to in places { table.append(Int32(clamping: distanceMM(from, to, on: ground))) }
        }
        return table
    }

    /// Every place can be reached from the start and leads to the end, but not always to every other.
    private static func distanceMM(_ from: PlaceID, _ to: PlaceID, on ground: any WalkingGround) -> Int {
        from == to ? 0 : ground.distanceMM(from: from, to: to) ?? WalkProblem.noWay
    }

    /// The length of the walk through the places: on other grounds the shortest that the planner finds.
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

    /// A length that no walk through the places falls below: exact with a meter, elsewhere the way by the
    /// farthest of them.
    func leastLengthMM(of places: [PlaceID]) -> Int {
        if let meter { return meter.lengthMM(of: set(of: places)) }
        return places.reduce(wayMM(from: start, to: end)) {
            max($0, wayMM(from: start, to: $1) + wayMM(from: $1, to: end))
        }
    }

    /// The distance between two places, 0 where there is no way.
    func wayMM(from: PlaceID, to: PlaceID) -> Int {
        from == to ? 0 : planner.ground.distanceMM(from: from, to: to) ?? 0
    }

    /// How many measures here cost as much as so many by a meter on a floor with two cross aisles.
    func share(of measures: Int) -> Int { (measures + cost - 1) / cost }

    /// The bit that stands for a place given at the beginning.
    func bit(of place: PlaceID) -> Int { bitOfPlace[place] ?? 0 }

    func set(of places: some Sequence<PlaceID>) -> PlaceSet {
        var set = PlaceSet(wordCount: wordCount)
        for place in places { set.insert(bit(of: place)) }
        return set
    }

    /// `WalkProblem.distanceMax` where no order of the places is found that can be walked.
    ///
    /// - Complexity: O(columns · states) with a meter
    func lengthMM(of set: PlaceSet) -> Int {
        if let meter { return meter.lengthMM(of: set) }
        let problem = problem(set)
        if problem.stopCount == 0 {
            let direct = distanceMM(places.count, places.count + 1)
            return direct == WalkProblem.noWay ? WalkProblem.distanceMax : direct
        }
        let isSmall = problem.stopCount <= parameters.exactPlacesMax
        let order =
            isSmall ? HeldKarp.order(of: problem) : LocalSearch.walk(of: problem, effort: 0, seed: 1).order
        return problem.walkMM(of: order) ?? WalkProblem.distanceMax
    }

    private func problem(_ set: PlaceSet) -> WalkProblem {
        var members: [Int] = []
        for place in places.indices where set.contains(place) { members.append(place) }
        members += [places.count, places.count + 1]
        var distances: [Int] = []
        distances.reserveCapacity(members.count * members.count)
        for from in members {
            for to in members { distances.append(distanceMM(from, to)) }
        }
        return WalkProblem(distances: distances, ranks: [Int](repeating: 0, count: members.count - 2))
    }

    /// Between places by their indices, the start and the end after them.
    private func distanceMM(_ from: Int, _ to: Int) -> Int {
        if !distancesMM.isEmpty { return Int(distancesMM[from * (places.count + 2) + to]) }
        func place(_ index: Int) -> PlaceID {
            index < places.count ? places[index] : index == places.count ? start : end
        }
        return Self.distanceMM(place(from), place(to), on: planner.ground)
    }
}
