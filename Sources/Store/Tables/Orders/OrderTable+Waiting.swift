public import Domain

/// The orders that somebody or something waits for: to be released, to be served, to be archived.
extension OrderTable {
    /// Statements over the orders that wait in one warehouse, of all clients or of one. Each reads one unbroken piece of
    /// an index and stops when it has enough.
    private struct Statements {
        /// After one of the same priority and pickup; of the same priority; of a lower one.
        let later: SQL
        let forLaterPickup: SQL
        let lessUrgent: SQL
        let short: SQL
        let count: SQL

        /// - Parameter key: what comes before the order in both indexes.
        init(acceptedBy accepted: String, shortBy short: String, _ key: String) {
            let pickup = "coalesce(pickup_at, 9000000000000000)"
            let orders = "FROM orders INDEXED BY \(accepted) WHERE \(key) AND stage = \(sql: OrderStage.accepted)"
            let page = { (condition: String, order: String) in
                SQL("SELECT \(OrderTable.columns) \(orders) AND \(condition) ORDER BY \(order) LIMIT ?")
            }
            later = page("priority = ? AND \(pickup) = ? AND (accepted_at, id) > (?, ?)", "accepted_at, id")
            forLaterPickup = page("priority = ? AND \(pickup) > ?", "\(pickup), accepted_at, id")
            lessUrgent = page("priority < ?", "priority DESC, \(pickup), accepted_at, id")
            self.short = SQL(
                """
                SELECT \(OrderTable.columns) FROM orders INDEXED BY \(short)
                WHERE \(key) AND is_short = 1 AND id > ? ORDER BY id LIMIT ?
                """)
            count = SQL(
                "SELECT count(*) FROM (SELECT 1 \(orders) LIMIT ?)", mayScan: "the count ends at the limit within")
        }
    }

    private static let ofAll = Statements(
        acceptedBy: "order_open_accepted", shortBy: "order_open_short", "warehouse = ? AND ? IS NULL")
    private static let ofClient = Statements(
        acceptedBy: "order_open_client", shortBy: "order_open_short_client", "warehouse = ? AND client = ?")

    private static func statements(_ client: ClientID?) -> Statements { client == nil ? ofAll : ofClient }

    private static let ended = SQL(
        """
        SELECT \(columns) FROM orders INDEXED BY order_ended
        WHERE stage = ? AND ended_at <= ? AND (ended_at, id) > (?, ?) ORDER BY ended_at, id LIMIT ?
        """)

    /// The accepted orders of a warehouse that come after one, most urgent first; held ones and those not to be
    /// begun yet are among them.
    ///
    /// - Parameter client: whose orders; nil for those of all.
    /// - Complexity: linear in `limit`
    public func accepted(
        in warehouse: WarehouseCode, of client: ClientID? = nil, after last: Urgency? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        let waiting = Self.statements(client)
        guard let last else {
            return try db.all(waiting.lessUrgent, warehouse, client, Int.max, limit, read: Order.init)
        }
        let pickup = last.pickupAt ?? .distantFuture
        var found = try db.all(
            waiting.later, warehouse, client, last.priority, pickup, last.acceptedAt, last.row, limit,
            read: Order.init)
        if found.count < limit {
            found += try db.all(
                waiting.forLaterPickup, warehouse, client, last.priority, pickup, limit - found.count,
                read: Order.init)
        }
        if found.count < limit {
            found += try db.all(
                waiting.lessUrgent, warehouse, client, last.priority, limit - found.count, read: Order.init)
        }
        return found
    }

    /// How many accepted orders a warehouse has, of one client or of all; `most` where there are more.
    ///
    /// - Complexity: linear in `most`
    public func acceptedCount(
        in warehouse: WarehouseCode, of client: ClientID?, most: Int
    ) throws(Refusal) -> Int {
        try db.int(Self.statements(client).count, warehouse, client, most) ?? 0
    }

    /// The short orders of a warehouse in whichever stage, by row.
    ///
    /// - Parameter client: whose orders; nil for those of all.
    public func short(
        in warehouse: WarehouseCode, of client: ClientID? = nil, after last: OrderRow? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        try db.all(
            Self.statements(client).short, warehouse, client, last?.number ?? 0, limit, read: Order.init)
    }

    /// The orders that ended at a moment or earlier and are in this stage, the oldest first: what the archive is to
    /// have, and the oldest in transit.
    ///
    /// - Parameter key: the order after which they come; nil to begin with the oldest.
    public func ended(
        in stage: OrderStage, by moment: Instant, after key: EndedKey? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        assert(stage.isOver, "only what is over has ended")
        let last = key ?? EndedKey(endedAt: Instant(millisecondsSince1970: Int.min), row: 0)
        return try db.all(Self.ended, stage, moment, last.endedAt, last.row, limit, read: Order.init)
    }
}
