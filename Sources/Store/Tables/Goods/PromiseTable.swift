public import Domain

/// What accepted orders were promised of each SKU: the sums over their lines, kept so that they need not be added.
public struct PromiseTable {
    let db: Connection
    /// As many as are ordered at a time.
    private static let keptMax = 8_192
    private let kept: RowCache<Key, Int>

    init(_ db: Connection) {
        self.db = db
        kept = RowCache(of: db, rowsMax: Self.keptMax)
    }

    private struct Key: Hashable {
        let warehouse: WarehouseCode
        let sku: SKUKey
    }

    private static let quantity: SQL =
        "SELECT quantity FROM promise WHERE warehouse = ? AND client = ? AND sku = ?"
    private static let increase: SQL = """
        UPDATE promise SET quantity = quantity + ?4 WHERE warehouse = ?1 AND client = ?2 AND sku = ?3
        """
    private static let insertion: SQL =
        "INSERT INTO promise (warehouse, client, sku, quantity) VALUES (?, ?, ?, ?)"
    private static let decrease: SQL = """
        UPDATE promise SET quantity = quantity - ?4
        WHERE warehouse = ?1 AND client = ?2 AND sku = ?3 AND quantity >= ?4
        """

    /// Pieces of a SKU that orders were promised; 0 where there are none.
    public func quantity(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal)
        -> Int
    {
        try kept.value(for: Key(warehouse: warehouse, sku: SKUKey(client, sku))) { () throws(Refusal) in
            try db.int(Self.quantity, warehouse, client, sku)
        } ?? 0
    }

    /// Changes what is promised of a SKU, beside what its lines are promised.
    ///
    /// - Throws: ``Refusal/unreadable(_:)`` where less was promised than is taken back.
    public func change(
        by quantity: Int, of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode
    ) throws(Refusal) {
        precondition(quantity != 0, "a promise of nothing is none")
        let key = Key(warehouse: warehouse, sku: SKUKey(client, sku))
        if quantity > 0 {
            // As a rule there is a row: a search for it costs less than an insertion that finds it there.
            if try db.run(Self.increase, warehouse, client, sku, quantity) == 0 {
                try db.run(Self.insertion, warehouse, client, sku, quantity)
            }
        } else if try db.run(Self.decrease, warehouse, client, sku, -quantity) != 1 {
            throw .missingRow("promise", "\(warehouse) \(client) \(sku) of \(-quantity)")
        }
        kept.update(key) { $0 += quantity }
    }
}
