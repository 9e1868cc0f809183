import WarehouseLayout

/// The order in which a picker who follows a rule calls at stops.
///
/// On one block as in de Koster, Le-Duc and Roodbergen 2007, "Design and control of warehouse order picking",
/// section 4; on several as in Roodbergen and de Koster 2001, "Routing methods for warehouses with multiple
/// cross aisles": through the outermost aisle nearer to the start as far as the farthest block, then block by
/// block back to the front. Where the start lies behind the middle of the floor, front and back change places.
struct PolicyOrder {
    private let policy: RoutingPolicy
    private let floor: RectangularFloor?
    private let start: PlaceID

    init(_ policy: RoutingPolicy, floor: RectangularFloor?, start: PlaceID) {
        self.policy = policy
        self.floor = floor
        self.start = start
    }

    /// Class by class, each by the rule from where the one before it ends.
    func order(of stops: [TourStop]) throws(RoutingError) -> [Int] {
        var order: [Int] = []
        var members: [Int: [Int]] = [:]
        for (index, stop) in stops.enumerated() { members[stop.precedenceClass, default: []].append(index) }
        for value in members.keys.sorted() {
            let from = order.last.map { stops[$0].place } ?? start
            order += try orderWithinClass(members[value] ?? [], of: stops, from: from)
        }
        return order
    }

    private func orderWithinClass(
        _ members: [Int], of stops: [TourStop], from: PlaceID
    ) throws(RoutingError) -> [Int] {
        if policy == .code { return members.sorted { (stops[$0].place, $0) < (stops[$1].place, $1) } }
        guard let floor,
            (members.map { stops[$0].place } + [start]).allSatisfy({ floor.points[$0.index].isOnGrid })
        else { throw .needsBlockFloor(policy) }
        let depth = Int(floor.crossAisleY.last ?? 0)
        let isFlipped = 2 * Int(floor.points[start.index].y) > depth
        func y(_ y: Int32) -> Int { isFlipped ? depth - Int(y) : Int(y) }
        let visits = members.map { member in
            let point = floor.points[stops[member].place.index]
            return BlockVisits.Visit(stop: member, x: Int(point.x), y: y(point.y))
        }
        let rows = floor.crossAisleY.map(y).sorted()
        return orderOfBlocks(visits, rows, fromX: Int(floor.points[from.index].x)).map(\.stop)
    }

    private func orderOfBlocks(_ visits: [BlockVisits.Visit], _ rows: [Int], fromX: Int) -> [BlockVisits
        .Visit]
    {
        // A stop on a cross aisle belongs to the block in front of it.
        func block(_ visit: BlockVisits.Visit) -> Int { max(0, (rows.firstIndex { $0 >= visit.y } ?? 1) - 1) }
        guard let farthest = visits.map(block).max(), let left = visits.map(\.x).min(),
            let right = visits.map(\.x).max()
        else { return [] }
        let outermost = abs(fromX - left) <= abs(fromX - right) ? left : right
        let onTheWay = visits.filter { $0.x == outermost && block($0) < farthest }
        var order = onTheWay.sorted { ($0.y, $0.stop) < ($1.y, $1.stop) }
        for index in stride(from: farthest, through: 0, by: -1) {
            let here = visits.filter { block($0) == index && (index == farthest || $0.x != outermost) }
            if here.isEmpty { continue }
            order += walk(
                BlockVisits(
                    here, rows: (rows[index], rows[index + 1]),
                    fromX: index == farthest ? outermost : order.last?.x ?? outermost,
                    comesFromFront: index == farthest))
        }
        return order
    }

    private func walk(_ block: BlockVisits) -> [BlockVisits.Visit] {
        switch policy {
        case .sShape: block.sShape()
        case .return, .code: block.returning()
        case .midpoint: block.midpoint()
        case .largestGap: block.largestGap()
        case .combined: block.combined()
        }
    }
}
