public import Domain

/// What accepted orders were promised of each SKU: the sums over their lines, kept so that they need not be added.
public struct PromiseTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let quantity: SQL =
        "SELECT quantity FROM promise WHERE warehouse = ? AND client = ? AND sku = ?"
    private static let increase: SQL = """
        INSERT INTO promise (warehouse, client, sku, quantity) VALUES (?, ?, ?, ?)
        ON CONFLICT (warehouse, client, sku) DO UPDATE SET quantity = quantity + excluded.quantity
        """
    private static let decrease: SQL = """
        UPDATE promise SET quantity = quantity - ?4
        WHERE warehouse = ?1 AND client = ?2 AND sku = ?3 AND quantity >= ?4
        """

    /// Pieces of a SKU that orders were promised; 0 where there are none.
    public func quantity(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal)
        -> Int
    {
        try db.int(Self.quantity, warehouse, client, sku) ?? 0
    }

    /// Changes what is promised of a SKU, beside what its lines are promised.
    ///
    /// - Throws: ``Refusal/unreadable(_:)`` where less was promised than is taken back.
    public func change(
        by quantity: Int, of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode
    ) throws(Refusal) {
        precondition(quantity != 0, "a promise of nothing is none")
        if quantity > 0 {
            try db.run(Self.increase, warehouse, client, sku, quantity)
        } else if try db.run(Self.decrease, warehouse, client, sku, -quantity) != 1 {
            throw .missingRow("promise", "\(warehouse) \(client) \(sku) of \(-quantity)")
        }
    }
}
