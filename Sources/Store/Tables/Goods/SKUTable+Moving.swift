public import Domain

/// While an import's SKUs, which count already, are moved among the others.
extension SKUTable {
    /// Whether an import is being moved may have changed: it begins or ends, or a commit failed.
    public func forgetMoving() { moving.forget() }

    /// Moves the first SKUs of the import.
    ///
    /// - Returns: how many; 0 where none are left.
    public func move(of row: ImportRow, limit: Int) throws(Refusal) -> Int {
        guard let slice = try staged.slice(of: row, after: .first, limit: limit) else { return 0 }
        try moveEarlier(slice)
        forgetAll()
        for sql in Self.moveRange {
            try db.run(sql, row, slice.after.client, slice.after.id, slice.end.client, slice.end.id)
        }
        try staged.remove(slice)
        assert(slice.count > 0, "a slice without SKUs would be the end")
        return slice.count
    }

    /// Where another import is still being moved: first what it says of the same SKUs, since it came before.
    public func moveEarlier(_ slice: StagedSKUTable.Slice) throws(Refusal) {
        guard let earlier = try moving.row(), earlier != slice.row else { return }
        for key in try staged.keys(in: slice) { _ = try moved(key) }
    }

    /// What the import says of a SKU that is not moved yet. A change moves it now instead.
    func moved(_ key: SKUKey) throws(Refusal) -> SKUPatch? {
        guard let row = try moving.row() else { return nil }
        guard let patch = try staged.patch(of: key, in: row) else { return nil }
        if db.isReading { return patch }
        forget(key)
        for sql in Self.moveOne + StagedSKUTable.removeOne { try db.run(sql, row, key.client, key.id) }
        return nil
    }

    /// Moves the SKUs of the import that a code names.
    func move(named texts: [String], of row: ImportRow) throws(Refusal) {
        for (key, _) in try names(of: texts, in: row) { _ = try moved(key) }
    }

    /// What a code means with the import, where `existing` is what it meant before.
    func meanings(
        of texts: [String], in row: ImportRow, over existing: [ItemMeaning]
    ) throws(Refusal) -> [ItemMeaning] {
        var meanings: [ItemMeaning] = []
        for meaning in existing {
            let key = SKUKey(meaning.sku.client, meaning.sku.id)
            guard let patch = try staged.patch(of: key, in: row) else {
                meanings.append(meaning)
                continue
            }
            let isStill = if meaning.unit == nil { patch.barcodes == nil } else { patch.units == nil }
            guard isStill || key.id.text == texts.first else { continue }
            let sku = try whole(patch, over: meaning.sku)
            meanings.append(ItemMeaning(sku: sku, unit: meaning.unit.flatMap { sku.unit($0.name) }))
        }
        for (key, unit) in try names(of: texts, in: row) {
            guard let sku = try sku(key.id, of: key.client) else { continue }
            let meaning = ItemMeaning(sku: sku, unit: unit.flatMap { sku.unit($0) })
            if !meanings.contains(meaning) { meanings.append(meaning) }
        }
        return meanings
    }

    /// The SKUs of the import that have one of the texts as id or barcode, with the unit that it is of.
    private func names(of texts: [String], in row: ImportRow) throws(Refusal) -> [(
        key: SKUKey, unit: UnitName?
    )] {
        var names: [(key: SKUKey, unit: UnitName?)] = []
        if let id = texts.first { names += try staged.keys(of: id, in: row).map { ($0, nil) } }
        for text in texts { names += try staged.units(of: text, in: row).map { ($0.key, $0.unit) } }
        return names
    }

    func whole(_ patch: SKUPatch, over existing: SKU?) throws(Refusal) -> SKU {
        assert(existing == nil || existing?.id == patch.id, "another SKU than \(patch.id)")
        guard let sku = patch.sku(over: existing) else {
            throw .unreadable("import_sku, \(patch.client) \(patch.id): a SKU without a size or weight")
        }
        return sku
    }

    private static let moveRange = movement(ofRows: StagedSKUTable.isInRange)
    private static let moveOne = movement(ofRows: "n.import = ?1 AND n.client = ?2 AND n.sku = ?3")

    /// Says with whole rows at once what `sku.upsert` says of one SKU.
    private static func movement(ofRows condition: String) -> [SQL] {
        let givesCodes = "(n.barcodes IS NOT NULL OR n.units IS NOT NULL)"
        return [
            SQL(
                """
                INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track, rotation,
                    shelf_life_days, units, packing)
                SELECT n.client, n.sku, coalesce(n.name, o.name, n.sku), coalesce(n.length_mm, o.length_mm),
                    coalesce(n.width_mm, o.width_mm), coalesce(n.height_mm, o.height_mm), coalesce(n.weight_g, o.weight_g),
                    coalesce(n.storage, o.storage, \(sql: StorageClimate.ambient)), coalesce(n.hazard, o.hazard, ''),
                    coalesce(n.track, o.track, ''), coalesce(n.rotation, o.rotation, \(sql: Rotation.fefo)),
                    coalesce(n.shelf_life_days, o.shelf_life_days), coalesce(n.units, o.units, '[]'),
                    coalesce(n.packing, o.packing, '{}')
                FROM import_sku AS n LEFT JOIN sku AS o ON o.client = n.client AND o.sku = n.sku WHERE \(condition)
                ON CONFLICT (client, sku) DO UPDATE SET name = excluded.name, length_mm = excluded.length_mm,
                    width_mm = excluded.width_mm, height_mm = excluded.height_mm, weight_g = excluded.weight_g,
                    storage = excluded.storage, hazard = excluded.hazard, track = excluded.track,
                    rotation = excluded.rotation, shelf_life_days = excluded.shelf_life_days, units = excluded.units,
                    packing = excluded.packing
                """),
            SQL(
                """
                DELETE FROM barcode WHERE (barcode, client, sku) IN (
                    SELECT b.barcode, b.client, b.sku FROM import_sku AS n
                    CROSS JOIN barcode AS b INDEXED BY barcode_sku ON b.client = n.client AND b.sku = n.sku
                    WHERE \(condition) AND \(givesCodes) AND (b.unit <> \(sql: UnitName.each) OR n.barcodes IS NOT NULL))
                """),
            SQL(
                """
                INSERT OR REPLACE INTO barcode (barcode, client, sku, unit)
                SELECT code.value, n.client, n.sku, \(sql: UnitName.each)
                FROM import_sku AS n CROSS JOIN json_each(n.barcodes) AS code WHERE \(condition)
                """),
            SQL(
                """
                INSERT OR IGNORE INTO barcode (barcode, client, sku, unit)
                SELECT code.value, s.client, s.sku, json_extract(unit.value, '$.unit')
                FROM import_sku AS n CROSS JOIN sku AS s ON s.client = n.client AND s.sku = n.sku
                    CROSS JOIN json_each(s.units) AS unit CROSS JOIN json_each(unit.value, '$.barcodes') AS code
                WHERE \(condition) AND s.units <> '[]' AND \(givesCodes)
                """),
        ]
    }
}

extension SKUPatch {
    /// The unit that a barcode names, where it named `existing` before.
    func unit(of barcode: String, over existing: UnitName?) -> UnitName? {
        if let given = codes.first(where: { $0.barcode == barcode }) { return given.unit }
        guard let existing else { return nil }
        return (existing == .each ? barcodes == nil : units == nil) ? existing : nil
    }
}
