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
            let round = try CartRound(on: floor(warehouse), settings: settings)
            var loads: [CartLoad] = []
            for order in orders where order.warehouse == warehouse {
                loads.append(try load(of: order, for: round))
            }
            for batch in try round.batches(loads) { tours.append(try insertTour(batch, round)) }
        }
        return tours
    }

    private func load(of order: Order, for round: CartRound) throws(Refusal) -> CartLoad {
        let open = try picks(of: order.row, in: .open).filter { $0.tour == nil }
        let places = open.compactMap { round.floor.layout.bin($0.bin.text)?.place }
        let weight = round.limits.weightG == nil ? 0 : try weightG(of: open)
        return CartLoad(order: order, picks: open, places: places, weightG: weight)
    }

    private func weightG(of picks: [Pick]) throws(Refusal) -> Int {
        var weight = 0
        for pick in picks { weight += pick.quantity * (try sku(pick.sku, of: pick.client).weightG) }
        return weight
    }

    private func insertTour(_ loads: [CartLoad], _ round: CartRound) throws(Refusal) -> TourRow {
        try run(
            """
            INSERT INTO tour (warehouse, kind, state, start, finish, priority, length_mm, lower_bound_mm,
                by_location_code_mm, planned_at)
            VALUES (?, 'pick', 'planned', ?, ?, ?, 0, 0, 0, ?)
            """,
            [
                round.floor.warehouse, round.start.id.text, round.finish.id.text, loads.map(\.order.priority).max() ?? 0,
                now.millisecondsSince1970,
            ])
        let tour = TourRow(insertedRow)
        for pick in try chooseBins(for: loads, on: round) { try run("UPDATE pick SET tour = ? WHERE id = ?", [tour, pick.row]) }
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
