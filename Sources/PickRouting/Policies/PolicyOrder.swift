import WarehouseLayout

/// The order in which a picker who follows a rule calls at stops.
///
/// De Koster, Le-Duc and Roodbergen 2007, "Design and control of warehouse order picking", section 4.
struct PolicyOrder {
    private let policy: RoutingPolicy
    private let floor: RectangularFloor?
    private let start: PlaceID

    init(_ policy: RoutingPolicy, floor: RectangularFloor?, start: PlaceID) {
        self.policy = policy
        self.floor = floor
        self.start = start
    }

    /// Class by class, each by the rule.
    func order(of stops: [TourStop]) throws(RoutingError) -> [Int] {
        var order: [Int] = []
        for value in Set(stops.map(\.precedenceClass)).sorted() {
            order += try orderWithinClass(
                stops.indices.filter { stops[$0].precedenceClass == value }, of: stops)
        }
        return order
    }

    private func orderWithinClass(_ members: [Int], of stops: [TourStop]) throws(RoutingError) -> [Int] {
        if policy == .code { return members.sorted { (stops[$0].place, $0) < (stops[$1].place, $1) } }
        guard let floor,
            (members.map { stops[$0].place } + [start]).allSatisfy({ floor.points[$0.index].isOnGrid })
        else { throw .needsBlockFloor(policy) }
        let visits = members.map { member in
            AisleVisits.Visit(
                stop: member, x: Int(floor.points[stops[member].place.index].x),
                y: Int(floor.points[stops[member].place.index].y))
        }
        let aisles = AisleVisits(
            visits, startX: Int(floor.points[start.index].x), depth: Int(floor.crossAisleY.last ?? 0))
        switch policy {
        case .sShape: return aisles.sShape()
        case .return: return aisles.returning()
        case .midpoint: return aisles.split { _ in aisles.depth / 2 }
        case .largestGap: return aisles.split(at: aisles.largestGap)
        case .combined: return aisles.combined()
        case .code: return members
        }
    }
}
