public import Domain

/// The orders that somebody or something waits for: to be released, to be served, to be archived.
extension OrderTable {
    /// Each reads one unbroken piece of the index and stops when it has enough.
    private static func accepted(_ condition: String, by order: String) -> SQL {
        SQL(
            """
            SELECT \(columns) FROM orders INDEXED BY order_open_accepted
            WHERE warehouse = ? AND stage = 'accepted' AND (? IS NULL OR client = ?) AND \(condition)
            ORDER BY \(order) LIMIT ?
            """)
    }

    private static let pickup = "coalesce(pickup_at, 9000000000000000)"
    private static let acceptedLater = accepted(
        "priority = ? AND \(pickup) = ? AND (accepted_at, id) > (?, ?)", by: "accepted_at, id")
    private static let acceptedForLaterPickup = accepted(
        "priority = ? AND \(pickup) > ?", by: "\(pickup), accepted_at, id")
    private static let acceptedLessUrgent = accepted(
        "priority < ?", by: "priority DESC, \(pickup), accepted_at, id")

    private static let short = SQL(
        """
        SELECT \(columns) FROM orders INDEXED BY order_open_short
        WHERE warehouse = ? AND is_short = 1 AND (? IS NULL OR client = ?) AND id > ? ORDER BY id LIMIT ?
        """)
    private static let acceptedCount: SQL = """
        SELECT count(*) FROM (SELECT 1 FROM orders INDEXED BY order_open_accepted
            WHERE warehouse = ? AND stage = 'accepted' AND (? IS NULL OR client = ?) LIMIT ?)
        """
    private static let ended = SQL(
        """
        SELECT \(columns) FROM orders INDEXED BY order_ended
        WHERE stage = ? AND ended_at <= ? AND (ended_at, id) > (?, ?) ORDER BY ended_at, id LIMIT ?
        """)

    /// The accepted orders of a warehouse that come after one, most urgent first; held ones and those not to be
    /// begun yet are among them.
    ///
    /// - Parameter client: whose orders; nil for those of all.
    /// - Complexity: linear in `limit`, and in the entries of other clients that are passed in the index.
    public func accepted(
        in warehouse: WarehouseCode, of client: ClientID? = nil, after last: Urgency? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        guard let last else {
            return try db.all(
                Self.acceptedLessUrgent, warehouse, client, client, Int.max, limit, read: Order.init)
        }
        let pickup = last.pickupAt ?? .distantFuture
        var found = try db.all(
            Self.acceptedLater, warehouse, client, client, last.priority, pickup, last.acceptedAt, last.row,
            limit, read: Order.init)
        if found.count < limit {
            found += try db.all(
                Self.acceptedForLaterPickup, warehouse, client, client, last.priority, pickup,
                limit - found.count, read: Order.init)
        }
        if found.count < limit {
            found += try db.all(
                Self.acceptedLessUrgent, warehouse, client, client, last.priority, limit - found.count,
                read: Order.init)
        }
        return found
    }

    /// How many accepted orders a warehouse has, of one client or of all; `most` where there are more.
    ///
    /// - Complexity: linear in `most`
    public func acceptedCount(
        in warehouse: WarehouseCode, of client: ClientID?, most: Int
    ) throws(Refusal) -> Int {
        try db.int(Self.acceptedCount, warehouse, client, client, most) ?? 0
    }

    /// The short orders of a warehouse in whichever stage, by row.
    ///
    /// - Parameter client: whose orders; nil for those of all.
    public func short(
        in warehouse: WarehouseCode, of client: ClientID? = nil, after last: OrderRow? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        try db.all(Self.short, warehouse, client, client, last?.number ?? 0, limit, read: Order.init)
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
