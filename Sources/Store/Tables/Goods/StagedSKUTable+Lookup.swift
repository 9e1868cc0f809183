public import Domain

/// The SKUs that an import has brought, as scans and requests name them.
extension StagedSKUTable {
    private static let byKey = SQL(
        "SELECT \(columns) FROM import_sku WHERE import = ? AND client = ? AND sku = ?")
    /// One search for each client that has SKUs in the import.
    private static let byNumber: SQL = """
        WITH RECURSIVE owner (client) AS (
            SELECT min(client) FROM import_sku WHERE import = ?1
            UNION ALL SELECT (SELECT min(client) FROM import_sku WHERE import = ?1 AND client > owner.client)
            FROM owner WHERE owner.client IS NOT NULL)
        SELECT n.client, n.sku FROM owner CROSS JOIN import_sku AS n
        ON n.import = ?1 AND n.client = owner.client AND n.sku = ?2
        """
    private static let byBarcode: SQL =
        "SELECT client, sku, unit FROM import_barcode WHERE barcode = ? AND import = ?"
    private static let unitOfBarcode: SQL =
        "SELECT unit FROM import_barcode WHERE barcode = ? AND import = ? AND client = ? AND sku = ?"
    private static let ofClient: SQL =
        "SELECT client, sku FROM import_sku WHERE import = ? AND client = ? AND sku > ? ORDER BY sku LIMIT ?"

    public func patch(of key: SKUKey, in row: ImportRow) throws(Refusal) -> SKUPatch? {
        try db.first(Self.byKey, row, key.client, key.id, read: SKUPatch.init)
    }

    /// The SKUs of this id, whichever client's.
    func keys(of id: String, in row: ImportRow) throws(Refusal) -> [SKUKey] {
        try db.all(Self.byNumber, row, id, read: SKUKey.init)
    }

    /// What has a barcode.
    func units(of barcode: String, in row: ImportRow) throws(Refusal) -> [(key: SKUKey, unit: UnitName)] {
        try db.all(Self.byBarcode, barcode, row) { (columns) throws(Refusal) in
            (key: try SKUKey(&columns), unit: try columns.word())
        }
    }

    func unit(of barcode: String, _ key: SKUKey, in row: ImportRow) throws(Refusal) -> UnitName? {
        try db.first(Self.unitOfBarcode, barcode, row, key.client, key.id) { (columns) throws(Refusal) in
            try columns.word()
        }
    }

    /// The SKUs of a client after an id, by id.
    func keys(of client: ClientID, after id: SKUID, limit: Int, in row: ImportRow) throws(Refusal) -> [SKUKey]
    {
        try db.all(Self.ofClient, row, client, id, limit, read: SKUKey.init)
    }
}
