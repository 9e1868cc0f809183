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
        let difference = before == nil ? nil : layout.difference(from: try site.floor(warehouse).layout)
        if let difference { try site.refuseBinsInUse(difference, relocated, in: warehouse) }
        var result = Result()
        (result.warehouse, result.revision) = (warehouse, (before ?? 0) + 1)
        if !isDryRun { try site.store(layout, yaml: yaml, revision: result.revision, of: warehouse) }
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
    ) throws(Refusal) {
        try store.layouts.insert(
            Warehouse(code: warehouse, name: layout.name, revision: revision, loadedAt: now), text: yaml)
        let floor = layouts.add(layout, revision: revision)
        try renewAllPromises(on: floor)
        try emit(
            LayoutLoaded(revision: revision, bins: layout.bins.count), of: warehouse.text, in: warehouse)
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
