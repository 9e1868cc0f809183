public import Domain

/// Some accepted orders of one client, which were looked for among those of all.
public struct ClientOrders: Sendable, Equatable {
    /// Most urgent first.
    public var orders: [Order]
    /// Where to go on; nil where no accepted order is left.
    public var next: Urgency?
}

/// The orders that are to be released, in the order in which they are.
///
/// One index has them, by warehouse and urgency, with their clients: an order that is accepted is written into it and
/// taken out when it is released. Who asks for those of one client passes over others in that index, so many at a time.
extension OrderTable {
    private static let fromAccepted = """
        FROM orders INDEXED BY order_open_accepted WHERE warehouse = ? AND stage = \(sql: OrderStage.accepted)
        """

    /// Statements that give the accepted orders of a warehouse. Each reads one unbroken piece of the index and stops
    /// when it has enough.
    private struct Statements {
        /// After one of the same priority and pickup; of the same priority; of a lower one.
        let later: SQL
        let forLaterPickup: SQL
        let lessUrgent: SQL

        init(_ columns: String) {
            let pickup = "coalesce(pickup_at, 9000000000000000)"
            let page = { (condition: String, order: String) in
                SQL("SELECT \(columns) \(OrderTable.fromAccepted) AND \(condition) ORDER BY \(order) LIMIT ?")
            }
            later = page("priority = ? AND \(pickup) = ? AND (accepted_at, id) > (?, ?)", "accepted_at, id")
            forLaterPickup = page("priority = ? AND \(pickup) > ?", "\(pickup), accepted_at, id")
            lessUrgent = page("priority < ?", "priority DESC, \(pickup), accepted_at, id")
        }
    }

    private static let whole = Statements(columns)
    /// What stands in the index itself: the orders are not read.
    private static let owners = Statements("id, client")
    private static let urgencyOfRow: SQL = "SELECT id, priority, pickup_at, accepted_at FROM orders WHERE id = ?"
    private static let countOfAll = SQL(
        "SELECT count(*) FROM (SELECT 1 \(fromAccepted) LIMIT ?)", mayScan: "the count ends at the limit within")
    private static let countOfClient = SQL(
        "SELECT count(*), coalesce(sum(client = ?), 0) FROM (SELECT client \(fromAccepted) LIMIT ?)",
        mayScan: "the count ends at the limit within")

    /// The accepted orders of a warehouse that come after one, most urgent first; held ones and those not to be
    /// begun yet are among them.
    ///
    /// - Complexity: linear in `limit`
    public func accepted(
        in warehouse: WarehouseCode, after last: Urgency? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        try accepted(Self.whole, in: warehouse, after: last, limit: limit, read: Order.init)
    }

    /// The same of one client.
    ///
    /// - Parameter rowsMax: orders of whichever client that are looked through; there may be further ones of the client
    ///   behind them.
    /// - Complexity: linear in `limit` and `rowsMax`
    public func accepted(
        in warehouse: WarehouseCode, of client: ClientID, after last: Urgency? = nil, limit: Int, passing rowsMax: Int
    ) throws(Refusal) -> ClientOrders {
        assert(limit > 0 && rowsMax > 0, "where nothing is looked at nothing is found")
        let all = try accepted(Self.owners, in: warehouse, after: last, limit: rowsMax) {
            (columns) throws(Refusal) -> (row: OrderRow, client: ClientID) in
            (row: try columns.row(), client: try columns.id())
        }
        var found = ClientOrders(orders: [], next: nil)
        for owned in all where owned.client == client {
            let order = try order(owned.row)
            found.orders.append(order)
            if found.orders.count == limit {
                found.next = order.urgency
                return found
            }
        }
        if all.count == rowsMax, let end = all.last { found.next = try urgency(of: end.row) }
        return found
    }

    private func accepted<Row>(
        _ statements: Statements, in warehouse: WarehouseCode, after last: Urgency?, limit: Int,
        read: (inout Columns) throws(Refusal) -> Row
    ) throws(Refusal) -> [Row] {
        guard let last else { return try db.all(statements.lessUrgent, warehouse, Int.max, limit, read: read) }
        let pickup = last.pickupAt ?? .distantFuture
        var found = try db.all(
            statements.later, warehouse, last.priority, pickup, last.acceptedAt, last.row, limit, read: read)
        if found.count < limit {
            found += try db.all(
                statements.forLaterPickup, warehouse, last.priority, pickup, limit - found.count, read: read)
        }
        if found.count < limit {
            found += try db.all(statements.lessUrgent, warehouse, last.priority, limit - found.count, read: read)
        }
        return found
    }

    private func urgency(of row: OrderRow) throws(Refusal) -> Urgency {
        let found = try db.first(Self.urgencyOfRow, row) { (columns) throws(Refusal) -> Urgency in
            let row: OrderRow = try columns.row()
            return Urgency(
                priority: try columns.int(), pickupAt: try columns.optionalInstant(), acceptedAt: try columns.instant(),
                row: row)
        }
        guard let found else { throw missing(row) }
        return found
    }

    /// How many accepted orders a warehouse has, of one client or of all.
    ///
    /// - Parameter most: so many of whichever client are looked through; those behind them are not counted.
    /// - Returns: the orders that were asked for, and those that were looked through.
    /// - Complexity: linear in `most`
    public func acceptedCount(
        in warehouse: WarehouseCode, of client: ClientID?, most: Int
    ) throws(Refusal) -> (count: Int, passed: Int) {
        guard let client else {
            let count = try db.int(Self.countOfAll, warehouse, most) ?? 0
            return (count, count)
        }
        let found = try db.first(Self.countOfClient, client, warehouse, most) {
            (columns) throws(Refusal) -> (count: Int, passed: Int) in
            let passed = try columns.int()
            return (count: try columns.int(), passed: passed)
        }
        return found ?? (0, 0)
    }
}
