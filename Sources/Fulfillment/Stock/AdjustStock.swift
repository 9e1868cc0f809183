import JSON

/// Why a quantity is set right. Damage and loss are written off; the rest is a count difference.
enum AdjustmentReason: String, CaseIterable {
    case count, found, damaged, lost, expired

    var isWriteOff: Bool { self == .damaged || self == .lost || self == .expired }
}

extension Transaction {
    /// `stock.adjust`: sets the quantity in a bin right by `delta` pieces.
    func adjustStock(_ params: Params) throws(Refusal) -> JSONValue {
        let floor = try floor(try warehouse(params))
        let key = try stockKey(params, on: floor)
        let delta = try params.int("delta")
        let reason = try params.word("reason", default: AdjustmentReason.count)
        guard delta != 0, abs(delta) <= Limits.quantityMax else {
            throw .badParams(param: "delta", problem: "\(delta) is no difference that a bin can have")
        }
        guard !(reason.isWriteOff && delta > 0) else {
            throw .badParams(
                param: "reason", problem: "\(reason.rawValue) takes pieces away; delta must be below zero")
        }
        let onHand = try delta > 0 ? raise(key, by: delta) : lower(key, by: -delta)
        try book(key, reason.isWriteOff ? .writtenOff : .adjusted, reason.isWriteOff ? -delta : delta)
        if delta > 0 {
            try renewPromises(of: key.sku, key.client, on: floor)
        } else {
            try breakPromises(of: key.sku, key.client, on: floor, reason: reason.rawValue)
        }
        try emitStockChange(key, by: delta, onHand: onHand, reason: reason.rawValue)
        return ["sku": .string(key.sku.text), "bin": .string(key.bin.text), "on_hand": .int(onHand)]
    }

    private func raise(_ key: StockKey, by quantity: Int) throws(Refusal) -> Int {
        try addStock(key, quantity: quantity, receivedAt: now.millisecondsSince1970).onHand
    }

    private func lower(_ key: StockKey, by quantity: Int) throws(Refusal) -> Int {
        guard let stock = try stock(key), stock.free >= quantity else {
            let found = try stock(key)
            throw .stockShort(
                sku: key.sku.text, wanted: quantity, available: found?.free ?? 0,
                hint: (found?.reserved ?? 0) > 0
                    ? "\(found?.reserved ?? 0) in \(key.bin) are reserved; unrelease those orders or report the "
                        + "pick short first"
                    : "\(key.bin) holds no more of it")
        }
        try takeStock(stock.row, quantity: quantity, reserved: 0)
        return stock.onHand - quantity
    }

    /// `stock.move`: unreserved pieces go to another bin.
    func moveStock(_ params: Params) throws(Refusal) -> JSONValue {
        let floor = try floor(try warehouse(params))
        let key = try stockKey(params, on: floor)
        let target = key.moved(to: try bin(params, "to", on: floor).code)
        let quantity = try params.count("qty")
        guard target.bin != key.bin else { throw .badParams(param: "to", problem: "is the bin it lies in") }
        let receivedAt = try stock(key)?.receivedAt ?? now.millisecondsSince1970
        let left = try lower(key, by: quantity)
        let (_, onHand) = try addStock(target, quantity: quantity, receivedAt: receivedAt)
        try breakPromises(of: key.sku, key.client, on: floor, reason: "moved")
        try renewPromises(of: key.sku, key.client, on: floor)
        try emitStockChange(key, by: -quantity, onHand: left, reason: "moved")
        try emitStockChange(target, by: quantity, onHand: onHand, reason: "moved")
        return [
            "sku": .string(key.sku.text), "bin": .string(key.bin.text), "to": .string(target.bin.text),
            "left": .int(left), "on_hand": .int(onHand),
        ]
    }
}
