import Domain
import Operations
import WarehouseLayout

extension LayoutList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        // Warehouses of one daemon are few.
        let found = try site.store.layouts.warehouses().filter { $0.code > WarehouseCode(page.afterText) }
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for warehouse in rows {
            let layout = try site.floor(warehouse.code).layout
            var entry = LayoutList.Layout()
            (entry.warehouse, entry.name, entry.revision) = (warehouse.code, warehouse.name, warehouse.revision)
            (entry.bins, entry.stations) = (layout.bins.count, layout.stations.count)
            (entry.timezone, entry.loadedAt) = (layout.timezone, warehouse.loadedAt)
            result.layouts.append(entry)
        }
        return result
    }
}

extension LayoutGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let warehouse = try site.warehouse(warehouse)
        // It is not compiled for this: a text that this version does not understand is still given back.
        let revision =
            if let revision { revision } else { try site.store.layouts.revision(of: warehouse) ?? 0 }
        guard let yaml = try site.store.layouts.text(of: warehouse, revision: revision) else {
            throw .badParams(param: "revision", problem: "\(warehouse) has no revision \(revision)")
        }
        var result = Result()
        (result.warehouse, result.revision, result.yaml) = (warehouse, revision, yaml)
        return result
    }
}
