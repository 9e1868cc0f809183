public import Domain

/// After a new layout: which SKUs have been compared with what may be picked.
extension PromiseTable {
    private static let first: SQL = """
        SELECT warehouse, reached_client, reached_sku FROM promise_renewal ORDER BY warehouse LIMIT 1
        """
    private static let begin: SQL = """
        INSERT INTO promise_renewal (warehouse, reached_client, reached_sku) VALUES (?1, ?2, ?3)
        ON CONFLICT (warehouse) DO UPDATE SET reached_client = ?2, reached_sku = ?3
        """
    private static let end: SQL = "DELETE FROM promise_renewal WHERE warehouse = ?"
    private static let nextThatCame = SQL(AccountTable.nextSKU)
    private static let nextUnpromised = SQL(OrderTable.nextUnpromisedSKU)

    /// The renewal to go on with; nil where none is under way.
    public func renewal() throws(Refusal) -> PromiseRenewal? {
        try db.first(Self.first) { (columns) throws(Refusal) in
            PromiseRenewal(warehouse: try columns.id(), reached: try SKUKey(&columns))
        }
    }

    /// Begins one, from the first SKU on where there is one already, or writes down how far it has come.
    public func save(_ renewal: PromiseRenewal) throws(Refusal) {
        try db.run(Self.begin, renewal.warehouse, renewal.reached.client, renewal.reached.id)
    }

    public func end(_ renewal: PromiseRenewal) throws(Refusal) { try db.run(Self.end, renewal.warehouse) }

    /// SKUs of which nothing is promised that are passed in one search for the next.
    private static let passedMax = 16

    /// The next SKU by client and id of which some line holds a promise or has lost it; there may be a SKU now and then
    /// that neither is true of.
    ///
    /// - Complexity: some searches, however many lines there are.
    public func next(after key: SKUKey, in warehouse: WarehouseCode) throws(Refusal) -> SKUKey? {
        let found = [
            try nextPromised(after: key, in: warehouse),
            try db.first(Self.nextUnpromised, warehouse, key.client, key.id, read: SKUKey.init),
        ]
        return found.compactMap { $0 }.min { ($0.client, $0.id) < ($1.client, $1.id) }
    }

    /// Only what came in can be promised.
    private func nextPromised(after key: SKUKey, in warehouse: WarehouseCode) throws(Refusal) -> SKUKey? {
        var reached = key
        for _ in 0..<Self.passedMax {
            let next = try db.first(Self.nextThatCame, warehouse, reached.client, reached.id, read: SKUKey.init)
            guard let next else { return nil }
            if try quantity(of: next.id, next.client, in: warehouse) != 0 { return next }
            reached = next
        }
        return reached
    }
}
