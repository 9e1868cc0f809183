import Domain
import Operations
import WarehouseLayout

extension LayoutCheck: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let layout = try Layout(wire: yaml)
        var result = Result()
        result.warehouse = WarehouseCode(layout.warehouse.text)
        (result.bins, result.stations) = (layout.bins.count, layout.stations.count)
        result.warnings = LayoutWarnings(layout).sentences
        return result
    }
}

/// The text becomes the warehouse's next revision, unless it drops or changes a bin that is in use.
extension LayoutLoad: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let layout = try Layout(wire: yaml)
        let warehouse = WarehouseCode(layout.warehouse.text)
        let before = try site.store.layouts.revision(of: warehouse)
        let old: Floor? = if before == nil { nil } else { try site.floor(warehouse) }
        let difference = old.map { layout.difference(from: $0.layout) }
        if let difference { try site.refuseBinsInUse(difference, relocated, in: warehouse) }
        var result = Result()
        (result.warehouse, result.revision) = (warehouse, (before ?? 0) + 1)
        if !isDryRun {
            let floor = try site.store(layout, yaml: yaml, revision: result.revision, of: warehouse)
            if let old { try site.renewPromises(on: floor, since: old) }
            let loaded = LayoutLoaded(revision: result.revision, bins: layout.bins.count)
            try site.emit(loaded, of: warehouse.text, in: warehouse)
        }
        result.bins = layout.bins.count
        result.added = difference?.added.count ?? layout.bins.count
        result.removed = difference?.removed.count ?? 0
        result.changed = (difference?.moved.count ?? 0) + (difference?.changed.count ?? 0)
        result.warnings = LayoutWarnings(layout).sentences
        return result
    }
}

extension Layout {
    /// The layout that a request brings.
    fileprivate init(wire yaml: String) throws(Refusal) {
        do throws(LayoutError) { self = try Layout(yaml: yaml, file: "layout") } catch {
            throw .layoutFaults(error.faultLines)
        }
    }
}

extension Transaction {
    fileprivate func store(
        _ layout: Layout, yaml: String, revision: Int, of warehouse: WarehouseCode
    ) throws(Refusal) -> Floor {
        try store.layouts.insert(
            Warehouse(code: warehouse, name: layout.name, revision: revision, loadedAt: now), text: yaml)
        return layouts.add(layout, revision: revision)
    }
}

extension LayoutError {
    /// Each fault as a line for a person: file, line, column, what is wrong and the fix.
    var faultLines: [String] {
        switch self {
        case .faults(let faults): faults.map(\.description)
        }
    }
}
