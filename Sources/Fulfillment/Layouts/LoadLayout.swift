import Domain
import Operations
import WarehouseLayout

extension LayoutCheck: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let (floor, warnings) = try site.compiled(yaml)
        var result = Result()
        result.warehouse = floor.warehouse
        (result.bins, result.stations) = (floor.layout.bins.count, floor.layout.stations.count)
        result.warnings = warnings
        return result
    }
}

/// The text becomes the warehouse's next revision, unless it drops or changes a bin that is in use.
///
/// The revision is in force at once. Promises that its bins no longer cover are withdrawn in slices (``PromiseSlice``).
extension LayoutLoad: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let (compiled, warnings) = try site.compiled(yaml)
        var floor = compiled
        let (layout, warehouse) = (floor.layout, floor.warehouse)
        let before = try site.store.layouts.revision(of: warehouse)
        let old: Floor? = if before == nil { nil } else { try site.floor(warehouse) }
        let difference = old.map { layout.difference(from: $0.layout) }
        if let difference { try site.refuseBinsInUse(difference, relocated, in: warehouse) }
        var result = Result()
        (result.warehouse, result.revision) = (warehouse, (before ?? 0) + 1)
        if !isDryRun {
            floor.revision = result.revision
            try site.store(floor, yaml: yaml)
            if let old, !floor.binsOpenedOrClosed(since: old).isEmpty {
                try site.store.promises.save(PromiseRenewal(warehouse: warehouse))
            }
            let loaded = LayoutLoaded(revision: result.revision, bins: layout.bins.count)
            try site.emit(loaded, of: warehouse.text, in: warehouse)
        }
        result.bins = layout.bins.count
        result.added = difference?.added.count ?? layout.bins.count
        result.removed = difference?.removed.count ?? 0
        result.changed = (difference?.moved.count ?? 0) + (difference?.changed.count ?? 0)
        result.warnings = warnings
        return result
    }
}

extension Transaction {
    /// The layout that a request brings, which the daemon compiles before it is decided.
    fileprivate func compiled(_ yaml: String) throws(Refusal) -> (floor: Floor, warnings: [String]) {
        try (preparation?.layout ?? PreparedLayout(yaml: yaml)).get()
    }

    fileprivate func store(_ floor: Floor, yaml: String) throws(Refusal) {
        let entry = Warehouse(
            code: floor.warehouse, name: floor.layout.name, revision: floor.revision, loadedAt: now)
        try store.layouts.insert(entry, text: yaml)
        layouts.add(floor)
    }
}
