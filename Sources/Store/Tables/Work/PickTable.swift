public import Domain

/// Picks: the unit of work and of state.
///
/// A tour's count of what is over on it changes in the same method as the pick's state.
public struct PickTable {
    let db: Connection
    let tours: TourTable
    /// More tours than are walked at a time.
    private static let keptMax = 4_096
    /// The pick that each picker is led to.
    let currentPicks: RowCache<TourRow, Pick>

    init(_ db: Connection, tours: TourTable) {
        self.db = db
        self.tours = tours
        currentPicks = RowCache(of: db, rowsMax: Self.keptMax)
    }

    static let columns = """
        id, order_row, line, warehouse, client, sku, lot, expiry, plate, received_at, stock, bin, quantity, state, tour, \
        position, skips, session, tote, parcel, packed, reason, picked_by, picked_at
        """

    /// Has its pieces reserved in its bin, as ``PickState/isReserving`` says.
    static let isReserving = "state IN (\(sql: PickState.open, .claimed))"
    /// A row where something of the order of row `?1` is short.
    static let shortOfOrder = "SELECT 1 FROM pick WHERE order_row = ?1 AND state = \(sql: PickState.short)"
    /// After SELECT: each state that picks of the order of row `?1` are in, and how many are.
    static let statesOfOrder = "state, count(*) FROM pick WHERE order_row = ?1 GROUP BY state"
    /// A row where a pick is or was on the tour of row `?1`.
    static let namingTour = "SELECT 1 FROM pick WHERE pick.tour = ?1"

    private static let byRow = SQL("SELECT \(columns) FROM pick WHERE id = ?")
    private static let insertion = SQL(
        """
        INSERT INTO pick (order_row, line, warehouse, client, sku, lot, expiry, plate, received_at, stock, bin, quantity,
            state, tour, position, skips, session, tote, parcel, packed, reason, picked_by, picked_at, rank)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce((\(OrderTable.rankOfRow)), 0))
        """)
    private static let quantityChange: SQL = "UPDATE pick SET quantity = ? WHERE id = ? AND quantity = ?"
    private static let withdrawal: SQL = "DELETE FROM pick WHERE id = ? AND state = ?"
    private static let removal: SQL = "DELETE FROM pick WHERE order_row = ?"

    public func pick(_ row: PickRow) throws(Refusal) -> Pick {
        guard let pick = try db.first(Self.byRow, row, read: Pick.init) else {
            throw .missingRow("pick", row)
        }
        return pick
    }

    // MARK: Coming and going

    @discardableResult
    public func insert(_ new: NewPick) throws(Refusal) -> Pick {
        try checkInitial(new.state)
        return try insert(
            Pick(
                row: PickRow(0), order: new.order, line: new.line, goods: new.goods, plate: new.plate,
                receivedAt: new.receivedAt, stock: new.stock, bin: new.bin, quantity: new.quantity,
                state: new.state,
                tour: new.tour, session: new.session, reason: new.reason))
    }

    /// Splits off what is over `quantity` into a pick of its own, alike in everything else; pieces that are in a box
    /// stay with the first.
    public func split(_ pick: Pick, keeping quantity: Int) throws(Refusal) -> (kept: Pick, rest: Pick) {
        precondition(
            quantity > 0 && quantity < pick.quantity && pick.packed <= quantity, "both parts have pieces")
        try expectOne(try db.run(Self.quantityChange, quantity, pick.row, pick.quantity), pick)
        var (kept, rest) = (pick, pick)
        kept.quantity = quantity
        rest.quantity = pick.quantity - quantity
        rest.packed = 0
        return (kept, try insert(rest))
    }

    /// The one way in which a row comes into the table.
    private func insert(_ pick: Pick) throws(Refusal) -> Pick {
        assert(pick.quantity > 0 && (0...pick.quantity).contains(pick.packed), "a pick has pieces")
        assert(
            pick.state.isReserving == (pick.stock != nil), "what is to be picked is reserved, and only that")
        let row: PickRow = try db.insert(
            Self.insertion, pick.order, pick.line, pick.warehouse, pick.client, pick.sku, pick.lot,
            pick.goods.expiryText,
            pick.plate, pick.receivedAt, pick.stock, pick.bin, pick.quantity, pick.state, pick.tour,
            pick.position,
            pick.skips, pick.session, pick.tote, pick.parcel, pick.packed, pick.reason, pick.pickedBy,
            pick.pickedAt)
        if let tour = pick.tour {
            currentPicks.forget(tour)
            try tours.count(done: pick.state.isReserving ? 0 : 1, total: 1, on: tour)
        }
        return pick.withRow(row)
    }

    /// Deletes a pick that nobody has begun, as if it had never been: its order is not released any more, or its
    /// pieces are to come in other portions.
    public func withdraw(_ pick: Pick) throws(Refusal) {
        guard pick.state == .open || pick.state.isOut, pick.pickedAt == nil else {
            throw .notAllowed(
                in: pick.state, of: pick.name, wanted: [.open, .short], provided: "never picked")
        }
        try expectOne(try db.run(Self.withdrawal, pick.row, pick.state), pick)
        if let tour = pick.tour {
            try tours.count(done: pick.state.isReserving ? 0 : -1, total: -1, on: tour)
        }
    }

    /// Removes the picks of an order that the archive has. Tours go on counting them.
    public func remove(of order: OrderRow) throws(Refusal) {
        try db.run(Self.removal, order)
        currentPicks.forgetAll()
    }

    /// A pick was written, as it was read before.
    func expectOne(_ changed: Int, _ pick: Pick) throws(Refusal) {
        if let tour = pick.tour { currentPicks.forget(tour) }
        try db.expectOne(changed, "pick", "\(pick.row), \(pick.state.rawValue)")
    }
}

extension Pick {
    init(_ columns: inout Columns) throws(Refusal) {
        let (row, order, line): (PickRow, OrderRow, LineID) = (
            try columns.row(), try columns.row(), try columns.id()
        )
        self.init(
            row: row, order: order, line: line, goods: try GoodsKey(&columns), plate: try columns.text(),
            receivedAt: try columns.instant(), stock: try columns.optionalRow(), bin: try columns.id(),
            quantity: try columns.int(), state: try columns.word(), tour: try columns.optionalRow(),
            position: try columns.optionalInt(), skips: try columns.int(), session: try columns.optionalRow(),
            tote: try columns.optionalID(), parcel: try columns.optionalRow(), packed: try columns.int(),
            reason: try columns.optionalText(), pickedBy: try columns.optionalID(),
            pickedAt: try columns.optionalInstant())
    }

    fileprivate func withRow(_ row: PickRow) -> Pick {
        Pick(
            row: row, order: order, line: line, goods: goods, plate: plate, receivedAt: receivedAt,
            stock: stock,
            bin: bin, quantity: quantity, state: state, tour: tour, position: position, skips: skips,
            session: session,
            tote: tote, parcel: parcel, packed: packed, reason: reason, pickedBy: pickedBy, pickedAt: pickedAt
        )
    }
}
