import Domain

/// Pieces that are on hold until their bin is counted, because somebody missed them: only the count, or a lead, says
/// whether they are gone.
extension CountProgress {
    /// What may be picked again once goods were counted: what was held of those of which no doubt is left, less what
    /// the count found missing.
    func freed(by counted: [GoodsCount], _ verdict: CountVerdict) -> [GoodsCount] {
        held.compactMap { held in
            guard counted.names(held.goods), !verdict.doubts(held.goods) else { return nil }
            let change = verdict.booked.first { $0.goods == held.goods }?.change ?? 0
            let left = held.quantity + min(0, change)
            return left > 0 ? GoodsCount(held.goods, left) : nil
        }
    }

    /// What is still on hold then.
    func held(after counted: [GoodsCount], _ verdict: CountVerdict) -> [GoodsCount] {
        held.filter { !counted.names($0.goods) || verdict.doubts($0.goods) }
    }
}

extension Transaction {
    /// Books pieces that somebody missed as lying on hold in a bin, and has the bin counted: no order is sent there for
    /// them.
    func hold(
        _ missing: GoodsCount, as key: StockKey, receivedAt: Instant, reason: StockChangeReason
    ) throws(Refusal) {
        var held = key
        held.status = .hold
        let record = try store.stock.add(missing.quantity, to: held, receivedAt: receivedAt)
        try emitStockChange(held, by: missing.quantity, onHand: record.onHand, reason: reason)
        _ = try openCount(
            of: CountScope(client: key.client, sku: key.sku), in: key.bin, of: key.warehouse, isBlind: true,
            held: [missing], reason: reason.rawValue)
    }

    /// Pieces that were on hold for a count, and that it found, may be picked.
    func free(_ found: [GoodsCount], in bin: BinCode, on floor: Floor) throws(Refusal) {
        for found in found {
            var left = found.quantity
            for record in try heldRecords(of: found.goods.key(in: floor.warehouse), in: bin) where left > 0 {
                let pieces = min(left, record.onHand)
                let stays = try store.stock.remove(pieces, from: record.row).onHand
                try emitStockChange(record.key, by: -pieces, onHand: stays, reason: .count)
                var key = record.key
                key.status = .available
                let onHand = try store.stock.add(pieces, to: key, receivedAt: record.receivedAt).onHand
                try emitStockChange(key, by: pieces, onHand: onHand, reason: .count)
                left -= pieces
            }
            try renewPromises(of: found.goods.sku, found.goods.client, on: floor)
        }
    }

    /// The records of goods in a bin that are on hold, by row.
    func heldRecords(of goods: GoodsKey, in bin: BinCode) throws(Refusal) -> [StockRecord] {
        try store.stock.records(in: bin, of: goods.warehouse).filter {
            $0.key.goods == goods && $0.key.status == .hold
        }
    }
}
