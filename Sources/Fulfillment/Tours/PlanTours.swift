import Domain
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
    /// The kind of cart that it was planned for; nil where the layout names none.
    let cart: String?
    /// As it is planned now: what has been walked, and what is left.
    let lengthMM: Int
    let walkedMM: Int
    /// The bin that was scanned last.
    let standsAt: BinCode?

    init(_ row: Row) throws(Refusal) {
        self.row = row["id"]
        warehouse = row["warehouse"]
        state = try row.word("state")
        session = row["session"]
        start = row["start"]
        finish = row["finish"]
        priority = row["priority"]
        cart = row["cart"]
        lengthMM = row["length_mm"]
        walkedMM = row["walked_mm"]
        standsAt = row["stands_at"]
    }
}

extension Transaction {
    func tour(_ row: TourRow) throws(Refusal) -> FloorTour {
        guard let found = try self.row("SELECT * FROM tour WHERE id = ?", [row]) else {
            throw .wrongState(thing: "tour \(row)", state: "gone", wanted: "planned")
        }
        return try FloorTour(found)
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
            let choice = CartChoice(on: floor)
            var loads = choice.carts.map { _ in [CartLoad]() }
            for order in orders where order.warehouse == warehouse {
                let open = try picks(of: order.row, in: .open).filter { $0.tour == nil }
                for (cart, part) in choice.parts(of: open).enumerated() {
                    loads[cart].append(try load(of: order, part, on: floor))
                }
            }
            for (cart, loads) in zip(choice.carts, loads) {
                let round = try CartRound(
                    cart, on: floor, totes: settings.totesPerTour, pickers: pickersAtWork(in: warehouse))
                for batch in try round.batches(loads) { tours.append(try insertTour(batch, round)) }
            }
        }
        return tours
    }

    private func pickersAtWork(in warehouse: WarehouseCode) throws(Refusal) -> Int {
        try value(
            Int.self,
            "SELECT count(*) FROM session WHERE warehouse = ? AND cart IS NOT NULL AND ended_at IS NULL",
            [warehouse]) ?? 0
    }

    private func insertTour(_ loads: [CartLoad], _ round: CartRound) throws(Refusal) -> TourRow {
        try run(
            """
            INSERT INTO tour (warehouse, kind, state, start, finish, priority, length_mm, lower_bound_mm,
                by_location_code_mm, planned_at, cart)
            VALUES (?, 'pick', 'planned', ?, ?, ?, 0, 0, 0, ?, ?)
            """,
            [
                round.floor.warehouse, round.start.id.text, round.finish.id.text,
                loads.map(\.order.priority).max() ?? 0, now.millisecondsSince1970, round.cart?.id.text,
            ])
        let tour = TourRow(insertedRow)
        for pick in try chooseBins(for: loads, on: round) {
            try run("UPDATE pick SET tour = ? WHERE id = ?", [tour, pick.row])
        }
        try replan(tour)
        return tour
    }

    /// Plans the walk of a tour that nobody has begun, or removes the tour where no pick is left; of one begun
    /// only the length is told anew.
    func replan(_ row: TourRow) throws(Refusal) {
        let tour = try tour(row)
        let picks = try picks(on: row)
        guard !picks.isEmpty else { return try run("DELETE FROM tour WHERE id = ?", [row]) }
        let floor = try floor(tour.warehouse)
        guard tour.state == .planned else { return try measureTour(row, on: floor) }
        guard let start = floor.layout.station(tour.start)?.place,
            let finish = floor.layout.station(tour.finish)?.place
        else { throw .notConfigured("station \(tour.start) or \(tour.finish) is not in the layout any more") }
        let walk = try walk(through: picks, from: start, to: finish, on: floor)
        try run(
            "UPDATE tour SET length_mm = ?, lower_bound_mm = ?, by_location_code_mm = ? WHERE id = ?",
            [walk.lengthMM, walk.lowerBoundMM, walk.byLocationCodeMM, row])
    }

    /// Orders picks along the shortest walk that keeps to precedence and numbers positions from `first`.
    func walk(
        through picks: [Pick], from start: PlaceID, to finish: PlaceID, on floor: Floor, first: Int = 1
    ) throws(Refusal) -> Walk {
        let walk = try Walk(
            through: picks, classes: precedenceClasses(of: picks), from: start, to: finish, on: floor)
        for (index, pick) in walk.picks.enumerated() {
            try run("UPDATE pick SET position = ? WHERE id = ?", [first + index, pick.row])
        }
        return walk
    }
}
