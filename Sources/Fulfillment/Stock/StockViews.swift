import Domain
import Operations

extension StockList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        let bin = if let bin { try site.bin(bin, on: floor).code } else { nil as BinCode? }
        let found = try site.rows(
            """
            SELECT * FROM stock WHERE warehouse = ?1 AND id > ?2 AND on_hand > 0 AND (?3 IS NULL OR bin = ?3)
                AND (?4 IS NULL OR sku = ?4) AND (?5 IS NULL OR client = ?5) ORDER BY id LIMIT ?6
            """,
            [
                floor.warehouse, try page.afterNumber(), bin, sku, client, page.rowsToRead,
            ])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows { result.stock.append(Row(try Stock(row))) }
        return result
    }
}

extension StockList.Row {
    fileprivate init(_ stock: Stock) {
        self.init()
        let key = stock.key
        (self.stock, sku, bin, status) = (stock.row, key.sku, key.bin, key.status)
        (onHand, reserved, client) = (stock.onHand, stock.reserved, key.client)
        lot = key.lot.isEmpty ? nil : key.lot
        expiry = Day(key.expiry)
        plate = key.plate.isEmpty ? nil : key.plate
        receivedAt = Instant(millisecondsSince1970: stock.receivedAt)
    }
}

extension StockAvailable: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        let known = try site.sku(sku, of: client)
        let free = try site.available(of: known.id, client, on: floor, livingUntil: floor.day(of: site.now))
        let totals = try site.row(
            """
            SELECT coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(reserved), 0) AS reserved FROM stock
            WHERE warehouse = ? AND client = ? AND sku = ?
            """, [floor.warehouse, client, known.id])
        var result = Result()
        result.sku = known.id
        result.promised = try site.promised(of: known.id, client, in: floor.warehouse)
        result.available = max(0, free - result.promised)
        (result.onHand, result.reserved) = (totals?["on_hand"] ?? 0, totals?["reserved"] ?? 0)
        return result
    }
}
