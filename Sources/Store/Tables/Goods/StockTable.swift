public import Domain

/// What lies in the bins: a record for pieces that are alike in everything. A record that is empty is removed.
///
/// All that writes to `stock` are ``add(_:to:receivedAt:)`` and the one statement behind the other changes, and both
/// forget what is kept of the free pieces of the SKU.
public struct StockTable {
    let db: Connection
    let keptFree: RowCache<SKUInWarehouse, FreeStockRead>

    init(_ db: Connection) {
        self.db = db
        keptFree = RowCache(of: db, rowsMax: Self.keptSKUsMax)
    }

    private static let byRow = SQL("SELECT \(StockRecord.columns) FROM stock WHERE id = ?")
    private static let byKey = SQL(
        """
        SELECT \(StockRecord.columns) FROM stock WHERE warehouse = ? AND client = ? AND sku = ? AND lot = ? AND expiry = ?
            AND status = ? AND plate = ? AND bin = ?
        """)
    private static let add: SQL = """
        INSERT INTO stock (warehouse, client, sku, lot, expiry, status, plate, bin, received_at, on_hand)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (warehouse, client, sku, lot, expiry, status, plate, bin)
            DO UPDATE SET on_hand = on_hand + excluded.on_hand
        """
    private static let change: SQL = """
        UPDATE stock SET on_hand = on_hand + ?1, reserved = reserved + ?2
        WHERE id = ?3 AND reserved + ?2 BETWEEN 0 AND on_hand + ?1
        """
    private static let delete: SQL = "DELETE FROM stock WHERE id = ? AND on_hand = 0 AND reserved = 0"

    public func record(_ row: StockRow) throws(Refusal) -> StockRecord? {
        try db.first(Self.byRow, row, read: StockRecord.init)
    }

    public func record(_ key: StockKey) throws(Refusal) -> StockRecord? {
        try db.first(
            Self.byKey, key.warehouse, key.client, key.sku, key.lot, key.goods.expiryText, key.status,
            key.plate, key.bin,
            read: StockRecord.init)
    }

    /// Adds pieces that are not reserved, to the record of that key or to a new one.
    ///
    /// - Parameter receivedAt: of the pieces; a record that is there keeps its own.
    /// - Throws: ``Refusal/badParams(param:problem:)`` where the record would hold more than ``Limits/quantityMax``.
    /// - Returns: the record as it is now.
    public func add(_ quantity: Int, to key: StockKey, receivedAt: Instant) throws(Refusal) -> StockRecord {
        precondition((1...Limits.quantityMax).contains(quantity), "\(quantity) pieces")
        forgetFree(of: key.goods)
        try db.run(
            Self.add, key.warehouse, key.client, key.sku, key.lot, key.goods.expiryText, key.status,
            key.plate, key.bin,
            receivedAt, quantity)
        guard let record = try record(key) else { throw .missingRow("stock", key.sku) }
        guard record.onHand <= Limits.quantityMax else {
            throw .badParams(param: "qty", problem: "\(key.bin) would hold more than \(Limits.quantityMax)")
        }
        return record
    }

    /// Removes pieces that are not reserved.
    ///
    /// - Returns: the record as it was left; one without pieces is gone.
    @discardableResult
    public func remove(_ quantity: Int, from row: StockRow) throws(Refusal) -> StockRecord {
        try change(row, by: quantity, onHand: -quantity)
    }

    /// Removes pieces that are reserved for a pick, and their reservation.
    ///
    /// - Returns: the record as it was left; one without pieces is gone.
    @discardableResult
    public func removeReserved(_ quantity: Int, from row: StockRow) throws(Refusal) -> StockRecord {
        try change(row, by: quantity, onHand: -quantity, reserved: -quantity)
    }

    /// Reserves free pieces for a pick.
    @discardableResult
    public func reserve(_ quantity: Int, in row: StockRow) throws(Refusal) -> StockRecord {
        try change(row, by: quantity, reserved: quantity)
    }

    /// Releases pieces that were reserved for a pick.
    @discardableResult
    public func unreserve(_ quantity: Int, in row: StockRow) throws(Refusal) -> StockRecord {
        try change(row, by: quantity, reserved: -quantity)
    }

    /// - Parameters:
    ///   - quantity: pieces that are removed, reserved or released.
    ///   - onHand: what is added to those on hand.
    ///   - reserved: what is added to those that are reserved.
    /// - Returns: the record as it was left; one without pieces is gone.
    private func change(
        _ row: StockRow, by quantity: Int, onHand: Int = 0, reserved: Int = 0
    ) throws(Refusal) -> StockRecord {
        precondition(quantity > 0, "\(quantity) pieces")
        guard let before = try record(row) else { throw missing(row, quantity) }
        // What goes with its reservation was not free.
        if onHand != reserved { forgetFree(of: before.key.goods) }
        // Two statements: with RETURNING SQLite would build a table for the one row.
        guard try db.run(Self.change, onHand, reserved, row) == 1 else { throw missing(row, quantity) }
        let record = StockRecord(
            row: row, key: before.key, receivedAt: before.receivedAt, onHand: before.onHand + onHand,
            reserved: before.reserved + reserved)
        assert(record.reserved >= 0 && record.reserved <= record.onHand)
        if record.onHand == 0 { try db.run(Self.delete, row) }
        return record
    }

    private func missing(_ row: StockRow, _ quantity: Int) -> Refusal {
        .missingRow("stock", "\(row) with \(quantity) such pieces")
    }
}
