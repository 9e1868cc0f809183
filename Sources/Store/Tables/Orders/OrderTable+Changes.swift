public import Domain

/// What is set on an order by hand. The stage follows by ``refreshStage(of:at:)``.
extension OrderTable {
    private static let release: SQL = "UPDATE orders SET released_at = ? WHERE id = ?"
    private static let hold: SQL = "UPDATE orders SET is_held = ?, hold_reason = ? WHERE id = ?"
    private static let short: SQL = "UPDATE orders SET is_short = ? WHERE id = ?"
    private static let cancelRequest: SQL = "UPDATE orders SET is_cancel_requested = ? WHERE id = ?"
    private static let cancel: SQL = """
        UPDATE orders SET is_cancelled = 1, is_cancel_requested = 0, is_short = 0 WHERE id = ?
        """
    private static let pickedEvent: SQL = "UPDATE orders SET picked_event = ? WHERE id = ?"
    private static let packedEvent: SQL = "UPDATE orders SET packed_event = ? WHERE id = ?"
    private static let isWaitingForStock = SQL(
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM line WHERE order_row = ?1 AND unpromised > 0)
            OR EXISTS (\(PickTable.shortOfOrder))
        """)

    /// Stock is reserved for it; the first such moment stays.
    @discardableResult
    public func release(_ order: Order, at now: Instant) throws(Refusal) -> Order {
        if order.isReleased { return order }
        return try change(order, try db.run(Self.release, now, order.row)) { $0.releasedAt = now }
    }

    /// Its bins were given back.
    @discardableResult
    public func unrelease(_ order: Order) throws(Refusal) -> Order {
        try change(order, try db.run(Self.release, Int?.none, order.row)) { $0.releasedAt = nil }
    }

    @discardableResult
    public func hold(_ order: Order, reason: String) throws(Refusal) -> Order {
        try change(order, try db.run(Self.hold, true, reason, order.row)) {
            $0.isHeld = true
            $0.holdReason = reason
        }
    }

    @discardableResult
    public func resume(_ order: Order) throws(Refusal) -> Order {
        try change(order, try db.run(Self.hold, false, String?.none, order.row)) {
            $0.isHeld = false
            $0.holdReason = nil
        }
    }

    public func markShort(_ row: OrderRow) throws(Refusal) { try setShort(true, row) }

    /// Takes the short flag away where nothing of the order waits for stock any more.
    ///
    /// - Returns: whether nothing does.
    @discardableResult
    public func clearShortWhenWhole(_ row: OrderRow) throws(Refusal) -> Bool {
        if try db.exists(Self.isWaitingForStock, row) { return false }
        try setShort(false, row)
        return true
    }

    /// Nothing of the order is waited for any more.
    public func clearShortFlag(of row: OrderRow) throws(Refusal) { try setShort(false, row) }

    private func setShort(_ isShort: Bool, _ row: OrderRow) throws(Refusal) {
        kept.forget(row)
        try db.expectOne(try db.run(Self.short, isShort, row), "orders", row)
    }

    /// It is to be cancelled once its pieces are back.
    @discardableResult
    public func requestCancel(_ order: Order) throws(Refusal) -> Order {
        try change(order, try db.run(Self.cancelRequest, true, order.row)) { $0.isCancelRequested = true }
    }

    /// What was still here is back; drivers have the rest.
    @discardableResult
    public func endCancelRequest(_ order: Order) throws(Refusal) -> Order {
        try change(order, try db.run(Self.cancelRequest, false, order.row)) { $0.isCancelRequested = false }
    }

    /// Nothing of it is wanted and nothing of it is away from its bin; it is neither short nor to be cancelled any
    /// more.
    @discardableResult
    public func cancel(_ order: Order) throws(Refusal) -> Order {
        try change(order, try db.run(Self.cancel, order.row)) {
            $0.isCancelled = true
            $0.isCancelRequested = false
            $0.isShort = false
        }
    }

    /// Records the order's `order.picked` event, so that another may undo it.
    public func note(pickedEvent sequence: Int?, of row: OrderRow) throws(Refusal) {
        kept.forget(row)
        try db.expectOne(try db.run(Self.pickedEvent, sequence, row), "orders", row)
    }

    /// Records the order's `order.packed` event, so that another may undo it.
    public func note(packedEvent sequence: Int?, of row: OrderRow) throws(Refusal) {
        kept.forget(row)
        try db.expectOne(try db.run(Self.packedEvent, sequence, row), "orders", row)
    }

    private func change(
        _ order: Order, _ changed: Int, _ edit: (inout Order) -> Void
    ) throws(Refusal) -> Order {
        try db.expectOne(changed, "orders", order.row)
        kept.forget(order.row)
        var order = order
        edit(&order)
        return order
    }
}
