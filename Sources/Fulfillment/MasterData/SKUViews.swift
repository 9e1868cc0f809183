import Domain
import Operations

extension SKUGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.items(ScanReading(code)).filter { client == nil || $0.sku.client == client }
        guard let item = found.first(where: { $0.sku.id.text == code }) ?? found.first else {
            throw .unknownSKU(code)
        }
        let others = found.filter { $0.sku.id != item.sku.id || $0.sku.client != item.sku.client }
        if item.sku.id.text != code && !others.isEmpty {
            throw .ambiguousCode(code, meanings: found.map { "item \($0.sku.id)" })
        }
        var summary = try site.summary(of: item.sku)
        summary.unit = item.unit == .each ? nil : item.unit
        return summary
    }
}

extension SKUList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.store.skus.list(of: client, after: SKUID(page.afterText), limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for sku in rows { result.skus.append(try site.summary(of: sku)) }
        return result
    }
}

extension Transaction {
    fileprivate func summary(of sku: SKU) throws(Refusal) -> SKUSummary {
        var summary = SKUSummary()
        (summary.sku, summary.client, summary.name) = (sku.id, sku.client, sku.name)
        (summary.size, summary.weightG, summary.storage) = (sku.size, sku.weightG, sku.storage)
        summary.barcodes = try barcodes(of: sku.id, sku.client)
        summary.units = sku.units.map(UnitOfSKU.init)
        summary.track = Tracking.allCases.filter(sku.track.contains)
        summary.rotation = sku.rotation
        summary.hazard = sku.hazard.isEmpty ? nil : sku.hazard
        (summary.shelfLifeDays, summary.packing) = (sku.shelfLifeDays, sku.packing)
        return summary
    }
}
