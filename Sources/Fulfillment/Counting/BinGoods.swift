import Domain
import JSON

/// Goods as a count distinguishes them in one bin: by client, SKU, lot and expiry, not by status or plate.
struct BinGoods: Hashable, Sendable {
    let client: ClientID
    let sku: SKUID
    /// "" where they have none.
    var lot = ""
    /// Nil where they do not expire.
    var expiry: Day?
}

extension BinGoods {
    init(_ goods: GoodsKey) {
        self.init(client: goods.client, sku: goods.sku, lot: goods.lot, expiry: goods.expiry)
    }

    func key(in warehouse: WarehouseCode) -> GoodsKey {
        GoodsKey(warehouse: warehouse, client: client, sku: sku, lot: lot, expiry: expiry)
    }

    /// Nil where it is not what ``json`` writes.
    init?(json: JSONObject) {
        guard let sku = json["sku"]?.string, json.mayBeText("client"), json.mayBeText("lot"),
            json.mayBeText("expiry")
        else { return nil }
        let text = json["expiry"]?.string
        let day = text.flatMap { Day($0) }
        if text != nil && day == nil { return nil }
        self.init(
            client: ClientID(json["client"]?.string ?? ""), sku: SKUID(sku), lot: json["lot"]?.string ?? "",
            expiry: day)
    }

    var json: JSONObject {
        var object: JSONObject = ["sku": .string(sku.text)]
        if !client.isEmpty { object["client"] = .string(client.text) }
        if !lot.isEmpty { object["lot"] = .string(lot) }
        object["expiry"] = expiry.map { .string($0.description) }
        return object
    }
}
