public import Domain

/// What lies in the bins: a record for pieces that are alike in everything. A record that is empty is removed.
public struct StockTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

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
    private static let remove: SQL = """
        UPDATE stock SET on_hand = on_hand - ?1 WHERE id = ?2 AND on_hand - reserved >= ?1
        """
    private static let removeReserved: SQL = """
        UPDATE stock SET on_hand = on_hand - ?1, reserved = reserved - ?1 WHERE id = ?2 AND reserved >= ?1
        """
    private static let reserve: SQL = """
        UPDATE stock SET reserved = reserved + ?1 WHERE id = ?2 AND on_hand - reserved >= ?1
        """
    private static let unreserve: SQL = """
        UPDATE stock SET reserved = reserved - ?1 WHERE id = ?2 AND reserved >= ?1
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
        let record = try change(Self.remove, quantity, row)
        try removeIfEmpty(record)
        return record
    }

    /// Removes pieces that are reserved for a pick, and their reservation.
    ///
    /// - Returns: the record as it was left; one without pieces is gone.
    @discardableResult
    public func removeReserved(_ quantity: Int, from row: StockRow) throws(Refusal) -> StockRecord {
        let record = try change(Self.removeReserved, quantity, row)
        try removeIfEmpty(record)
        return record
    }

    /// Reserves free pieces for a pick.
    @discardableResult
    public func reserve(_ quantity: Int, in row: StockRow) throws(Refusal) -> StockRecord {
        try change(Self.reserve, quantity, row)
    }

    /// Releases pieces that were reserved for a pick.
    @discardableResult
    public func unreserve(_ quantity: Int, in row: StockRow) throws(Refusal) -> StockRecord {
        try change(Self.unreserve, quantity, row)
    }

    private func change(_ sql: SQL, _ quantity: Int, _ row: StockRow) throws(Refusal) -> StockRecord {
        precondition(quantity > 0, "\(quantity) pieces")
        // Two statements: with RETURNING SQLite would build a table for the one row.
        guard try db.run(sql, quantity, row) == 1, let record = try record(row) else {
            throw .missingRow("stock", "\(row) with \(quantity) such pieces")
        }
        assert(record.reserved >= 0 && record.reserved <= record.onHand)
        return record
    }

    private func removeIfEmpty(_ record: StockRecord) throws(Refusal) {
        if record.onHand == 0 { try db.run(Self.delete, record.row) }
    }
}
