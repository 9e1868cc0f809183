import Cartonization
import JSON

extension Transaction {
    /// `sku.upsert`: writes a SKU, new or known.
    func upsertSKU(_ params: Params) throws(Refusal) -> JSONValue {
        let client = try client(params)
        let id = SKUID(try params.id("sku"))
        let size = try params.sizeMM("size_mm")
        let track = try tracking(params)
        let known = try row("SELECT 1 FROM sku WHERE client = ? AND sku = ?", [client, id]) != nil
        try run(
            """
            INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track,
                rotation, shelf_life_days, units, packing)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
            ON CONFLICT (client, sku) DO UPDATE SET name = ?3, length_mm = ?4, width_mm = ?5, height_mm = ?6,
                weight_g = ?7, storage = ?8, hazard = ?9, track = ?10, rotation = ?11, shelf_life_days = ?12,
                units = ?13, packing = ?14
            """,
            [
                client, id, try params.optionalText("name") ?? id.text, size.0, size.1, size.2,
                try params.count("weight_g", least: 0),
                try params.word("storage", default: StorageClimate.ambient).rawValue,
                try params.optionalText("hazard") ?? "", track,
                try params.word("rotation", default: Rotation.fefo).rawValue,
                try params.optionalCount("shelf_life_days"),
                JSONValue.array(try params.list("units")).description,
                JSONValue.object(try packing(params)).description,
            ])
        try checkPacking(of: id, client, params)
        try replaceBarcodes(of: id, client, with: params)
        return ["sku": .string(id.text), "is_new": .bool(!known)]
    }

    private func tracking(_ params: Params) throws(Refusal) -> String {
        var words: [String] = []
        for value in try params.list("track") {
            guard let word = value.string, Tracking(rawValue: word) != nil else {
                throw .badParams(
                    param: params.path + "track", problem: "\(value) is none of lot, expiry, serial")
            }
            words.append(word)
        }
        return words.sorted().joined(separator: ",")
    }

    /// What could never be packed is refused here, not at the bench.
    private func checkPacking(of id: SKUID, _ client: ClientID, _ params: Params) throws(Refusal) {
        let sku = try sku(id, of: client)
        do throws(PackingError) { try sku.item(quantity: 1).check() } catch {
            throw Refusal(error, in: params)
        }
    }

    private func packing(_ params: Params) throws(Refusal) -> JSONObject {
        guard let packing = try params.optionalNested("packing") else { return JSONObject() }
        return packing.object
    }

    /// A SKU is found by its own id too, so no barcode of another one may read the same.
    private func replaceBarcodes(of id: SKUID, _ client: ClientID, with params: Params) throws(Refusal) {
        try run("DELETE FROM barcode WHERE client = ? AND sku = ?", [client, id])
        for value in try params.list("barcodes") {
            guard let barcode = value.string, !barcode.isEmpty, barcode.count <= Limits.idCharactersMax else {
                throw .badParams(param: params.path + "barcodes", problem: "\(value) is not a barcode's text")
            }
            let key = ScanReading(barcode).gtin ?? barcode
            try run(
                "INSERT OR REPLACE INTO barcode (barcode, client, sku, unit) VALUES (?, ?, ?, 'each')",
                [key, client, id])
        }
    }

    /// `sku.get`
    func getSKU(_ params: Params) throws(Refusal) -> JSONValue {
        let client = try client(params)
        let id = SKUID(try params.text("sku"))
        guard let row = try row("SELECT * FROM sku WHERE client = ? AND sku = ?", [client, id]) else {
            throw .unknownSKU(id.text)
        }
        return describe(SKU(row), barcodes: try barcodes(of: id, client))
    }

    /// `sku.list`: by client and id.
    func listSKUs(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let client = try client(params)
        let found = try rows(
            "SELECT * FROM sku WHERE client = ? AND sku > ? ORDER BY sku LIMIT ?",
            [client, page.after, page.limit + 1])
        var list: [JSONValue] = []
        for row in found {
            let sku = SKU(row)
            list.append(describe(sku, barcodes: try barcodes(of: sku.id, client)))
        }
        return page.answer("skus", list)
    }

    private func describe(_ sku: SKU, barcodes: [String]) -> JSONValue {
        [
            "sku": .string(sku.id.text), "name": .string(sku.name),
            "size_mm": [.int(sku.sizeMM.0), .int(sku.sizeMM.1), .int(sku.sizeMM.2)],
            "weight_g": .int(sku.weightG), "storage": .string(sku.storage.rawValue),
            "barcodes": .array(barcodes.map { .string($0) }),
            "track": .array(Tracking.allCases.filter(sku.track.contains).map { .string($0.rawValue) }),
            "rotation": .string(sku.rotation.rawValue), "packing": .object(sku.packing),
        ]
    }
}
