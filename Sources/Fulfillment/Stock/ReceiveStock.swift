import JSON
import WarehouseLayout

extension Transaction {
    /// `stock.receive`: pieces arrive in a bin.
    func receiveStock(_ params: Params) throws(Refusal) -> JSONValue {
        let floor = try floor(try warehouse(params))
        let key = try stockKey(params, on: floor)
        let quantity = try params.count("qty")
        let (row, onHand) = try addStock(key, quantity: quantity, receivedAt: now.millisecondsSince1970)
        try book(key, .received, quantity)
        try renewPromises(of: key.sku, key.client, on: floor)
        try emitStockChange(
            key, by: quantity, onHand: onHand, reason: try params.optionalText("ref") ?? "receipt")
        return ["stock": .int(row.number), "on_hand": .int(onHand)]
    }

    /// The record that the parameters name, checked against the SKU's tracking and the bin.
    func stockKey(_ params: Params, on floor: Floor) throws(Refusal) -> StockKey {
        let client = try client(params)
        let sku = try sku(SKUID(try params.text("sku")), of: client)
        let bin = try bin(params, "bin", on: floor)
        let lot = try params.optionalText("lot") ?? ""
        let expiry = try params.optionalDay("expiry")?.description ?? ""
        if sku.track.contains(.lot) && lot.isEmpty {
            throw .badParams(param: params.path + "lot", problem: "is missing; \(sku.id) is tracked by lot")
        }
        if sku.track.contains(.expiry) && expiry.isEmpty {
            throw .badParams(
                param: params.path + "expiry", problem: "is missing; \(sku.id) is tracked by expiry")
        }
        return StockKey(
            warehouse: floor.warehouse, client: client, sku: sku.id, lot: lot, expiry: expiry,
            status: try params.word("status", default: StockStatus.available),
            plate: try params.optionalText("plate") ?? "", bin: bin.code)
    }

    func emitStockChange(_ key: StockKey, by quantity: Int, onHand: Int, reason: String) throws(Refusal) {
        var data: JSONObject = [
            "sku": .string(key.sku.text), "bin": .string(key.bin.text), "change": .int(quantity),
            "on_hand": .int(onHand), "status": .string(key.status.rawValue), "reason": .string(reason),
        ]
        if !key.client.text.isEmpty { data["client"] = .string(key.client.text) }
        if !key.lot.isEmpty { data["lot"] = .string(key.lot) }
        if !key.expiry.isEmpty { data["expiry"] = .string(key.expiry) }
        try emit(.stockChanged, of: key.sku.text, in: key.warehouse, data)
    }
}
