import Domain
import JSON

/// What is promised of each SKU, which is kept in memory alone.
extension AuditTable {
    private static let available = SQL(
        """
        SELECT coalesce(sum(on_hand - reserved), 0) FROM stock
        WHERE warehouse = ? AND client = ? AND sku = ? AND status = \(sql: StockStatus.available)
        """)

    /// Compares what is promised of SKUs with their stock.
    ///
    /// - Complexity: linear in `limit`, in the lots that these SKUs ever came in and in the stock of those that are
    ///   promised.
    func findUncoveredPromises(after key: [JSONValue], limit: Int) throws(Refusal) -> AuditFinding {
        let skus = try db.all(text: AuditSums.skusThatCame(">"), key.map(\.bindable) + [limit]) {
            (columns) throws(Refusal) -> [JSONValue] in try columns.key(like: AuditKey.promises.first)
        }
        var finding = AuditFinding(rows: skus.count)
        for key in skus {
            let promised = try promised(key)
            if promised == 0 { continue }
            let sku = Self.sku(key)
            let available = try db.int(Self.available, sku.warehouse, sku.client, sku.sku) ?? 0
            if promised > available { finding.add("\(sku.sku): \(promised) promised, \(available) available") }
        }
        if skus.count == limit { finding.next = skus.last }
        return finding
    }

    /// Pieces that are promised of the SKU that a key names.
    func promised(_ key: [JSONValue]) throws(Refusal) -> Int {
        let sku = Self.sku(key)
        return try promises.quantity(of: sku.sku, sku.client, in: sku.warehouse)
    }

    /// - Parameter key: as ``AuditKey/promises`` has it.
    private static func sku(_ key: [JSONValue]) -> SKUInWarehouse {
        let texts = key.map { $0.string ?? "" }
        return SKUInWarehouse(SKUID(texts[2]), ClientID(texts[1]), in: WarehouseCode(texts[0]))
    }
}
