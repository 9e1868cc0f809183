public import Domain

/// The sums of all that came and went, which have to balance with what is there.
public struct AccountTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let key = "warehouse, client, sku, lot, expiry"
    static let columns = "\(key), received, returned, adjusted, written_off, handed_over"
    private static let page = SQL(
        "SELECT \(columns) FROM account WHERE (\(key)) > (?, ?, ?, ?, ?) ORDER BY \(key) LIMIT ?")
    /// The client and SKU after a pair of these of which anything ever came into a warehouse: `?1` is the warehouse, `?2`
    /// and `?3` the pair. Each part is one search; a comparison of pairs would read all lots of the one that was reached.
    static let nextSKU = """
        SELECT client, sku FROM (
            SELECT client, sku FROM account
            WHERE warehouse = ?1 AND client = ?2 AND sku > ?3 ORDER BY sku LIMIT 1)
        UNION ALL
        SELECT client, sku FROM (
            SELECT client, sku FROM account
            WHERE warehouse = ?1 AND client > ?2 ORDER BY client, sku LIMIT 1)
        ORDER BY client, sku LIMIT 1
        """
    private static let record: [AccountEntry: SQL] = Dictionary(
        uniqueKeysWithValues: AccountEntry.allCases.map { entry in
            let column = entry.rawValue
            return (
                entry,
                SQL(
                    """
                    INSERT INTO account (\(key), \(column)) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (\(key)) DO UPDATE SET \(column) = \(column) + excluded.\(column)
                    """)
            )
        })

    /// Adds pieces to one column of these goods' account. Only `adjusted` may go down.
    public func record(_ quantity: Int, as entry: AccountEntry, of goods: GoodsKey) throws(Refusal) {
        precondition(quantity > 0 || entry == .adjusted, "\(quantity) \(entry)")
        guard quantity != 0, let sql = Self.record[entry] else { return }
        try db.run(sql, goods.warehouse, goods.client, goods.sku, goods.lot, goods.expiryText, quantity)
    }

    /// All accounts by key, for reading everything in pages.
    public func accounts(after goods: GoodsKey?, limit: Int) throws(Refusal) -> [Account] {
        try db.all(
            Self.page, goods?.warehouse.text ?? "", goods?.client.text ?? "", goods?.sku.text ?? "",
            goods?.lot ?? "",
            goods?.expiryText ?? "", limit, read: Account.init)
    }
}

extension Account {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            goods: try GoodsKey(&columns), received: try columns.int(), returned: try columns.int(),
            adjusted: try columns.int(), writtenOff: try columns.int(), handedOver: try columns.int())
    }
}
