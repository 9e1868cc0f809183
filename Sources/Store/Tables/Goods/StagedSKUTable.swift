public import Domain

/// What the rows of imports say of SKUs, one row for a SKU and import, from the moment in which the rows are brought to
/// that in which they are moved among the SKUs.
///
/// Rows are kept by key: files that are sorted by it are appended, and a SKU that an import has brought is found by its
/// client and id, by its id alone, and by each of its barcodes.
public struct StagedSKUTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    static let columns = """
        client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track, rotation, shelf_life_days, \
        units, packing, barcodes
        """

    /// `n.import`, then the key after which a range begins and the one with which it ends.
    static let isInRange = "n.import = ?1 AND (n.client, n.sku) > (?2, ?3) AND (n.client, n.sku) <= (?4, ?5)"

    /// A row where SKUs of the import of row `?1` have yet to be moved or dropped.
    static let namingImport = "SELECT 1 FROM import_sku WHERE import_sku.import = ?1"

    private static let insert = SQL(
        """
        INSERT INTO import_sku (import, line, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """)
    private static let insertBarcode: SQL =
        "INSERT INTO import_barcode (barcode, import, client, sku, unit) VALUES (?, ?, ?, ?, ?)"
    private static let remove: SQL = "DELETE FROM import_sku WHERE import = ? AND client = ? AND sku = ?"
    private static let removeBarcode: SQL =
        "DELETE FROM import_barcode WHERE barcode = ? AND import = ? AND client = ? AND sku = ?"

    /// Writes down what a row says of a SKU.
    ///
    /// - Returns: whether the import had not brought the SKU before; else nothing is written.
    public func insert(_ patch: SKUPatch, line: Int, of row: ImportRow) throws(Refusal) -> Bool {
        try insert(StagedSKU(patch), line: line, of: row)
    }

    func insert(_ sku: StagedSKU, line: Int, of row: ImportRow) throws(Refusal) -> Bool {
        let patch = sku.patch
        assert(line > 0, "lines are counted from 1")
        assert((patch.size?.sides ?? []).allSatisfy { $0 > 0 }, "a SKU without a size")
        assert(patch.weightG ?? 0 >= 0, "nothing weighs less than nothing")
        let isNew = try db.run(
            Self.insert, row, line, patch.client, patch.id, patch.name, patch.size?.length, patch.size?.width,
            patch.size?.height, patch.weightG, patch.storage, patch.hazard, sku.track, patch.rotation,
            patch.shelfLifeDays, sku.units, sku.packing, sku.barcodes)
        if isNew == 0 { return false }
        for (barcode, unit) in sku.codes {
            try db.run(Self.insertBarcode, barcode, row, patch.client, patch.id, unit)
        }
        return true
    }

    /// Adds what a further row says of a SKU to what the import says of it, at the later line.
    public func add(_ patch: SKUPatch, line: Int, of row: ImportRow) throws(Refusal) {
        var whole = patch
        if let earlier = try self.patch(of: patch.key, in: row) {
            try remove(earlier, of: row)
            whole = earlier.followed(by: patch)
        }
        let isNew = try insert(whole, line: line, of: row)
        assert(isNew, "what the import said before was removed")
    }

    func remove(_ patch: SKUPatch, of row: ImportRow) throws(Refusal) {
        for (barcode, _) in patch.codes {
            try db.run(Self.removeBarcode, barcode, row, patch.client, patch.id)
        }
        try db.run(Self.remove, row, patch.client, patch.id)
    }
}

extension SKUKey {
    init(_ columns: inout Columns) throws(Refusal) { self.init(try columns.id(), try columns.id()) }
}
