public import Domain

/// The orders that somebody or something waits for: to be served, to be archived. Those to be released are in
/// ``accepted(in:after:limit:)``.
extension OrderTable {
    private static let shortOfAll = SQL(
        """
        SELECT \(columns) FROM orders INDEXED BY order_open_short
        WHERE warehouse = ? AND is_short = 1 AND id > ? ORDER BY id LIMIT ?
        """)
    private static let shortOfClient = SQL(
        """
        SELECT \(columns) FROM orders INDEXED BY order_open_short_client
        WHERE warehouse = ? AND client = ? AND is_short = 1 AND id > ? ORDER BY id LIMIT ?
        """)
    private static let ended = SQL(
        """
        SELECT \(columns) FROM orders INDEXED BY order_ended
        WHERE stage = ? AND ended_at <= ? AND (ended_at, id) > (?, ?) ORDER BY ended_at, id LIMIT ?
        """)

    /// The short orders of a warehouse in whichever stage, by row.
    ///
    /// - Parameter client: whose orders; nil for those of all.
    public func short(
        in warehouse: WarehouseCode, of client: ClientID? = nil, after last: OrderRow? = nil, limit: Int
    ) throws(Refusal) -> [Order] {
        guard let client else {
            return try db.all(Self.shortOfAll, warehouse, last?.number ?? 0, limit, read: Order.init)
        }
        return try db.all(Self.shortOfClient, warehouse, client, last?.number ?? 0, limit, read: Order.init)
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
