public import Domain

extension ParcelTable {
    private static let insert = SQL(
        """
        INSERT INTO parcel (order_row, number, state, box, pieces, expected_weight_g, station, warehouse, client, driver)
        VALUES (?1, ?2, \(sql: ParcelState.open), ?3, ?4, ?5, ?6, \(OrderTable.placeOfRow))
        RETURNING \(Parcel.columns)
        """)
    private static let replan = SQL(
        """
        UPDATE parcel SET box = ?, pieces = ?, expected_weight_g = ?, weight_g = NULL WHERE id = ?
            AND state = \(sql: ParcelState.open)
        RETURNING \(Parcel.columns)
        """)
    private static let discard = SQL(
        "DELETE FROM parcel WHERE id = ? AND state = \(sql: ParcelState.open) AND done = 0 AND sscc IS NULL")
    private static let renumber = SQL("UPDATE parcel SET number = ? WHERE id = ? RETURNING \(Parcel.columns)")
    private static let station = SQL(
        "UPDATE parcel SET station = ? WHERE order_row = ? AND +state = \(sql: ParcelState.open)")
    private static let done = SQL(
        """
        UPDATE parcel SET done = done + ?1 WHERE id = ?2 AND done + ?1 BETWEEN 0 AND pieces RETURNING \(Parcel.columns)
        """)
    private static let weight = SQL("UPDATE parcel SET weight_g = ? WHERE id = ? RETURNING \(Parcel.columns)")
    private static let removeOrder: SQL = "DELETE FROM parcel WHERE order_row = ?"

    /// Makes an open parcel with nothing in it yet.
    public func insert(_ new: NewParcel) throws(Refusal) -> Parcel {
        precondition(new.number > 0 && new.expectedWeightG >= 0)
        try checkInitial(ParcelState.open)
        let inserted = try db.first(
            Self.insert, new.order, new.number, new.box, new.plan.pieces.count, new.expectedWeightG,
            new.station,
            read: Parcel.init)
        guard let parcel = inserted else { throw .missingRow("parcel", "of order \(new.order)") }
        try write(new.plan, of: parcel.row)
        return parcel
    }

    /// Gives an open parcel another box and plan; its recorded weight is cleared.
    ///
    /// The pieces that are in the box are the first ones of the new plan too.
    @discardableResult
    public func replan(
        _ row: ParcelRow, into box: BoxID, _ plan: PackPlan, expectedWeightG: Int
    ) throws(Refusal) -> Parcel {
        let replanned = try db.first(
            Self.replan, box, plan.pieces.count, expectedWeightG, row, read: Parcel.init)
        guard let parcel = replanned, parcel.done <= parcel.pieces else {
            throw .missingRow("parcel", "\(row), open")
        }
        try write(plan, of: row)
        return parcel
    }

    /// Throws away a parcel that was planned and never begun; no work is lost with it.
    public func discard(_ row: ParcelRow) throws(Refusal) {
        guard try db.run(Self.discard, row) == 1 else { throw .missingRow("parcel", "\(row), not begun") }
        try removePlan(of: row)
    }

    /// Gives a parcel another number within its order.
    @discardableResult
    public func renumber(_ row: ParcelRow, to number: Int) throws(Refusal) -> Parcel {
        precondition(number > 0)
        return try found(try db.first(Self.renumber, number, row, read: Parcel.init), row)
    }

    /// All open parcels of an order are packed at that station.
    public func placeOpenParcels(of order: OrderRow, at station: StationCode) throws(Refusal) {
        try db.run(Self.station, station, order)
    }

    /// Counts pieces that were put into the box, or taken out of it where below zero.
    @discardableResult
    public func recordPacked(_ pieces: Int, in row: ParcelRow) throws(Refusal) -> Parcel {
        try found(try db.first(Self.done, pieces, row, read: Parcel.init), row)
    }

    /// Records what the scale showed, or clears it.
    @discardableResult
    public func record(weightG: Int?, of row: ParcelRow) throws(Refusal) -> Parcel {
        precondition(weightG ?? 1 > 0)
        return try found(try db.first(Self.weight, weightG, row, read: Parcel.init), row)
    }

    /// Removes the parcels of an order that has been archived, with their plans.
    public func removeArchived(_ order: OrderRow) throws(Refusal) {
        for parcel in try everyParcel(of: order) { try removePlan(of: parcel.row) }
        try db.run(Self.removeOrder, order)
    }

    func found(_ parcel: Parcel?, _ row: ParcelRow) throws(Refusal) -> Parcel {
        guard let parcel else { throw .missingRow("parcel", row) }
        assert(parcel.done >= 0 && parcel.done <= parcel.pieces)
        return parcel
    }
}
