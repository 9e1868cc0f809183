import Domain
import Operations

/// What one record holds is what was found: facts win over reservations and promises.
extension StockSet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(of: place)
        let key = try site.stockKey(place, on: floor)
        let change = quantity - (try site.store.stock.record(key)?.onHand ?? 0)
        guard !(reason.isWriteOff && change > 0) else {
            throw .badParams(
                param: "reason", problem: "\(reason.rawValue) takes pieces away; there are more than before")
        }
        var result = Result()
        (result.sku, result.bin, result.change) = (key.sku, key.bin, change)
        result.onHand = try site.setQuantity(quantity, of: key, reason, on: floor)
        return result
    }
}

/// Books what a lead has counted in a bin, or confirms of what others have counted. Goods that are not named stay as they
/// are, unless the count is complete.
extension StockCount: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        let named = Swift.Result<BinCode, Refusal> { () throws(Refusal) in try site.bin(bin, on: floor).code }
        let goods = Swift.Result<[SKU], Refusal> { () throws(Refusal) in
            try site.skus(lines.map(\.sku), of: client)
        }
        try Refusal.refuse(for: [named.fault, goods.fault].compactMap { $0 })
        let code = try named.get()
        let books = try site.books(of: code, in: floor.warehouse)
        let counted = try counted(against: books, in: site, on: floor)
        let task = try site.countTask(at: code, in: floor.warehouse)
        let progress = task?.work.facts.count ?? CountProgress()
        let verdict = CountVerdict(
            of: counted, books: books, first: progress.first, limits: site.settings.counting, isByLead: true)
        try site.book(verdict.booked, held: progress.held, in: code, on: floor)
        try site.free(progress.freed(by: counted, verdict), in: code, on: floor)
        if let task {
            try site.note(verdict, of: counted, against: books, in: task)
        } else if !verdict.again.isEmpty {
            try site.openRecount(of: verdict.again, in: code, of: floor.warehouse)
        }
        let doubted = verdict.again.map(\.goods)
        let certain = counted.map(\.goods).filter { !doubted.contains($0) }
        try site.confirmShort(in: code, of: floor.warehouse) { client, sku in
            certain.contains { $0.client == client && $0.sku == sku }
        }
        var result = Result()
        (result.bin, result.mustRecount) = (code, !verdict.again.isEmpty)
        result.differences = verdict.differences.map(Difference.init)
        return result
    }

    /// What was named and, where the count is complete, nothing of all else that the books have of this client.
    private func counted(
        against books: [GoodsCount], in site: Transaction, on floor: Floor
    ) throws(Refusal) -> [GoodsCount] {
        var counted: [GoodsCount] = []
        for line in lines {
            var place = StockPlace()
            (place.bin, place.sku, place.lot, place.expiry, place.client) = (
                bin, line.sku, line.lot, line.expiry, client
            )
            let goods = BinGoods(try site.stockKey(place, on: floor).goods)
            guard !counted.names(goods) else {
                throw .badParams(param: "lines", problem: "\(line.sku) stands twice with one lot and expiry")
            }
            counted.append(GoodsCount(goods, line.quantity))
        }
        if !isComplete { return counted }
        return counted
            + books.filter { $0.goods.client == client && !counted.names($0.goods) }
            .map { GoodsCount($0.goods, 0) }
    }
}

extension Transaction {
    /// Sets what lies in a record to what was found.
    ///
    /// - Returns: what lies there now.
    fileprivate func setQuantity(
        _ quantity: Int, of key: StockKey, _ reason: AdjustmentReason, on floor: Floor
    ) throws(Refusal) -> Int {
        let change = quantity - (try store.stock.record(key)?.onHand ?? 0)
        if change > 0 { return try raise(key, by: change, reason, on: floor) }
        if change < 0 { return try lower(key, by: -change, reason, on: floor) }
        return quantity
    }
}
