import Domain
import Operations

/// What has the code as its id goes before what has it as a barcode. Where several clients have such a SKU, it is that
/// of nobody in particular, or the client has to be named.
extension SKUGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.items(ScanReading(code)).filter { client == nil || $0.sku.client == client }
        let named = found.filter { $0.sku.id.text == code }
        let candidates = named.isEmpty ? found : named
        guard let first = candidates.first else { throw .unknownSKU(code) }
        let own = named.first { $0.sku.client.isEmpty }
        guard let item = candidates.count == 1 ? first : own else {
            throw .ambiguousCode(code, meanings: candidates.map(\.sku.meaning))
        }
        var summary = try site.summary(of: item.sku)
        summary.unit = item.unit == .each ? nil : item.unit
        return summary
    }
}

extension SKU {
    /// In words for who has to choose among several.
    fileprivate var meaning: String { client.isEmpty ? "item \(id)" : "item \(id) of client \(client)" }
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
