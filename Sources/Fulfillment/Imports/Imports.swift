import Domain
import JSON
import LineProtocol
import Operations

/// Nothing of an import counts before its commit.
extension ImportBegin: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var common = JSONObject()
        common["warehouse"] = try site.knownWarehouse(warehouse).map { .string($0.text) }
        common["client"] = client.map { .string($0.text) }
        var result = Result()
        result.number = try site.store.imports.begin(kind, common: common, at: site.now).row
        return result
    }
}

/// Rows are known by their line in the caller's file.
extension ImportRows: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let open = try site.openImport(number)
        let staged = try site.store.imports.stage(rows.map { .object($0) }, firstLine: firstLine, in: open.row)
        var result = Result()
        (result.number, result.rows) = (number, staged.rows)
        return result
    }
}

/// All rows count, or none, and then every fault is told by its line.
extension ImportCommit: Rule {
    private static let rowsRead = 500

    func decide(in site: Transaction) throws(Refusal) -> Result {
        let open = try site.openImport(number)
        var faults: [ImportFault] = []
        var last = 0
        while faults.count < Limits.importFaultsMax {
            let rows = try site.store.imports.rows(of: open.row, after: last, limit: Self.rowsRead)
            for row in rows where faults.count < Limits.importFaultsMax {
                do throws(Refusal) { try site.bringIn(row, of: open) } catch {
                    if error.endsTheTransaction { throw error }
                    faults.append(ImportFault(line: row.line, reason: error))
                }
            }
            guard let end = rows.last else { break }
            last = end.line
        }
        guard faults.isEmpty else { throw .importFaults(faults) }
        while try site.store.imports.removeRows(of: open.row, limit: Self.rowsRead) {}
        let committed = try site.store.imports.move(open, to: .committed)
        var result = Result()
        (result.number, result.rows, result.state) = (number, committed.rows, committed.state)
        return result
    }
}

extension Transaction {
    fileprivate func openImport(_ number: ImportRow) throws(Refusal) -> Import {
        guard let known = try store.imports.import(number) else { throw .unknownImport(number.number) }
        guard known.state == .open else {
            throw .wrongState(thing: "import \(number)", state: known.state.rawValue, wanted: "open")
        }
        return known
    }

    /// Carries out one row as the operation that brings one such row alone, with every check of it; what the row
    /// leaves out is filled up with what was said of the whole import.
    fileprivate func bringIn(_ row: StagedRow, of whole: Import) throws(Refusal) {
        guard var params = row.value.object else { throw .unreadable("import \(whole.row), line \(row.line): no object") }
        let type = whole.kind.operation
        for (key, value) in whole.common.members where params[key] == nil {
            if type.params.contains(where: { $0.name == key }) { params[key] = value }
        }
        var faults: [ParamFault] = []
        let operation: any Operation = type.checked(params, faults: &faults)
        if let fault = faults.first {
            let others = faults.dropFirst().map { "; \($0)" }.joined()
            throw .badParams(param: fault.path, problem: fault.message + others)
        }
        guard let rule = operation as? any Rule else { throw .unknownMethod(type.declaration.name) }
        _ = try rule.answer(in: self)
    }
}
