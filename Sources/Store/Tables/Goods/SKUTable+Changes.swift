public import Domain

extension SKUTable {
    private static let upsert: SQL = """
        INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track, rotation,
            shelf_life_days, units, packing)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (client, sku) DO UPDATE SET name = ?3, length_mm = ?4, width_mm = ?5, height_mm = ?6, weight_g = ?7,
            storage = ?8, hazard = ?9, track = ?10, rotation = ?11, shelf_life_days = ?12, units = ?13, packing = ?14
        """
    private static let allBarcodes: SQL = "SELECT barcode, unit FROM barcode WHERE client = ? AND sku = ?"
    private static let addBarcode: SQL =
        "INSERT OR REPLACE INTO barcode (barcode, client, sku, unit) VALUES (?, ?, ?, ?)"
    private static let removeBarcode: SQL = "DELETE FROM barcode WHERE barcode = ? AND client = ? AND sku = ?"

    /// Writes a SKU, new or known, with the barcodes of one piece and those of its units.
    ///
    /// - Parameters:
    ///   - barcodes: of one piece; those of the units stand in them. All in the spelling that scans are looked up by:
    ///     trade item numbers in fourteen digits. One that is given twice is the piece's.
    ///   - isNew: whether it is known to be new, so that it has no barcodes yet.
    public func upsert(_ sku: SKU, barcodes: [String], isNew: Bool = false) throws(Refusal) {
        precondition(sku.weightG >= 0 && sku.size.sides.allSatisfy { $0 > 0 }, "a SKU without a size")
        let key = SKUKey(sku.client, sku.id)
        _ = try moved(key)
        forget(key)
        try db.run(
            Self.upsert, sku.client, sku.id, sku.name, sku.size.length, sku.size.width, sku.size.height,
            sku.weightG,
            sku.storage, sku.hazard, sku.trackText, sku.rotation, sku.shelfLifeDays, sku.unitsText,
            sku.packingText)
        let wanted = SKUPatch.codes(of: barcodes, units: sku.units)
        if isNew {
            for (barcode, unit) in wanted { try db.run(Self.addBarcode, barcode, sku.client, sku.id, unit) }
        } else {
            try replaceBarcodes(of: sku, with: wanted)
        }
    }

    /// Those that stay are not written again: most upserts change none.
    private func replaceBarcodes(
        of sku: SKU, with wanted: [(barcode: String, unit: UnitName)]
    ) throws(Refusal) {
        let units = Dictionary(wanted.map { ($0.barcode, $0.unit) }, uniquingKeysWith: { first, _ in first })
        let existing = try db.all(Self.allBarcodes, sku.client, sku.id) { (columns) throws(Refusal) in
            (barcode: try columns.text(), unit: try columns.word() as UnitName)
        }
        for (barcode, unit) in existing where units[barcode] != unit {
            try db.run(Self.removeBarcode, barcode, sku.client, sku.id)
        }
        for (barcode, unit) in wanted
        where !existing.contains(where: { $0.barcode == barcode && $0.unit == unit }) {
            try db.run(Self.addBarcode, barcode, sku.client, sku.id, unit)
        }
    }
}
