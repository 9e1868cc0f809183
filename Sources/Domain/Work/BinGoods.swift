public import JSON

/// Goods as a count distinguishes them in one bin: by client, SKU, lot and expiry, not by status or plate.
public struct BinGoods: Hashable, Sendable {
    public let client: ClientID
    public let sku: SKUID
    /// "" where they have none.
    public var lot: String
    /// Nil where they do not expire.
    public var expiry: Day?

    public init(client: ClientID, sku: SKUID, lot: String = "", expiry: Day? = nil) {
        (self.client, self.sku, self.lot, self.expiry) = (client, sku, lot, expiry)
    }

    public init(_ goods: GoodsKey) {
        self.init(client: goods.client, sku: goods.sku, lot: goods.lot, expiry: goods.expiry)
    }

    public func key(in warehouse: WarehouseCode) -> GoodsKey {
        GoodsKey(warehouse: warehouse, client: client, sku: sku, lot: lot, expiry: expiry)
    }
}

extension BinGoods {
    /// Nil where it is not what ``json`` writes.
    public init?(json: JSONObject) {
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

    public var json: JSONObject {
        var object: JSONObject = ["sku": .string(sku.text)]
        if !client.isEmpty { object["client"] = .string(client.text) }
        if !lot.isEmpty { object["lot"] = .string(lot) }
        object["expiry"] = expiry.map { .string($0.description) }
        return object
    }
}
