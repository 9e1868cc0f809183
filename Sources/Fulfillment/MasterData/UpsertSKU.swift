import Cartonization
import Domain
import JSON
import Operations

/// What is left out stays as it is.
extension SKUUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let known = try site.row("SELECT * FROM sku WHERE client = ? AND sku = ?", [client, sku])
        let before = if let known { try SKU(known) } else { nil as SKU? }
        guard let size = size ?? before?.size else { throw Self.missing("size_mm") }
        guard let weightG = weightG ?? before?.weightG else { throw Self.missing("weight_g") }
        let units = try units.map { (units) throws(Refusal) in try checked(units) } ?? before?.units ?? []
        let track = Set(track ?? Array(before?.track ?? []))
        try site.run(
            """
            INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track,
                rotation, shelf_life_days, units, packing)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            ON CONFLICT (client, sku) DO UPDATE SET name = ?3, length_mm = ?4, width_mm = ?5, height_mm = ?6,
                weight_g = ?7, storage = ?8, hazard = ?9, track = ?10, rotation = ?11, shelf_life_days = ?12,
                units = ?13, packing = ?14
            """,
            [
                client, sku, name ?? before?.name ?? sku.text, size.length, size.width, size.height, weightG,
                (storage ?? before?.storage ?? .ambient).rawValue, hazard ?? before?.hazard ?? "",
                track.map(\.rawValue).sorted().joined(separator: ","),
                (rotation ?? before?.rotation ?? .fefo).rawValue, shelfLifeDays ?? before?.shelfLifeDays,
                JSONValue.array(units.map { .object(UnitOfSKU($0).json) }).description,
                JSONValue.object(packing ?? before?.packing ?? JSONObject()).description,
            ])
        try site.checkPacking(of: sku, client)
        if let barcodes { try site.replaceBarcodes(of: sku, client, unit: .each, with: barcodes) }
        if self.units != nil { try site.replaceUnitBarcodes(of: sku, client, with: units) }
        var result = Result()
        (result.sku, result.isNew) = (sku, known == nil)
        return result
    }

    private static func missing(_ param: String) -> Refusal {
        .badParams(param: param, problem: "is missing; it is needed the first time")
    }

    private func checked(_ units: [UnitOfSKU]) throws(Refusal) -> [StockUnit] {
        for (index, unit) in units.enumerated() {
            if units[..<index].contains(where: { $0.unit == unit.unit }) {
                throw .badParams(param: "units.\(index).unit", problem: "\"\(unit.unit)\" stands twice")
            }
            if unit.unit == .each && unit.quantity != 1 {
                throw .badParams(param: "units.\(index).qty", problem: "each is one piece")
            }
        }
        return units.map(\.stockUnit)
    }
}

extension Transaction {
    /// What could never be packed is refused here, not at the bench.
    fileprivate func checkPacking(of id: SKUID, _ client: ClientID) throws(Refusal) {
        let sku = try sku(id, of: client)
        do throws(PackingError) { try sku.item(quantity: 1).check() } catch { throw Refusal(error) }
    }

    fileprivate func replaceUnitBarcodes(
        of id: SKUID, _ client: ClientID, with units: [StockUnit]
    ) throws(Refusal) {
        try run("DELETE FROM barcode WHERE client = ? AND sku = ? AND unit <> 'each'", [client, id])
        for unit in units where unit.name != .each {
            try add(unit.barcodes, of: id, client, unit: unit.name)
        }
    }

    fileprivate func replaceBarcodes(
        of id: SKUID, _ client: ClientID, unit: UnitName, with barcodes: [String]
    ) throws(Refusal) {
        try run(
            "DELETE FROM barcode WHERE client = ? AND sku = ? AND unit = ?", [client, id, unit.rawValue])
        try add(barcodes, of: id, client, unit: unit)
    }

    private func add(
        _ barcodes: [String], of id: SKUID, _ client: ClientID, unit: UnitName
    ) throws(Refusal) {
        for barcode in barcodes {
            try run(
                "INSERT OR REPLACE INTO barcode (barcode, client, sku, unit) VALUES (?, ?, ?, ?)",
                [ScanReading(barcode).gtin ?? barcode, client, id, unit.rawValue])
        }
    }
}
