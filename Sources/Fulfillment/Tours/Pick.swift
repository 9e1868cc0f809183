import Domain
import GRDB

/// A pick as it stands: the unit of work and of state.
struct Pick {
    /// Positions on a walk count from 1; what is in the picker's hand goes before all of it.
    static let inHandPosition = 0

    let row: PickRow
    let order: OrderRow
    let line: LineID
    let warehouse: WarehouseCode
    let client: ClientID
    let sku: SKUID
    let lot: String
    let expiry: String
    let stock: StockRow?
    let bin: BinCode
    let quantity: Int
    let state: PickState
    let tour: TourRow?
    let position: Int?
    /// How often it was left for later, as against those that were not: skipped ones go after them.
    let skips: Int
    let tote: ToteID?
    let parcel: ParcelRow?
    let packed: Int
    /// Why it is short.
    let reason: String?

    init(_ row: Row) throws(Refusal) {
        self.row = row["id"]
        order = row["order_row"]
        line = row["line"]
        warehouse = row["warehouse"]
        client = row["client"]
        sku = row["sku"]
        lot = row["lot"]
        expiry = row["expiry"]
        stock = row["stock"]
        bin = row["bin"]
        quantity = row["quantity"]
        state = try row.word("state")
        tour = row["tour"]
        position = row["position"]
        skips = row["skips"]
        tote = row["tote"]
        parcel = row["parcel"]
        packed = row["packed"]
        reason = row["reason"]
    }
}

extension Transaction {
    func picks(of order: OrderRow, in state: PickState? = nil) throws(Refusal) -> [Pick] {
        try picks(
            rows(
                "SELECT * FROM pick WHERE order_row = ?1 AND (?2 IS NULL OR state = ?2) ORDER BY id",
                [order, state?.rawValue]))
    }

    /// The picks of a tour in walking order.
    func picks(on tour: TourRow, in state: PickState? = nil) throws(Refusal) -> [Pick] {
        try picks(
            rows(
                "SELECT * FROM pick WHERE tour = ?1 AND (?2 IS NULL OR state = ?2) ORDER BY position, id",
                [tour, state?.rawValue]))
    }

    func picks(_ rows: [Row]) throws(Refusal) -> [Pick] {
        var picks: [Pick] = []
        for row in rows { picks.append(try Pick(row)) }
        return picks
    }

    func pick(_ row: Row?) throws(Refusal) -> Pick? {
        guard let row else { return nil }
        return try Pick(row)
    }

    /// Inserts the pick of a share: open and on no tour, or on the walk of the pick whose place it is in.
    @discardableResult
    func insertPick(_ share: Reservation.Share, of order: OrderRow, like pick: Pick? = nil) throws(Refusal) -> PickRow {
        let (line, stock) = (share.line, share.stock)
        try run(
            """
            INSERT INTO pick (order_row, line, warehouse, client, sku, lot, expiry, stock, bin, quantity, state, tour,
                session) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,
                (SELECT session FROM pick WHERE id = ?13))
            """,
            [
                order, line.line, stock.key.warehouse, line.client, line.sku, stock.key.lot, stock.key.expiry,
                stock.row, stock.key.bin, share.quantity, (pick?.state ?? .open).rawValue, pick?.tour, pick?.row,
            ])
        return PickRow(insertedRow)
    }

    func pick(_ row: PickRow) throws(Refusal) -> Pick? {
        try pick(self.row("SELECT * FROM pick WHERE id = ?", [row]))
    }

    /// Moves a pick along a legal edge.
    func setPick(_ pick: Pick, to state: PickState) throws(Refusal) {
        try pick.state.checkStep(to: state, of: "\(pick.row) (\(pick.sku))")
        try run("UPDATE pick SET state = ? WHERE id = ?", [state.rawValue, pick.row])
    }

    /// Splits off what is over `quantity` into a pick of its own, alike in everything else.
    ///
    /// - Returns: the new pick.
    func split(_ pick: Pick, keeping quantity: Int) throws(Refusal) -> PickRow {
        try run(
            """
            INSERT INTO pick (order_row, line, warehouse, client, sku, lot, expiry, stock, bin, quantity, state, tour,
                position, skips, session, tote, parcel, packed, reason, picked_by, picked_at)
            SELECT order_row, line, warehouse, client, sku, lot, expiry, stock, bin, quantity - ?2, state, tour,
                position, skips, session, tote, parcel, 0, reason, picked_by, picked_at FROM pick WHERE id = ?1
            """, [pick.row, quantity])
        let rest = PickRow(insertedRow)
        try run("UPDATE pick SET quantity = ? WHERE id = ?", [quantity, pick.row])
        return rest
    }
}
