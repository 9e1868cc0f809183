public import Domain

/// The picks of an order, a tote, a record.
extension PickTable {
    private static let ofOrder = SQL(
        "SELECT \(columns) FROM pick INDEXED BY pick_order WHERE order_row = ? ORDER BY id")
    private static let ofOrderInState = SQL(
        "SELECT \(columns) FROM pick INDEXED BY pick_order WHERE order_row = ? AND state = ? ORDER BY id")
    private static let inTote = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_open_tote WHERE tote = ? AND state = \(sql: PickState.picked)
        ORDER BY id
        """)
    private static let anyInTote = SQL(
        """
        SELECT 1 FROM pick INDEXED BY pick_open_tote WHERE tote = ? AND state = \(sql: PickState.picked) LIMIT 1
        """)
    private static let ofStock = SQL(
        "SELECT \(columns) FROM pick INDEXED BY pick_open_stock WHERE stock = ? ORDER BY id")
    private static let shortInBin = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_open_short
        WHERE warehouse = ? AND bin = ? AND state = \(sql: PickState.short) ORDER BY id
        """)

    public func picks(of order: OrderRow) throws(Refusal) -> [Pick] {
        try db.all(Self.ofOrder, order, read: Pick.init)
    }

    public func picks(of order: OrderRow, in state: PickState) throws(Refusal) -> [Pick] {
        try db.all(Self.ofOrderInState, order, state, read: Pick.init)
    }

    /// What lies in a tote.
    public func picks(in tote: ToteID) throws(Refusal) -> [Pick] {
        try db.all(Self.inTote, tote, read: Pick.init)
    }

    public func isEmpty(_ tote: ToteID) throws(Refusal) -> Bool { try !db.exists(Self.anyInTote, tote) }

    /// The picks that hold reservations on a record.
    public func picks(reserving record: StockRow) throws(Refusal) -> [Pick] {
        try db.all(Self.ofStock, record, read: Pick.init)
    }

    /// What was not found in a bin, and is still waited for.
    public func picks(shortIn bin: BinCode, of warehouse: WarehouseCode) throws(Refusal) -> [Pick] {
        try db.all(Self.shortInBin, warehouse, bin, read: Pick.init)
    }
}
