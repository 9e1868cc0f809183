import Domain
import Operations

/// Facts win: what was reserved in the bin and is not there moves to other bins, or its orders are short.
extension StockAdjust: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(of: place)
        let key = try site.stockKey(place, on: floor)
        guard delta != 0 else { throw .badParams(param: "delta", problem: "0 changes nothing") }
        guard !(reason.isWriteOff && delta > 0) else {
            throw .badParams(
                param: "reason", problem: "\(reason.rawValue) takes pieces away; delta must be below zero")
        }
        let onHand =
            try delta > 0
            ? site.raise(key, by: delta, reason, on: floor) : site.lower(key, by: -delta, reason, on: floor)
        var result = Result()
        (result.sku, result.bin, result.onHand) = (key.sku, key.bin, onHand)
        return result
    }
}

extension StockMove: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(of: source)
        let named = Swift.Result<StockKey, Refusal> { () throws(Refusal) in
            try site.stockKey(source, on: floor)
        }
        let aim = Swift.Result<BinCode, Refusal> { () throws(Refusal) in try site.bin(to, on: floor).code }
        try Refusal.refuse(for: [named.fault, aim.fault].compactMap { $0 })
        let key = try named.get()
        let target = key.moved(to: try aim.get())
        guard target.bin != key.bin else { throw .badParams(param: "to", problem: "is the bin it lies in") }
        guard let record = try site.store.stock.record(key), record.free >= quantity else {
            let found = try site.store.stock.record(key)
            throw .stockShort(
                sku: key.sku.text, wanted: quantity, available: found?.free ?? 0,
                hint: (found?.reserved ?? 0) > 0
                    ? "\(found?.reserved ?? 0) in \(key.bin) are reserved; unrelease those orders first"
                    : "\(key.bin) holds no more of it")
        }
        let left = try site.store.stock.remove(quantity, from: record.row).onHand
        let onHand = try site.store.stock.add(quantity, to: target, receivedAt: record.receivedAt).onHand
        try site.breakPromises(of: key.sku, key.client, on: floor, reason: "moved")
        try site.renewPromises(of: key.sku, key.client, on: floor)
        try site.emitStockChange(key, by: -quantity, onHand: left, reason: .moved)
        try site.emitStockChange(target, by: quantity, onHand: onHand, reason: .moved)
        var result = Result()
        (result.sku, result.bin, result.to) = (key.sku, key.bin, target.bin)
        (result.left, result.onHand) = (left, onHand)
        return result
    }
}

extension Transaction {
    /// More lies in a record than the books had.
    func raise(
        _ key: StockKey, by quantity: Int, _ reason: AdjustmentReason, on floor: Floor
    ) throws(Refusal) -> Int {
        let onHand = try store.stock.add(quantity, to: key, receivedAt: now).onHand
        try store.accounts.record(quantity, as: .adjusted, of: key.goods)
        try renewPromises(of: key.sku, key.client, on: floor)
        try emitStockChange(key, by: quantity, onHand: onHand, reason: StockChangeReason(reason))
        return onHand
    }

    /// Less lies in a record than the books had. What picks wanted of it is reserved in other bins; where no bin has it,
    /// the order waits, ships without or is cancelled, as it was asked.
    func lower(
        _ key: StockKey, by quantity: Int, _ reason: AdjustmentReason, on floor: Floor
    ) throws(Refusal) -> Int {
        let found = try store.stock.record(key)
        guard let record = found, record.onHand >= quantity else {
            throw .stockShort(
                sku: key.sku.text, wanted: quantity, available: found?.onHand ?? 0,
                hint: "\(key.bin) holds no more of it")
        }
        let displaced = try displaceReservations(on: record, keeping: record.onHand - quantity)
        let left = try store.stock.remove(quantity, from: record.row).onHand
        if reason.isWriteOff {
            try store.accounts.record(quantity, as: .writtenOff, of: key.goods)
        } else {
            try store.accounts.record(-quantity, as: .adjusted, of: key.goods)
        }
        try emitStockChange(key, by: -quantity, onHand: left, reason: StockChangeReason(reason))
        let short = try reserveElsewhere(displaced, reason: reason.rawValue, on: floor)
        let broken = try breakPromises(of: key.sku, key.client, on: floor, reason: reason.rawValue)
        try cancelShort(short + broken, reason: reason.rawValue)
        return left
    }
}
