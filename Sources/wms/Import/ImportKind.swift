import ArgumentParser
import Domain
import LineProtocol
import Operations

/// What a CSV file brings, and the columns it may have: the params of the method that takes one row.
enum ImportKind: String, CaseIterable, ExpressibleByArgument {
    case sku, box, tote, stock

    var params: [Param] { ImportedThing(rawValue: rawValue)?.params ?? [] }

    /// Params that are objects give a column a member, `packing.fragile`; lists of objects have no column.
    var columns: [ImportColumn] { columns(of: params, within: nil) }

    /// What a new thing cannot be without, so that all faults of a file of new things are told at once.
    private var neededFirst: [String] {
        switch self {
        case .sku: ["size_mm", "weight_g"]
        case .box: ["inner_mm"]
        case .tote, .stock: []
        }
    }

    private func isNeeded(_ param: Param) -> Bool { param.isRequired || neededFirst.contains(param.name) }

    private func columns(of params: [Param], within parent: String?) -> [ImportColumn] {
        params.flatMap { param in
            let name = parent.map { "\($0).\(param.name)" } ?? param.name
            if case .object(let members) = param.type { return columns(of: members, within: name) }
            let isNested = param.type.members != nil
            return isNested
                ? [] : [ImportColumn(name: name, param: param, isRequired: isNeeded(param) && parent == nil)]
        }
    }
}
