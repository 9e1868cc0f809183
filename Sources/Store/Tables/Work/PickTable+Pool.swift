public import Domain

/// The pool: open picks that are on no tour, of orders that are not held.
extension PickTable {
    private static let pool = SQL(
        """
        SELECT pick.id, pick.order_row, pick.rank, pick.bin, pick.quantity, \(SKUTable.measures),
            \(OrderTable.urgency)
        FROM pick INDEXED BY pick_open_pool
            CROSS JOIN orders ON orders.id = pick.order_row
            CROSS JOIN sku ON sku.client = pick.client AND sku.sku = pick.sku
        WHERE pick.warehouse = ? AND pick.state = \(sql: PickState.open) AND pick.tour IS NULL
            AND (pick.rank, pick.order_row, pick.id) > (?, ?, ?)
            AND \(OrderTable.goesOn)
        ORDER BY pick.rank, pick.order_row, pick.id LIMIT ?
        """)
    private static let pooledOfOrder = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_order
        WHERE order_row = ? AND state = \(sql: PickState.open) AND tour IS NULL ORDER BY id
        """)

    /// The picks in a warehouse's pool that come after one: those of the most urgent order first, and of each order all
    /// that are there.
    ///
    /// - Complexity: linear in `limit`, however many there are.
    public func pool(
        in warehouse: WarehouseCode, after last: PooledPick? = nil, limit: Int
    ) throws(Refusal) -> [PooledPick] {
        try db.all(
            Self.pool, warehouse, last?.rank ?? Int.min, last?.order.number ?? 0, last?.row.number ?? 0,
            limit,
            read: PooledPick.init)
    }

    /// The open picks of an order that are on no tour, whether it is held or not.
    public func picksInPool(of order: OrderRow) throws(Refusal) -> [Pick] {
        try db.all(Self.pooledOfOrder, order, read: Pick.init)
    }
}

extension PooledPick {
    fileprivate init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), order: try columns.row(), rank: try columns.int(), bin: try columns.id(),
            quantity: try columns.int(), weightG: try columns.int(),
            size: SizeMM(length: try columns.int(), width: try columns.int(), height: try columns.int()),
            priority: try columns.int(), pickupAt: try columns.optionalInstant(),
            releasedAt: try columns.optionalInstant())
    }
}
