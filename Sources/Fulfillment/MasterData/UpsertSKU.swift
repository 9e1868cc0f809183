import Domain
import Operations
import Store

/// What is left out stays as it is.
extension SKUUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let known = try site.store.skus.sku(sku, of: client)
        let patch = try patch()
        let new = try patch.checked(over: known)
        var barcodes = patch.barcodes
        if known != nil && barcodes == nil { barcodes = try site.barcodes(of: sku, client) }
        try site.store.skus.upsert(new, barcodes: barcodes ?? [], isNew: known == nil)
        var result = Result()
        (result.sku, result.isNew) = (sku, known == nil)
        return result
    }
}
