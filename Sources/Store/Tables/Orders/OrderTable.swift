public import Domain
public import JSON

/// Orders with their lines, and how many there are in each stage.
public struct OrderTable {
    let db: Connection
    /// More than are being picked and packed at a time.
    private static let keptMax = 4_096
    let kept: RowCache<OrderRow, Order>
    /// What lines were asked for in, which never changes.
    let units: RowCache<LineKey, UnitName>
    private let numbers: GivenNumbers
    /// How many orders are in each stage, the archive left out.
    let stageCounts: KeptSums<OrderStage>

    struct LineKey: Hashable {
        let order: OrderRow
        let line: LineID
    }

    init(_ db: Connection) throws(Refusal) {
        self.db = db
        kept = RowCache(of: db, rowsMax: Self.keptMax)
        units = RowCache(of: db, rowsMax: Self.keptMax)
        numbers = GivenNumbers(of: db, noted: .order, newest: Self.newest, hasLater: Self.hasLater)
        stageCounts = KeptSums(of: db, try Self.countStages(in: db))
    }

    static let columns = """
        id, client, order_id, warehouse, revision, priority, sla, driver, pickup_at, delivery_at, not_before, on_short, \
        accepted_at, released_at, stage, is_short, is_held, hold_reason, is_cancel_requested, is_cancelled, picked_event, packed_event, \
        ended_at
        """

    /// An order's urgency as one number, which its lines and picks have too: the priority, from 0 to 100, counts before
    /// the pickup, in milliseconds; less is more urgent.
    static let rank = rankExpression(priority: "priority", pickupAt: "pickup_at")

    /// The same of what stands elsewhere: two parameters of a statement.
    static func rankExpression(priority: String, pickupAt: String) -> String {
        "(100 - \(priority)) * 10000000000000000 + coalesce(\(pickupAt), 9000000000000000)"
    }

    /// Somebody works on it or is going to: it is released and not over.
    static let isUnderWay = "stage IN (\(sql: OrderStage.released, .picking, .picked, .packing, .packed))"
    /// What of a joined `orders` decides which of its picks go first.
    static let urgency = "orders.priority, orders.pickup_at, orders.released_at"
    /// The picks of a joined `orders` may be walked to.
    static let goesOn = "orders.is_held = 0 AND orders.is_cancel_requested = 0"
    /// The rank of the order of row `?1`.
    static let rankOfRow = "SELECT \(rank) FROM orders WHERE id = ?1"
    /// The warehouse, the client and the driver of the order of row `?1`; "" for each where there is no such order.
    static let placeOfRow = """
        coalesce((SELECT warehouse FROM orders WHERE id = ?1), ''), \
        coalesce((SELECT client FROM orders WHERE id = ?1), ''), coalesce((SELECT driver FROM orders WHERE id = ?1), '')
        """
    /// The client of the order that a row of `tote` is bound to.
    static let clientOfTote = "(SELECT client FROM orders WHERE orders.id = tote.order_row)"

    static let byRow = SQL("SELECT \(columns) FROM orders WHERE id = ?")
    private static let byClient = SQL("SELECT \(columns) FROM orders WHERE client = ? AND order_id = ?")
    private static let byID = SQL("SELECT \(columns) FROM orders WHERE order_id = ? ORDER BY client")
    private static let idOfRow: SQL = "SELECT order_id FROM orders WHERE id = ?"
    private static let contentOfRow: SQL = "SELECT id, content FROM orders WHERE id = ?"

    public func order(_ id: OrderID, of client: ClientID) throws(Refusal) -> Order? {
        try db.first(Self.byClient, client, id, read: Order.init)
    }

    /// - Throws: `unreadable` where there is none: a row is only known from a thing that belongs to it.
    public func order(_ row: OrderRow) throws(Refusal) -> Order {
        let order = try kept.value(for: row) { () throws(Refusal) in
            try db.first(Self.byRow, row, read: Order.init)
        }
        guard let order else { throw missing(row) }
        return order
    }

    /// The orders that have this id with whichever client, by client.
    public func orders(_ id: OrderID) throws(Refusal) -> [Order] {
        try db.all(Self.byID, id, read: Order.init)
    }

    /// What a person calls the order: the quick way to its name.
    public func id(of row: OrderRow) throws(Refusal) -> OrderID {
        guard
            let id = try db.first(
                Self.idOfRow, row, read: { (columns) throws(Refusal) -> OrderID in try columns.id() })
        else { throw missing(row) }
        return id
    }

    /// What was asked for, in the caller's own words.
    public func content(of row: OrderRow) throws(Refusal) -> JSONObject {
        guard
            let content = try db.first(
                Self.contentOfRow, row,
                read: { (columns) throws(Refusal) -> JSONObject in
                    columns.skip()
                    return try columns.storedObject(by: db.compression)
                })
        else { throw missing(row) }
        return content
    }

    func missing(_ row: OrderRow) -> Refusal { .missingRow("orders", row) }
}

// MARK: Coming and going

extension OrderTable {
    private static let newest: SQL = "SELECT max(id) FROM orders"
    private static let hasLater: SQL = "SELECT 1 FROM orders WHERE id > ? LIMIT 1"
    private static let insertion: SQL = """
        INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at, delivery_at,
            not_before, on_short, accepted_at, stage)
        VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    private static let removal: SQL = "DELETE FROM orders WHERE id = ?"
    private static let removalOfLines: SQL = "DELETE FROM line WHERE order_row = ?"

    /// Accepts an order; each line is promised whole.
    ///
    /// - Parameter content: the order's own, where it was compressed before; nil to compress it now.
    public func insert(
        _ new: NewOrder, content: StoredText? = nil, at now: Instant
    ) throws(Refusal) -> Order {
        assert(!new.lines.isEmpty, "an order has lines")
        let content = content ?? StoredText(new.content, as: .document, by: db.compression)
        assert(
            content == StoredText(new.content, as: .document, by: db.compression), "the content of another order")
        let stage = OrderStage.accepted
        let row = OrderRow(try numbers.next(in: db))
        try db.run(
            Self.insertion, row, new.client, new.id, new.warehouse, content, new.priority, new.sla,
            new.driver.orEmpty(), new.pickupAt, new.deliveryAt, new.notBefore, new.onShort, now, stage)
        numbers.gave(row.number)
        for (position, line) in new.lines.enumerated() {
            try insert(line, at: position, of: row, new)
        }
        stageCounts.add(1, to: stage)
        return Order(
            row: row, client: new.client, id: new.id, warehouse: new.warehouse, priority: new.priority,
            sla: new.sla,
            driver: new.driver, pickupAt: new.pickupAt, deliveryAt: new.deliveryAt, notBefore: new.notBefore, onShort: new.onShort,
            acceptedAt: now,
            stage: stage)
    }

    /// Removes an order with its lines, once the archive has it. Picks, parcels, labels and tasks go by their own
    /// tables.
    public func remove(_ order: Order) throws(Refusal) {
        kept.forget(order.row)
        units.forgetAll()
        try db.run(Self.removalOfLines, order.row)
        try db.expectOne(try db.run(Self.removal, order.row), "orders", order.row)
        try numbers.removed(order.row.number, in: db)
        stageCounts.add(-1, to: order.stage)
    }
}

extension Order {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), client: try columns.id(), id: try columns.id(),
            warehouse: try columns.id(),
            revision: try columns.int(), priority: try columns.int(), sla: try columns.text(),
            driver: try columns.idOrNone(), pickupAt: try columns.optionalInstant(),
            deliveryAt: try columns.optionalInstant(),
            notBefore: try columns.optionalInstant(), onShort: try columns.word(),
            acceptedAt: try columns.instant(),
            releasedAt: try columns.optionalInstant(), stage: try columns.word(), isShort: try columns.flag(),
            isHeld: try columns.flag(), holdReason: try columns.optionalText(),
            isCancelRequested: try columns.flag(), isCancelled: try columns.flag(),
            pickedEvent: try columns.optionalInt(), packedEvent: try columns.optionalInt(),
            endedAt: try columns.optionalInstant())
    }
}
