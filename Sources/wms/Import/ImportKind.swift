import ArgumentParser
import Domain
import LineProtocol
import Operations

/// What a CSV file brings, and the columns it may have: the params of the method that takes one row.
enum ImportKind: String, CaseIterable, ExpressibleByArgument {
    case sku, box, tote, stock

    /// What the daemon calls it.
    var thing: ImportedThing {
        switch self {
        case .sku: .sku
        case .box: .box
        case .tote: .tote
        case .stock: .stock
        }
    }

    /// What a row may have. A known thing keeps what is left out; what a new one needs is known to the daemon, which
    /// names the row.
    var params: [Param] { thing.params }

    /// Params that are objects give a column a member, `packing.fragile`; lists of objects have no column.
    var columns: [ImportColumn] { Self.columns(of: params, within: nil) }

    private static func columns(of params: [Param], within parent: String?) -> [ImportColumn] {
        params.flatMap { param in
            let name = parent.map { "\($0).\(param.name)" } ?? param.name
            if case .object(let members) = param.type { return columns(of: members, within: name) }
            let isNested = param.type.members != nil
            return isNested
                ? [] : [ImportColumn(name: name, param: param, isRequired: param.isRequired && parent == nil)]
        }
    }
}
