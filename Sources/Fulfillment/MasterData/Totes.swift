import Domain
import Operations

/// A known tote keeps its state, and what is left out.
extension ToteUpsert: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let existing = try site.store.totes.tote(tote)
        var warehouse = try site.knownWarehouse(warehouse) ?? existing?.warehouse ?? ""
        let all = try site.warehouses()
        // One whose warehouse nobody names belongs to the only one there is.
        if warehouse.isEmpty, all.count == 1 || (existing == nil && !all.isEmpty) {
            warehouse = try site.warehouse(nil)
        }
        if let existing, existing.warehouse != warehouse, existing.state != .free {
            throw .toteInUse(tote: existing.id.text, by: try site.describe(existing))
        }
        let (_, isNew) = try site.store.totes.upsert(
            tote, in: warehouse, size: inner ?? existing?.size, tareG: tareG ?? existing?.tareG ?? 0)
        var result = Result()
        (result.tote, result.isNew) = (tote, isNew)
        return result
    }
}

extension ToteList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let found = try site.store.totes.list(
            state: state, warehouse: try site.knownWarehouse(warehouse), client: try site.knownClient(client),
            after: page.after.map { ToteID($0) }, limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for tote in rows {
            var entry = ToteList.Tote()
            (entry.tote, entry.state, entry.station) = (tote.id, tote.state, tote.station)
            entry.warehouse = tote.warehouse.isEmpty ? nil : tote.warehouse
            if let row = tote.order {
                let order = try site.store.orders.order(row)
                (entry.order, entry.client) = (order.id, order.client)
            }
            (entry.inner, entry.tareG) = (tote.size, tote.tareG)
            result.totes.append(entry)
        }
        return result
    }
}

extension Transaction {
    func tote(_ id: ToteID) throws(Refusal) -> Tote {
        guard let tote = try store.totes.tote(id) else { throw .unknownTote(id.text) }
        return tote
    }
}
