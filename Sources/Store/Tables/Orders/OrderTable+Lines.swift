public import Domain

extension OrderTable {
    static let lineColumns = """
        line.order_row, line.line, line.position, line.client, line.sku, line.quantity, line.unit, line.unit_quantity, \
        line.capacity, line.lot, line.min_life_days, line.promised, line.unpromised
        """
    private static let insertionOfLine = SQL(
        """
        INSERT INTO line (order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
            min_life_days, promised, warehouse, rank)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?6, ?12,
            \(rankExpression(priority: "?13", pickupAt: "?14")))
        """)
    private static let linesOfOrder = SQL(
        "SELECT \(lineColumns) FROM line WHERE order_row = ? ORDER BY position")
    private static let unitOfLine: SQL = "SELECT unit FROM line WHERE order_row = ? AND line = ?"
    private static let oneLine = SQL("SELECT \(lineColumns) FROM line WHERE order_row = ? AND line = ?")

    /// The lines of warehouse `?1`, client `?2` and SKU `?3` that hold promises: an unbroken piece of an index, in which
    /// they stand by `promised_rank`, `order_row` and `position`. Those that hold none have a text as that rank, which is
    /// behind every number.
    static let ofPromised = """
        FROM line INDEXED BY line_sku
        WHERE line.sku = ?3 AND line.client = ?2 AND line.warehouse = ?1 AND line.promised_rank < ''
        """

    /// Each reads the beginning or the end of such a piece, and no more than is asked for.
    private static let promisedLines = SQL(
        """
        SELECT \(lineColumns) \(ofPromised)
        ORDER BY promised_rank DESC, order_row DESC, position DESC LIMIT ?4
        """)
    private static let unpromisedLines = SQL(
        """
        SELECT \(lineColumns) FROM line INDEXED BY line_open_unpromised
        WHERE warehouse = ? AND client = ? AND sku = ? AND unpromised > 0
        ORDER BY rank, order_row, position LIMIT ?
        """)

    /// The client and SKU after a pair of these of which some line of a warehouse lacks its promise: `?1` is the
    /// warehouse, `?2` and `?3` the pair. Each part is one search; a comparison of pairs would read all lines of the one
    /// that was reached.
    static let nextUnpromisedSKU = """
        SELECT client, sku FROM (
            SELECT client, sku FROM line INDEXED BY line_open_unpromised
            WHERE warehouse = ?1 AND client = ?2 AND sku > ?3 AND unpromised > 0 ORDER BY sku LIMIT 1)
        UNION ALL
        SELECT client, sku FROM (
            SELECT client, sku FROM line INDEXED BY line_open_unpromised
            WHERE warehouse = ?1 AND client > ?2 AND unpromised > 0 ORDER BY client, sku LIMIT 1)
        ORDER BY client, sku LIMIT 1
        """

    private static let promise: SQL = """
        UPDATE line SET promised = ?, unpromised = ? WHERE order_row = ? AND line = ? AND promised = ? AND unpromised = ?
        """
    /// The urgency of a line that holds no promise and waits for none is not asked for, and takes no room.
    private static let endOfPromises: SQL =
        "UPDATE line SET promised = 0, unpromised = 0, rank = 0 WHERE order_row = ?"
    private static let wholePromises = SQL(
        "UPDATE line SET promised = quantity, unpromised = 0, rank = (\(rankOfRow)) WHERE order_row = ?1")

    /// Inserts a line of an order that has just been inserted, promised whole.
    func insert(
        _ line: NewOrder.Line, at position: Int, of row: OrderRow, _ order: NewOrder
    ) throws(Refusal) {
        assert(line.quantity > 0, "a line asks for something")
        try db.run(
            Self.insertionOfLine, row, line.line, position, order.client, line.sku, line.quantity, line.unit,
            line.unitQuantity, line.capacity, line.lot, line.minLifeDays, order.warehouse, order.priority,
            order.pickupAt)
    }

    /// The lines of an order as they were sent.
    public func lines(of order: OrderRow) throws(Refusal) -> [OrderLine] {
        try db.all(Self.linesOfOrder, order, read: OrderLine.init)
    }

    /// The unit in which a line was asked for: the quick way to it.
    public func unit(of line: LineID, of order: OrderRow) throws(Refusal) -> UnitName {
        let unit = try units.value(for: LineKey(order: order, line: line)) { () throws(Refusal) in
            try db.first(Self.unitOfLine, order, line) { (columns) throws(Refusal) -> UnitName in try columns.word() }
        }
        guard let unit else { throw .missingRow("line", "\(order) \(line)") }
        return unit
    }

    public func line(_ line: LineID, of order: OrderRow) throws(Refusal) -> OrderLine {
        guard let found = try db.first(Self.oneLine, order, line, read: OrderLine.init) else {
            throw .missingRow("line", "\(order) \(line)")
        }
        return found
    }

    // MARK: Promises

    /// The first lines of a SKU that hold promises, from that of the order that can wait longest.
    ///
    /// - Complexity: linear in `limit`, however many there are.
    public func linesPromised(
        _ sku: SKUID, of client: ClientID, in warehouse: WarehouseCode, limit: Int
    ) throws(Refusal) -> [OrderLine] {
        try db.all(Self.promisedLines, warehouse, client, sku, limit, read: OrderLine.init)
    }

    /// The first lines of a SKU whose promise was withdrawn, most urgent first.
    ///
    /// - Complexity: linear in `limit`, however many there are.
    public func linesUnpromised(
        _ sku: SKUID, of client: ClientID, in warehouse: WarehouseCode, limit: Int
    ) throws(Refusal) -> [OrderLine] {
        try db.all(Self.unpromisedLines, warehouse, client, sku, limit, read: OrderLine.init)
    }

    /// Stock went away: so many pieces of the line are not promised any more.
    @discardableResult
    public func withdrawPromise(_ line: OrderLine, _ quantity: Int) throws(Refusal) -> OrderLine {
        precondition(quantity > 0 && quantity <= line.promised, "only what is promised can be withdrawn")
        return try setPromise(
            line, promised: line.promised - quantity, unpromised: line.unpromised + quantity)
    }

    /// Stock came: so many pieces of the line are promised again.
    @discardableResult
    public func renewPromise(_ line: OrderLine, _ quantity: Int) throws(Refusal) -> OrderLine {
        precondition(
            quantity > 0 && quantity <= line.unpromised, "only what was withdrawn can be promised again")
        return try setPromise(
            line, promised: line.promised + quantity, unpromised: line.unpromised - quantity)
    }

    /// The order is released or cancelled: its lines hold no promise, and wait for none.
    public func endPromises(of order: OrderRow) throws(Refusal) { try db.run(Self.endOfPromises, order) }

    /// The order's bins were given back: its lines are promised whole again.
    public func promiseWhole(_ order: OrderRow) throws(Refusal) { try db.run(Self.wholePromises, order) }

    private func setPromise(_ line: OrderLine, promised: Int, unpromised: Int) throws(Refusal) -> OrderLine {
        try db.expectOne(
            try db.run(
                Self.promise, promised, unpromised, line.order, line.line, line.promised, line.unpromised),
            "line", "\(line.order) \(line.line) of promise \(line.promised)")
        var line = line
        line.promised = promised
        line.unpromised = unpromised
        return line
    }
}

extension OrderLine {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            order: try columns.row(), line: try columns.id(), position: try columns.int(),
            client: try columns.id(),
            sku: try columns.id(), quantity: try columns.int(), unit: try columns.word(),
            unitQuantity: try columns.optionalInt(), capacity: try columns.optionalInt(),
            lot: try columns.text(),
            minLifeDays: try columns.optionalInt(), promised: try columns.int(), unpromised: try columns.int()
        )
    }
}
