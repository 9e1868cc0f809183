public import Domain

/// What accepted orders were promised of each SKU: the sums over their lines, kept in memory so that they need not be
/// added, and written nowhere.
public struct PromiseTable {
    let db: Connection
    private let sums: KeptSums<SKUInWarehouse>

    private static let ofLines = SQL(
        OrderTable.promisedSums, mayScan: "the lines that hold promises are added up once, when the file is opened")

    /// - Complexity: linear in the lines that hold promises.
    init(_ db: Connection) throws(Refusal) {
        self.db = db
        let found = try db.all(Self.ofLines) { (columns) throws(Refusal) -> (SKUInWarehouse, Int) in
            let (warehouse, client, sku): (WarehouseCode, ClientID, SKUID) =
                (try columns.id(), try columns.id(), try columns.id())
            return (SKUInWarehouse(sku, client, in: warehouse), try columns.int())
        }
        sums = KeptSums(of: db, found)
    }

    /// Pieces of a SKU that orders were promised; 0 where there are none.
    public func quantity(of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode) throws(Refusal)
        -> Int
    {
        sums[SKUInWarehouse(sku, client, in: warehouse)]
    }

    /// Changes what is promised of a SKU, beside what its lines are promised.
    ///
    /// - Throws: ``Refusal/unreadable(_:)`` where less was promised than is taken back.
    public func change(
        by quantity: Int, of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode
    ) throws(Refusal) {
        precondition(quantity != 0, "a promise of nothing is none")
        let key = SKUInWarehouse(sku, client, in: warehouse)
        if sums[key] + quantity < 0 {
            throw .missingRow("promise", "\(warehouse) \(client) \(sku) of \(-quantity)")
        }
        sums.add(quantity, to: key)
    }
}
