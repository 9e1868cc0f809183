public import Domain

/// So many SKUs of an import at a time.
extension StagedSKUTable {
    private static let endOfSlice: SQL = """
        SELECT client, sku FROM import_sku WHERE import = ? AND (client, sku) > (?, ?) ORDER BY client, sku LIMIT 1 OFFSET ?
        """
    private static let last: SQL =
        "SELECT client, sku FROM import_sku WHERE import = ? AND (client, sku) > (?, ?) ORDER BY client DESC, sku DESC LIMIT 1"
    private static let countInRange = SQL("SELECT count(*) FROM import_sku AS n WHERE \(isInRange)")
    private static let keysInRange = SQL("SELECT n.client, n.sku FROM import_sku AS n WHERE \(isInRange)")
    private static let givenAgain = SQL(
        """
        SELECT \(columns) FROM import_sku AS n
        WHERE \(isInRange) AND EXISTS (\(ImportTable.rowOfSameLine))
        """)
    private static let doubtful = SQL(
        """
        SELECT line, \(columns) FROM import_sku AS n
        WHERE \(isInRange) AND (length_mm IS NULL OR weight_g IS NULL OR packing IS NULL AND EXISTS (
            \(SKUTable.packingOfImported)))
        """)

    /// So many SKUs of an import by key.
    public struct Slice: Sendable, Equatable {
        let row: ImportRow
        let after: SKUKey
        /// The last key in it.
        public let end: SKUKey
        public let count: Int
    }

    /// The SKUs of an import after a key, at most so many; nil where there are none.
    ///
    /// - Complexity: linear in `limit`.
    public func slice(of row: ImportRow, after key: SKUKey, limit: Int) throws(Refusal) -> Slice? {
        precondition(limit > 0)
        let full = try db.first(Self.endOfSlice, row, key.client, key.id, limit - 1, read: SKUKey.init)
        if let full { return Slice(row: row, after: key, end: full, count: limit) }
        guard let end = try db.first(Self.last, row, key.client, key.id, read: SKUKey.init) else {
            return nil
        }
        let count = try db.int(Self.countInRange, row, key.client, key.id, end.client, end.id) ?? 0
        assert((1..<limit).contains(count), "\(count) SKUs where there are fewer than \(limit)")
        return Slice(row: row, after: key, end: end, count: count)
    }

    func keys(in slice: Slice) throws(Refusal) -> [SKUKey] {
        try db.all(
            Self.keysInRange, slice.row, slice.after.client, slice.after.id, slice.end.client, slice.end.id,
            read: SKUKey.init)
    }

    /// Removes those of a slice whose lines were given again.
    ///
    /// - Returns: how many.
    public func removeGivenAgain(in slice: Slice) throws(Refusal) -> Int {
        let replaced = try db.all(
            Self.givenAgain, slice.row, slice.after.client, slice.after.id, slice.end.client, slice.end.id,
            read: SKUPatch.init)
        for patch in replaced { try remove(patch, of: slice.row) }
        return replaced.count
    }

    /// Those of a slice that are sound only with what is known of the SKU, with their lines.
    public func doubtful(in slice: Slice) throws(Refusal) -> [(line: Int, patch: SKUPatch)] {
        try db.all(
            Self.doubtful, slice.row, slice.after.client, slice.after.id, slice.end.client, slice.end.id
        ) { (columns) throws(Refusal) in (line: try columns.int(), patch: try SKUPatch(&columns)) }
    }

    /// Removes those of a slice.
    public func remove(_ slice: Slice) throws(Refusal) {
        var removed = 0
        // The SKUs come last: their barcodes are found by them.
        for sql in Self.removeRange {
            removed = try db.run(
                sql, slice.row, slice.after.client, slice.after.id, slice.end.client, slice.end.id)
        }
        assert(removed == slice.count, "\(removed) of \(slice.count) SKUs were in the slice")
    }

    private static let removeRange = removal(ofRows: isInRange)
    static let removeOne = removal(ofRows: "n.import = ?1 AND n.client = ?2 AND n.sku = ?3")

    private static func removal(ofRows condition: String) -> [SQL] {
        let barcodes = """
            DELETE FROM import_barcode WHERE (barcode, import, client, sku) IN (SELECT code.value, n.import, n.client, n.sku
            """
        return [
            SQL(
                "\(barcodes) FROM import_sku AS n CROSS JOIN json_each(n.barcodes) AS code WHERE \(condition))"
            ),
            SQL(
                """
                \(barcodes) FROM import_sku AS n CROSS JOIN json_each(n.units) AS unit
                    CROSS JOIN json_each(unit.value, '$.barcodes') AS code WHERE \(condition) AND n.units <> '[]')
                """),
            SQL("DELETE FROM import_sku AS n WHERE \(condition)"),
        ]
    }
}
