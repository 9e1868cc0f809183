public import Domain

/// The free pieces of a SKU, which every order asks for: kept as they are read, until the SKU's stock changes.
extension StockTable {
    /// As many as are ordered at a time.
    static let keptSKUsMax = 4_096
    /// The first records of a SKU serve most orders. All that is kept takes about 15 MB at most.
    static let keptRecordsMax = 64

    /// As long as nothing is written it gives the records in the same order each time.
    private static let freeInBins = SQL(
        """
        SELECT bin, lot, expiry, on_hand - reserved FROM stock WHERE warehouse = ? AND client = ? AND sku = ?
            AND status = \(sql: StockStatus.available) AND on_hand > reserved
        """)

    /// The free pieces of a SKU record by record, in no order that matters, as long as `visit`, which changes no stock,
    /// wants the next.
    ///
    /// - Complexity: no statement, where the records that are visited were read since the SKU's stock was changed; the
    ///   first ``keptRecordsMax`` are kept.
    public func eachFree(
        of sku: SKUID, _ client: ClientID, in warehouse: WarehouseCode,
        visit: (FreeStock) throws(Refusal) -> Bool
    ) throws(Refusal) {
        let key = SKUInWarehouse(sku, client, in: warehouse)
        var free = FreeStockRead()
        if let kept = try keptFree.kept(for: key, stored: { (kept) throws(Refusal) in try stored(key, as: kept) }) {
            for pieces in kept.records { guard try visit(pieces) else { return } }
            if kept.isWhole { return }
            free = kept
        }
        let visited = free.records.count
        var count = 0
        var wantsNext = true
        try db.each(Self.freeInBins, warehouse, client, sku) { (columns) throws(Refusal) in
            count += 1
            if count <= visited { return true }
            let pieces = try FreeStock(&columns)
            if count <= Self.keptRecordsMax { free.records.append(pieces) }
            wantsNext = try visit(pieces)
            return wantsNext
        }
        free.isWhole = wantsNext && count == free.records.count
        keptFree.keep(free, for: key)
    }

    /// The records of the table for those that are kept, and one more where these should be all.
    private func stored(_ key: SKUInWarehouse, as kept: FreeStockRead) throws(Refusal) -> FreeStockRead {
        var stored = FreeStockRead(isWhole: kept.isWhole)
        try db.each(Self.freeInBins, key.warehouse, key.client, key.sku) { (columns) throws(Refusal) in
            if stored.records.count == kept.records.count {
                stored.isWhole = false
                return false
            }
            stored.records.append(try FreeStock(&columns))
            return true
        }
        return stored
    }

    /// Free pieces of a SKU have become more or fewer, or are about to.
    func forgetFree(of goods: GoodsKey) {
        keptFree.forget(SKUInWarehouse(goods.sku, goods.client, in: goods.warehouse))
    }
}

/// The free pieces of one SKU, as far as they have been read.
struct FreeStockRead: Equatable {
    /// As the statement gives them, from its first on.
    var records: [FreeStock] = []
    /// Whether there are no others.
    var isWhole = false
}

extension FreeStock {
    fileprivate init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            bin: try columns.id(), lot: try columns.text(), expiry: try columns.dayOrNone(), count: try columns.int())
    }
}
