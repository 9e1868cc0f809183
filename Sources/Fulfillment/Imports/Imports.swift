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
        try site.run(
            "INSERT INTO import (kind, common, begun_at, state) VALUES (?, ?, ?, 'open')",
            [kind.rawValue, JSONValue.object(common).description, site.now.millisecondsSince1970])
        var result = Result()
        result.number = ImportRow(site.insertedRow)
        return result
    }
}

/// Rows are known by their line in the caller's file.
extension ImportRows: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        _ = try site.openImport(number)
        for (index, row) in rows.enumerated() {
            try site.run(
                "INSERT OR REPLACE INTO import_row (import, line, row) VALUES (?, ?, ?)",
                [number, firstLine + index, JSONValue.object(row).description])
        }
        var result = Result()
        result.number = number
        result.rows =
            try site.value(Int.self, "SELECT count(*) FROM import_row WHERE import = ?", [number]) ?? 0
        return result
    }
}

/// All rows count, or none, and then every fault is told by its line.
extension ImportCommit: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let (kind, common) = try site.openImport(number)
        var faults: [ImportFault] = []
        let staged = try site.rows(
            "SELECT line, row FROM import_row WHERE import = ? ORDER BY line", [number])
        for row in staged {
            do throws(Refusal) { try site.bringIn(try row.object("row"), as: kind, with: common) } catch {
                if error.endsTheTransaction { throw error }
                faults.append(ImportFault(line: row["line"], reason: error))
            }
            if faults.count == Limits.importFaultsMax { break }
        }
        guard faults.isEmpty else { throw .importFaults(faults) }
        try site.run("DELETE FROM import_row WHERE import = ?", [number])
        try site.run("UPDATE import SET state = 'committed' WHERE id = ?", [number])
        var result = Result()
        (result.number, result.rows, result.state) = (number, staged.count, .committed)
        return result
    }
}

extension Transaction {
    fileprivate func openImport(_ number: ImportRow) throws(Refusal) -> (ImportedThing, common: JSONObject) {
        guard let row = try row("SELECT id, kind, common, state FROM import WHERE id = ?", [number]) else {
            throw .unknownImport(number.number)
        }
        let state: ImportState = try row.word("state")
        guard state == .open else {
            throw .wrongState(thing: "import \(number)", state: state.rawValue, wanted: "open")
        }
        return (try row.word("kind"), try row.object("common"))
    }

    /// Carries out one row as the operation that brings one such row alone, with every check of it; what the row
    /// leaves out is filled up with what was said of the whole import.
    fileprivate func bringIn(
        _ row: JSONObject, as kind: ImportedThing, with common: JSONObject
    ) throws(Refusal) {
        let type = kind.operation
        var params = row
        for (key, value) in common.members where params[key] == nil {
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
