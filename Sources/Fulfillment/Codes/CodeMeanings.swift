import Domain
import WarehouseLayout

/// What a code may name. One code may name several things; the prompt decides which one is meant.
enum CodeMeaning {
    case bin(Bin)
    case item(ScannedItem)
    case tote(Tote)
    case parcel(ParcelRow)
    case order(Order)
    case station(Station)
    case box(BoxID)
    /// The label of a parcel that holds no longer.
    case voidedLabel(ParcelRow)
}

/// Goods that a code names, and the unit whose barcode it is.
struct ScannedItem: CustomStringConvertible {
    let sku: SKU
    let unit: UnitName

    var description: String {
        guard unit != .each, let pieces = sku.quantity(in: unit) else { return "item \(sku.id)" }
        return "a \(unit.rawValue) of \(pieces) \(sku.id)"
    }
}

extension Transaction {
    /// Everything that a code names on this floor: the one place where codes are resolved.
    func meanings(of code: String, on floor: Floor) throws(Refusal) -> [CodeMeaning] {
        let scan = ScanReading(code)
        var meanings: [CodeMeaning] = []
        if let bin = floor.layout.bin(scan.text) { meanings.append(.bin(bin)) }
        if let station = floor.layout.station(scan.text) { meanings.append(.station(station)) }
        if let tote = try toteID(scan.text) { meanings.append(.tote(try self.tote(tote))) }
        for item in try items(scan) { meanings.append(.item(item)) }
        if let parcel = try parcel(scan) { meanings.append(.parcel(parcel)) }
        if let parcel = try parcelVoided(scan) { meanings.append(.voidedLabel(parcel)) }
        for row in try rows("SELECT * FROM orders WHERE order_id = ?", [scan.text]) {
            meanings.append(.order(try Order(row)))
        }
        if let box = try box(scan) { meanings.append(.box(box)) }
        return meanings
    }

    /// The SKUs that a scan names, by the id, by a piece's barcode or by that of a larger unit.
    func items(_ scan: ScanReading) throws(Refusal) -> [ScannedItem] {
        var items: [ScannedItem] = []
        for row in try rows("SELECT * FROM sku WHERE sku = ? ORDER BY client", [scan.text]) {
            items.append(ScannedItem(sku: try SKU(row), unit: .each))
        }
        let byBarcode = try rows(
            """
            SELECT sku.*, barcode.unit AS scanned_unit FROM barcode JOIN sku USING (client, sku)
            WHERE barcode IN (?1, ?2) ORDER BY client, sku
            """, [scan.text, scan.gtin])
        for row in byBarcode {
            let item = ScannedItem(sku: try SKU(row), unit: try row.word("scanned_unit"))
            if !items.contains(where: { $0.sku.id == item.sku.id && $0.sku.client == item.sku.client }) {
                items.append(item)
            }
        }
        return items
    }

    /// How many pieces of this SKU a scan names: one, or those of the unit whose barcode it is; nil where it
    /// names something else.
    func pieces(_ scan: ScanReading, of sku: SKUID, _ client: ClientID) throws(Refusal) -> Int? {
        if scan.text == sku.text { return 1 }
        let unit = try row(
            "SELECT unit FROM barcode WHERE barcode IN (?, ?) AND client = ? AND sku = ?",
            [scan.text, scan.gtin, client, sku])
        guard let unit else { return nil }
        return try self.sku(sku, of: client).pieces(1, unit.word("unit"))
    }

    func parcel(_ scan: ScanReading) throws(Refusal) -> ParcelRow? {
        guard let sscc = scan.sscc else { return nil }
        return try value(ParcelRow.self, "SELECT id FROM parcel WHERE sscc = ?", [sscc])
    }

    /// The parcel that once had the SSCC of a label that was voided.
    private func parcelVoided(_ scan: ScanReading) throws(Refusal) -> ParcelRow? {
        guard let sscc = scan.sscc else { return nil }
        return try value(
            ParcelRow.self, "SELECT parcel FROM label_job WHERE sscc = ? AND state = 'voided' LIMIT 1", [sscc]
        )
    }

    func box(_ scan: ScanReading) throws(Refusal) -> BoxID? {
        try value(
            BoxID.self, "SELECT box FROM box WHERE box = ?1 OR barcode = ?1 ORDER BY box LIMIT 1", [scan.text]
        )
    }

    /// What a code names, in words for the person who scanned it.
    func whatIs(_ code: String, on floor: Floor) throws(Refusal) -> String {
        var words: [String] = []
        for meaning in try meanings(of: code, on: floor) { words.append(try describe(meaning, on: floor)) }
        return words.isEmpty ? "not known" : words.joined(separator: "; or ")
    }

    private func describe(_ meaning: CodeMeaning, on floor: Floor) throws(Refusal) -> String {
        switch meaning {
        case .bin(let bin):
            let held = try rows(
                "SELECT DISTINCT sku FROM stock WHERE warehouse = ? AND bin = ? AND on_hand > 0 ORDER BY sku LIMIT 3",
                [floor.warehouse, bin.code])
            let skus = held.map { $0["sku"] as String }
            return skus.isEmpty ? "bin, empty" : "bin, holds \(skus.joined(separator: ", "))"
        case .item(let item): return item.description
        case .tote(let tote): return "tote, \(try describe(tote))"
        case .parcel(let row): return "parcel of order \(try order(try parcel(row).order).id)"
        case .voidedLabel(let row): return "voided label of parcel \(row)"
        case .order(let order): return "order, \(order.stage.rawValue)"
        case .station(let station): return "station, \(station.kind.rawValue)"
        case .box(let box): return "box type \(box)"
        }
    }

    /// What a tote is doing, in words.
    func describe(_ tote: Tote) throws(Refusal) -> String {
        guard let order = tote.order else { return tote.state.rawValue }
        return "\(tote.state.rawValue), holds order \(try self.order(order).id)"
    }
}
