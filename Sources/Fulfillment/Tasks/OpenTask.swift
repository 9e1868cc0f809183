import Domain
import Operations

/// Has a bin counted, or every bin that holds a SKU.
extension TaskOpen: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        guard Self.kindsOpened.contains(kind) else {
            throw .badParams(param: "kind", problem: "tasks of kind \(kind.rawValue) come up by themselves")
        }
        let floor = try site.floor(named: warehouse)
        let scope = CountScope(client: client, sku: sku)
        var result = Result()
        for code in try bins(in: site, on: floor) {
            let task = try site.openCount(
                of: scope, in: code, of: floor.warehouse, isBlind: isBlind, reason: reason)
            result.tasks.append(task.row)
        }
        if let first = result.tasks.first { result.task = first }
        return result
    }

    /// The bin that was named, or those that hold the SKU, by address.
    private func bins(in site: Transaction, on floor: Floor) throws(Refusal) -> [BinCode] {
        if let bin { return [try site.bin(bin, on: floor).code] }
        guard let sku else { throw .badParams(param: "bin", problem: "is missing; name a bin or a SKU") }
        let knownSKU = try site.sku(sku, of: client)
        let records = try site.store.stock.records(of: knownSKU.id, client, in: floor.warehouse)
        let bins = Set(records.map(\.key.bin)).sorted()
        guard !bins.isEmpty else {
            throw .wrongState(
                thing: "SKU \(knownSKU.id)", state: "in no bin by the books", wanted: "in one; name the bin to count")
        }
        return bins
    }
}
