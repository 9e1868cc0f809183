import Domain
import Operations
import Store

/// What is left out stays as it is.
extension SKUUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let existing = try site.store.skus.sku(sku, of: client)
        let patch = try patch()
        let new = try patch.checked(over: existing)
        var barcodes = patch.barcodes
        if existing != nil && barcodes == nil { barcodes = try site.barcodes(of: sku, client) }
        try site.store.skus.upsert(new, barcodes: barcodes ?? [], isNew: existing == nil)
        var result = Result()
        (result.sku, result.isNew) = (sku, existing == nil)
        return result
    }
}
