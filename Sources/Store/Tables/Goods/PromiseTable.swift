public import Domain

/// What accepted orders were promised of each SKU: the sums over their lines, kept so that they need not be added.
public struct PromiseTable {
    let db: Connection
    /// As many as are ordered at a time.
    private static let keptMax = 8_192
    private let kept: RowCache<SKUInWarehouse, Sum>

    init(_ db: Connection) {
        self.db = db
        kept = RowCache(of: db, rowsMax: Self.keptMax)
    }

    /// What is promised of a SKU, and whether the table has a row of it.
    private struct Sum: Equatable {
        var quantity: Int
        var hasRow: Bool
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
        let key = SKUInWarehouse(sku, client, in: warehouse)
        return try kept.value(for: key) { () throws(Refusal) in try stored(key) }?.quantity ?? 0
    }

    /// What the table holds, past what is kept.
    private func stored(_ key: SKUInWarehouse) throws(Refusal) -> Sum {
        let quantity = try db.int(Self.quantity, key.warehouse, key.client, key.sku)
        return Sum(quantity: quantity ?? 0, hasRow: quantity != nil)
    }

    /// Changes what is promised of a SKU, beside what its lines are promised.
    ///
    /// - Throws: ``Refusal/unreadable(_:)`` where less was promised than is taken back.
    public func change(
        by quantity: Int, of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode
    ) throws(Refusal) {
        precondition(quantity != 0, "a promise of nothing is none")
        let key = SKUInWarehouse(sku, client, in: warehouse)
        if quantity < 0 {
            guard try db.run(Self.decrease, warehouse, client, sku, -quantity) == 1 else {
                throw .missingRow("promise", "\(warehouse) \(client) \(sku) of \(-quantity)")
            }
        } else {
            let known = try kept.kept(for: key) { (_) throws(Refusal) in try stored(key) }
            // As a rule there is a row: a search for it costs less than an insertion that finds it there.
            var hasRow = known?.hasRow ?? true
            if hasRow { hasRow = try db.run(Self.increase, warehouse, client, sku, quantity) == 1 }
            if !hasRow { try db.run(Self.insertion, warehouse, client, sku, quantity) }
        }
        kept.update(key) { $0 = Sum(quantity: $0.quantity + quantity, hasRow: true) }
    }
}
