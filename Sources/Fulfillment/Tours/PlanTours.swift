import GRDB
import PickRouting
import WarehouseLayout

/// A tour as it stands: one picker's walk with a cart.
struct FloorTour {
    let row: TourRow
    let warehouse: WarehouseCode
    let state: TourState
    let session: SessionRow?
    let start: String
    let finish: String
    let priority: Int
    let lengthMM: Int

    init(_ row: Row) {
        self.row = row["id"]
        warehouse = row["warehouse"]
        state = TourState(rawValue: row["state"]) ?? .finished
        session = row["session"]
        start = row["start"]
        finish = row["finish"]
        priority = row["priority"]
        lengthMM = row["length_mm"]
    }
}

enum TourState: String, FloorState {
    case planned, started, paused, finished

    static let thing = "tour"

    static let edges: [TourState: [TourState]] = [
        .planned: [.started],
        .started: [.paused, .finished],
        .paused: [.started],
    ]
}

extension Transaction {
    func tour(_ row: TourRow) throws(Refusal) -> FloorTour {
        guard let found = try self.row("SELECT * FROM tour WHERE id = ?", [row]) else {
            throw .wrongState(thing: "tour \(row)", state: "gone", wanted: "planned")
        }
        return FloorTour(found)
    }

    /// Puts released orders on carts and plans each cart's walk.
    ///
    /// - Returns: the tours made.
    func planTours(for orders: [Order]) throws(Refusal) -> [TourRow] {
        var tours: [TourRow] = []
        var warehouses: [WarehouseCode] = []
        for order in orders where !warehouses.contains(order.warehouse) { warehouses.append(order.warehouse) }
        for warehouse in warehouses {
            let floor = try floor(warehouse)
            var loads: [CartLoad] = []
            for order in orders where order.warehouse == warehouse {
                let open = try picks(of: order.row, in: .open).filter { $0.tour == nil }
                loads.append(CartLoad(order: order, picks: open, places: places(of: open, on: floor)))
            }
            let totes = floor.layout.carts.first?.totes ?? settings.totesPerTour
            for load in CartLoad.batches(loads, totes: totes, on: floor) {
                tours.append(try insertTour(load, on: floor))
            }
        }
        return tours
    }

    private func places(of picks: [Pick], on floor: Floor) -> [PlaceID] {
        picks.compactMap { floor.layout.bin($0.bin.text)?.place }
    }

    private func insertTour(_ loads: [CartLoad], on floor: Floor) throws(Refusal) -> TourRow {
        guard let start = floor.layout.firstStart, let finish = floor.layout.nearestPack(to: start.place) else {
            throw .notConfigured("\(floor.warehouse) has no start station or no pack station")
        }
        try run(
            """
            INSERT INTO tour (warehouse, kind, state, start, finish, priority, length_mm, lower_bound_mm,
                by_location_code_mm, planned_at)
            VALUES (?, 'pick', 'planned', ?, ?, ?, 0, 0, 0, ?)
            """,
            [
                floor.warehouse, start.id.text, finish.id.text, loads.map(\.order.priority).max() ?? 0,
                now.millisecondsSince1970,
            ])
        let tour = TourRow(insertedRow)
        for pick in loads.flatMap(\.picks) { try run("UPDATE pick SET tour = ? WHERE id = ?", [tour, pick.row]) }
        try replan(tour)
        return tour
    }

    /// Plans the walk of a tour that nobody has begun, or removes the tour where no pick is left.
    func replan(_ row: TourRow) throws(Refusal) {
        let tour = try tour(row)
        let picks = try picks(on: row)
        guard !picks.isEmpty else { return try run("DELETE FROM tour WHERE id = ?", [row]) }
        guard tour.state == .planned else { return }
        let floor = try floor(tour.warehouse)
        guard let start = floor.layout.station(tour.start)?.place, let finish = floor.layout.station(tour.finish)?.place
        else { throw .notConfigured("station \(tour.start) or \(tour.finish) is not in the layout any more") }
        let walk = try walk(through: picks, from: start, to: finish, on: floor)
        try run(
            "UPDATE tour SET length_mm = ?, lower_bound_mm = ?, by_location_code_mm = ? WHERE id = ?",
            [walk.lengthMM, walk.lowerBoundMM, walk.byLocationCodeMM, row])
    }

    /// Orders picks along the shortest walk and numbers their positions from `first`.
    func walk(
        through picks: [Pick], from start: PlaceID, to finish: PlaceID, on floor: Floor, first: Int = 1
    ) throws(Refusal) -> Walk {
        let walk = try Walk(through: picks, from: start, to: finish, on: floor)
        for (index, pick) in walk.picks.enumerated() {
            try run("UPDATE pick SET position = ? WHERE id = ?", [first + index, pick.row])
        }
        return walk
    }
}
