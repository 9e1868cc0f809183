import Domain
import WarehouseLayout

extension Transaction {
    /// Everything that a code names on this floor: the one place where codes are resolved.
    func meanings(of code: String, on floor: Floor) throws(Refusal) -> [CodeMeaning] {
        let scan = ScanReading(code)
        var meanings: [CodeMeaning] = []
        if let bin = floor.layout.bin(scan.text) { meanings.append(.bin(bin)) }
        if let station = floor.layout.station(scan.text) { meanings.append(.station(station)) }
        if let tote = try tote(code: scan.text) { meanings.append(.tote(tote)) }
        for item in try items(scan) { meanings.append(.item(item)) }
        if let sscc = scan.sscc {
            if let parcel = try store.parcels.parcel(sscc: sscc) { meanings.append(.parcel(parcel.row)) }
            if let parcel = try store.labels.parcelOfVoided(sscc) { meanings.append(.voidedLabel(parcel)) }
        }
        for order in try store.orders.orders(OrderID(scan.text)) { meanings.append(.order(order)) }
        if let box = try box(scan) { meanings.append(.box(box)) }
        return meanings
    }

    /// The SKUs that a scan names, by the id, by a piece's barcode or by that of a larger unit; each once.
    func items(_ scan: ScanReading) throws(Refusal) -> [ScannedItem] {
        var items: [ScannedItem] = []
        for meaning in try store.skus.meanings(of: scan.keys) {
            if items.contains(where: { $0.sku.id == meaning.sku.id && $0.sku.client == meaning.sku.client }) { continue }
            items.append(ScannedItem(meaning))
        }
        return items
    }

    /// How many pieces of this SKU a scan names: one, or those of the unit whose barcode it is; nil where it
    /// names something else.
    func pieces(_ scan: ScanReading, of sku: SKU) throws(Refusal) -> Int? {
        try store.skus.pieces(in: scan.keys, of: sku)
    }

    func pieces(_ scan: ScanReading, of sku: SKUID, _ client: ClientID) throws(Refusal) -> Int? {
        try pieces(scan, of: try self.sku(sku, of: client))
    }

    func box(_ scan: ScanReading) throws(Refusal) -> BoxID? { try store.boxes.box(code: scan.text) }

    /// The tote that a code names; case does not matter, as with bins.
    func tote(code: String) throws(Refusal) -> Tote? { try store.totes.tote(ToteID(code)) }

    /// What a code names, in words for the person who scanned it.
    func whatIs(_ code: String, on floor: Floor) throws(Refusal) -> String {
        var words: [String] = []
        for meaning in try meanings(of: code, on: floor) { words.append(try describe(meaning, on: floor)) }
        return words.isEmpty ? "not known" : words.joined(separator: "; or ")
    }

    private func describe(_ meaning: CodeMeaning, on floor: Floor) throws(Refusal) -> String {
        switch meaning {
        case .bin(let bin):
            let skus = try store.stock.skus(in: bin.code, of: floor.warehouse, limit: 3)
            return skus.isEmpty ? "bin, empty" : "bin, holds \(skus.map(\.text).joined(separator: ", "))"
        case .item(let item): return item.description
        case .tote(let tote):
            let home = tote.serves(floor.warehouse) ? "" : " of \(tote.warehouse)"
            return "tote\(home), \(try describe(tote))"
        case .parcel(let row): return "parcel of order \(try store.orders.id(of: try parcel(row).order))"
        case .voidedLabel(let row): return "voided label of parcel \(row)"
        case .order(let order): return "order, \(order.stage.rawValue)"
        case .station(let station): return "station, \(station.kind.rawValue)"
        case .box(let box): return "box type \(box)"
        }
    }

    /// What a tote is doing, in words.
    func describe(_ tote: Tote) throws(Refusal) -> String {
        guard let order = tote.order else { return tote.state.rawValue }
        return "\(tote.state.rawValue), holds order \(try store.orders.id(of: order))"
    }
}
