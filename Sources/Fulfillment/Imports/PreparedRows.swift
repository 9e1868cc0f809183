public import Domain
import JSON
import LineProtocol
public import Operations
import Store

/// The rows of one `import.rows`, read as far as they can be without the database: outside the decider,
/// which then only writes them down.
public struct PreparedRows: Sendable {
    let rows: [NewStagedRow]

    /// - Complexity: linear in the rows.
    public init(_ operation: ImportRows, of import: Import) {
        rows = operation.rows.enumerated().map { index, row in
            NewStagedRow(
                line: operation.firstLine + index, row: row,
                patch: `import`.kind == .sku ? `import`.soundPatch(row) : nil)
        }
    }
}

extension Import {
    /// What a row says of a SKU; nil where it has a fault, which is reported with all others at the commit.
    fileprivate func soundPatch(_ row: JSONObject) -> SKUPatch? {
        var faults: [ParamFault] = []
        let operation = SKUUpsert.checked(filled(row, as: SKUUpsert.self), faults: &faults)
        guard faults.isEmpty, let patch = try? operation.patch() else { return nil }
        if patch.size != nil && patch.weightG != nil && (try? patch.checked(over: nil)) == nil { return nil }
        return patch
    }

    /// A row with what was said of the whole import where it leaves that out.
    func filled(_ row: JSONObject, as type: any Operation.Type) -> JSONObject {
        var params = row
        for (key, value) in common.members where params[key] == nil {
            if type.params.contains(where: { $0.name == key }) { params[key] = value }
        }
        return params
    }

    /// The operation that brings such a row alone.
    func operation(_ row: StagedRow) throws(Refusal) -> any Operation {
        guard let params = row.value.object else {
            throw .unreadable("import \(self.row), line \(row.line): no object")
        }
        var faults: [ParamFault] = []
        let operation: any Operation = kind.operation.checked(
            filled(params, as: kind.operation), faults: &faults)
        try Refusal.check(faults)
        return operation
    }
}
