import JSON

/// What an import's rows are.
enum ImportedKind: String, CaseIterable {
    case sku, box, tote, stock
}

extension Transaction {
    /// `import.begin`: opens an import; nothing of it counts before its commit.
    func beginImport(_ params: Params) throws(Refusal) -> JSONValue {
        let kind = try params.word("kind", default: ImportedKind.sku)
        let common = JSONObject(
            ["warehouse", "client"].compactMap { key in params.object[key].map { (key, $0) } })
        try run(
            "INSERT INTO import (kind, common, begun_at, state) VALUES (?, ?, ?, 'open')",
            [kind.rawValue, JSONValue.object(common).description, now.millisecondsSince1970])
        return ["import": .int(insertedRow)]
    }

    /// `import.rows`: further rows, each known by its line in the caller's file.
    func stageImportRows(_ params: Params) throws(Refusal) -> JSONValue {
        let number = try params.int("import")
        _ = try openImport(number)
        let first = try params.count("first_line")
        let rows = try params.list("rows")
        guard rows.count <= Limits.importRowsMax else {
            throw .badParams(
                param: "rows", problem: "\(rows.count) are more than \(Limits.importRowsMax) at once")
        }
        for (index, row) in rows.enumerated() {
            try run(
                "INSERT OR REPLACE INTO import_row (import, line, row) VALUES (?, ?, ?)",
                [number, first + index, row.description])
        }
        let count = try value(Int.self, "SELECT count(*) FROM import_row WHERE import = ?", [number])
        return ["import": .int(number), "rows": .int(count ?? 0)]
    }

    /// `import.commit`: takes all rows in, or none, and then tells every fault by its line.
    func commitImport(_ params: Params) throws(Refusal) -> JSONValue {
        let number = try params.int("import")
        let (kind, common) = try openImport(number)
        var faults: [ImportFault] = []
        let staged = try rows("SELECT line, row FROM import_row WHERE import = ? ORDER BY line", [number])
        for row in staged {
            do throws(Refusal) {
                try take(kind, try imported(row["row"], with: common))
            } catch {
                if error.endsTheTransaction { throw error }
                faults.append(ImportFault(line: row["line"], reason: error))
            }
            if faults.count == Limits.importFaultsMax { break }
        }
        guard faults.isEmpty else { throw .importFaults(faults) }
        try run("DELETE FROM import_row WHERE import = ?", [number])
        try run("UPDATE import SET state = 'committed' WHERE id = ?", [number])
        return ["import": .int(number), "rows": .int(staged.count)]
    }

    private func openImport(_ number: Int) throws(Refusal) -> (ImportedKind, common: JSONObject) {
        guard let row = try row("SELECT kind, common, state FROM import WHERE id = ?", [number]),
            let kind = ImportedKind(rawValue: row["kind"])
        else { throw .unknownImport(number) }
        guard row["state"] as String == "open" else {
            throw .wrongState(thing: "import \(number)", state: row["state"], wanted: "open")
        }
        let common = (try? JSONValue(parsing: row["common"] as String))?.object
        return (kind, common ?? JSONObject())
    }

    /// A row's own params, filled up with those that were given for the whole import.
    private func imported(_ text: String, with common: JSONObject) throws(Refusal) -> Params {
        guard var object = (try? JSONValue(parsing: text))?.object else {
            throw .badParams(param: "row", problem: "is not an object")
        }
        for (key, value) in common.members where object[key] == nil { object[key] = value }
        return Params(object)
    }

    private func take(_ kind: ImportedKind, _ params: Params) throws(Refusal) {
        switch kind {
        case .sku: _ = try upsertSKU(params)
        case .box: _ = try upsertBox(params)
        case .tote: _ = try upsertTote(params)
        case .stock: _ = try receiveStock(params)
        }
    }
}
