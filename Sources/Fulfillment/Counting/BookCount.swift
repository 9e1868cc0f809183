import Domain

/// Counts against the books of a bin.
extension Transaction {
    /// What the books have in a bin, of each goods the pieces of all its records.
    func books(of bin: BinCode, in warehouse: WarehouseCode) throws(Refusal) -> [GoodsCount] {
        try store.stock.records(in: bin, of: warehouse)
            .map { GoodsCount(BinGoods($0.key.goods), $0.onHand) }.summed
    }

    /// Books what a count found. What moved since the books were frozen stays moved: the difference is booked, not the
    /// quantity.
    ///
    /// What there is more of comes first, so that picks which lose their pieces may be served from it.
    ///
    /// - Parameter held: pieces that were on hold until this count.
    func book(
        _ differences: [CountDifference], held: [GoodsCount] = [], in bin: BinCode, on floor: Floor
    ) throws(Refusal) {
        for found in differences where found.change > 0 { try bookFound(found, in: bin, on: floor) }
        for missing in differences where missing.change < 0 {
            try bookMissing(missing, held: held.quantity(of: missing.goods), in: bin, on: floor)
        }
    }

    /// Pieces that the books did not have join those that lie there; where there are none, they may be picked.
    private func bookFound(_ found: CountDifference, in bin: BinCode, on floor: Floor) throws(Refusal) {
        let goods = found.goods.key(in: floor.warehouse)
        let status = try records(of: goods, in: bin).first?.key.status ?? .available
        let key = StockKey(goods: goods, status: status, plate: "", bin: bin)
        _ = try raise(key, by: found.change, .count, on: floor)
    }

    /// Pieces that are not there come off those that were on hold for this count, then off what may be picked: nobody is
    /// sent to a bin for what may be missing.
    private func bookMissing(
        _ missing: CountDifference, held: Int, in bin: BinCode, on floor: Floor
    ) throws(Refusal) {
        let goods = missing.goods.key(in: floor.warehouse)
        var left = -missing.change
        var heldLeft = min(held, left)
        for record in try heldRecords(of: goods, in: bin) where heldLeft > 0 {
            let pieces = min(heldLeft, record.onHand)
            _ = try lower(record.key, by: pieces, .count, on: floor)
            (heldLeft, left) = (heldLeft - pieces, left - pieces)
        }
        for record in try records(of: goods, in: bin) where left > 0 {
            let pieces = min(left, record.onHand)
            _ = try lower(record.key, by: pieces, .count, on: floor)
            left -= pieces
        }
    }

    /// The records of goods in a bin: what may be picked first, loose pieces before those on plates.
    private func records(of goods: GoodsKey, in bin: BinCode) throws(Refusal) -> [StockRecord] {
        func rank(_ status: StockStatus) -> Int { StockStatus.allCases.firstIndex(of: status) ?? 0 }
        return try store.stock.records(in: bin, of: goods.warehouse).filter { $0.key.goods == goods }
            .sorted { left, right in
                (rank(left.key.status), left.key.plate, left.row) < (rank(right.key.status), right.key.plate, right.row)
            }
    }
}
