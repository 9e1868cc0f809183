import Domain

/// The columns of the account that balances what came in against what is there.
enum AccountColumn: String {
    case received, returned, adjusted
    case writtenOff = "written_off"
    case handedOver = "handed_over"
}

extension Transaction {
    /// Books pieces of one client, SKU, lot and expiry.
    func book(_ key: StockKey, _ column: AccountColumn, _ quantity: Int) throws(Refusal) {
        try book(
            key.warehouse, key.client, key.sku, lot: key.lot, expiry: key.expiry, column, quantity)
    }

    func book(
        _ warehouse: WarehouseCode, _ client: ClientID, _ sku: SKUID, lot: String, expiry: String,
        _ column: AccountColumn, _ quantity: Int
    ) throws(Refusal) {
        try run(
            """
            INSERT INTO account (warehouse, client, sku, lot, expiry, \(column.rawValue)) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (warehouse, client, sku, lot, expiry)
                DO UPDATE SET \(column.rawValue) = \(column.rawValue) + excluded.\(column.rawValue)
            """, [warehouse, client, sku, lot, expiry, quantity])
    }
}
