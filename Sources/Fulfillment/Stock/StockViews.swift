import Domain
import Operations
import Store

extension StockList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        let bin = if let bin { try site.bin(bin, on: floor).code } else { nil as BinCode? }
        let found = try site.store.stock.list(
            StockTable.Filter(warehouse: floor.warehouse, client: try site.knownClient(client), sku: sku, bin: bin),
            after: try page.afterRow(), limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        result.stock = rows.map(Row.init)
        return result
    }
}

extension StockList.Row {
    fileprivate init(_ stock: StockRecord) {
        self.init()
        let key = stock.key
        (self.stock, sku, bin, status) = (stock.row, key.sku, key.bin, key.status)
        (onHand, reserved, client) = (stock.onHand, stock.reserved, key.client)
        lot = key.lot.isEmpty ? nil : key.lot
        expiry = key.expiry
        plate = key.plate.isEmpty ? nil : key.plate
        receivedAt = stock.receivedAt
    }
}

extension StockAvailable: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let floor = try site.floor(named: warehouse)
        let knownSKU = try site.sku(sku, of: client)
        let free = try site.available(
            of: knownSKU.id, client, on: floor, livingUntil: floor.day(of: site.now))
        let totals = try site.store.stock.totals(of: knownSKU.id, client, in: floor.warehouse)
        var result = Result()
        result.sku = knownSKU.id
        result.promised = try site.promised(of: knownSKU.id, client, in: floor.warehouse)
        result.available = max(0, free - result.promised)
        (result.onHand, result.reserved) = (totals.onHand, totals.reserved)
        return result
    }
}
