import Domain
import Operations

/// What one record holds is what was found: facts win over reservations and promises.
extension StockSet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: place.warehouse)
        let key = try site.stockKey(place, on: floor)
        let change = quantity - (try site.stock(key)?.onHand ?? 0)
        guard !(reason.isWriteOff && change > 0) else {
            throw .badParams(param: "reason", problem: "\(reason.rawValue) takes pieces away; there are more than before")
        }
        var result = Result()
        (result.sku, result.bin, result.change) = (key.sku, key.bin, change)
        result.onHand = try site.setQuantity(quantity, of: key, reason, on: floor)
        return result
    }
}

/// Books what was counted in a bin. Records that are not named stay as they are, unless the count is complete.
extension StockCount: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        var counted: [(key: StockKey, quantity: Int)] = []
        for line in lines {
            var place = StockPlace()
            (place.bin, place.sku, place.lot, place.expiry, place.client) = (
                bin, line.sku, line.lot, line.expiry, client
            )
            let key = try site.stockKey(place, on: floor)
            guard !counted.contains(where: { $0.key == key }) else {
                throw .badParams(param: "lines", problem: "\(line.sku) stands twice with one lot and expiry")
            }
            counted.append((key, line.quantity))
        }
        let code = try site.bin(bin, on: floor).code
        if isComplete {
            for stock in try site.stock(in: code, of: floor.warehouse, client) {
                if !counted.contains(where: { $0.key == stock.key }) { counted.append((stock.key, 0)) }
            }
        }
        var result = Result()
        result.bin = code
        for (key, quantity) in counted {
            let expected = try site.stock(key)?.onHand ?? 0
            if quantity == expected { continue }
            var difference = Difference()
            (difference.sku, difference.expiry) = (key.sku, Day(key.expiry))
            difference.lot = key.lot.isEmpty ? nil : key.lot
            (difference.expected, difference.counted) = (expected, quantity)
            difference.change = quantity - expected
            result.differences.append(difference)
            _ = try site.setQuantity(quantity, of: key, .count, on: floor)
        }
        return result
    }
}

extension Transaction {
    /// Sets what lies in a record to what was found.
    ///
    /// - Returns: what lies there now.
    fileprivate func setQuantity(
        _ quantity: Int, of key: StockKey, _ reason: AdjustmentReason, on floor: Floor
    ) throws(Refusal) -> Int {
        let change = quantity - (try stock(key)?.onHand ?? 0)
        if change > 0 { return try raise(key, by: change, reason, on: floor) }
        if change < 0 { return try lower(key, by: -change, reason, on: floor) }
        return quantity
    }

    /// The records of one client in a bin that may be picked from.
    fileprivate func stock(
        in bin: BinCode, of warehouse: WarehouseCode, _ client: ClientID
    ) throws(Refusal) -> [Stock] {
        try rows(
            """
            SELECT * FROM stock WHERE warehouse = ? AND bin = ? AND client = ? AND status = 'available'
                AND plate = '' ORDER BY id
            """, [warehouse, bin, client]
        ).map(Stock.init)
    }
}
