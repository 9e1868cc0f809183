import Domain
import Operations
import Store

/// What is done with the rows of an import, for one that is committed at once and for the slices of a large one.
extension Transaction {
    /// Carries out one row as the operation that brings one such row alone, with every check of it.
    ///
    /// - Throws: all that is wrong with the row, as far as one fault does not hide another.
    func book(_ row: StagedRow, of importing: Import) throws(Refusal) {
        do throws(Refusal) {
            let operation = try importing.operation(row)
            guard let rule = operation as? any Rule else {
                throw .unknownMethod(importing.kind.operation.declaration.name)
            }
            _ = try rule.anyResult(in: self)
        } catch {
            if error.endsTheTransaction { throw error }
            try Refusal.refuse(for: [error] + unknownNames(in: row, of: importing))
        }
    }

    /// The names in a row of stock that stand for nothing, whatever else is wrong with it.
    private func unknownNames(in row: StagedRow, of importing: Import) throws(Refusal) -> [Refusal] {
        guard importing.kind == .stock, let given = row.value.object else { return [] }
        let params = importing.filled(given, as: importing.kind.operation)
        var unknown: [Refusal] = []
        do throws(Refusal) {
            let client = ClientID(params["client"]?.string ?? "")
            if let id = params["sku"]?.string { _ = try sku(SKUID(id), of: client) }
        } catch { unknown.append(error) }
        do throws(Refusal) {
            let floor = try floor(named: params["warehouse"]?.string.map { WarehouseCode($0) })
            if let code = params["bin"]?.string { _ = try bin(BinCode(code), on: floor) }
        } catch { unknown.append(error) }
        if let fault = unknown.first(where: \.endsTheTransaction) { throw fault }
        return unknown
    }

    /// What is wrong with rows of SKUs that are kept as they were given.
    func faults(ofSKUs rows: [StagedRow], in importing: Import) throws(Refusal) -> [ImportFault] {
        var faults: [ImportFault] = []
        for row in rows {
            do throws(Refusal) {
                let patch = try importing.skuPatch(row)
                let staged = try store.skus.staged.patch(of: patch.key, in: importing.row)
                let existing = try store.skus.sku(patch.id, of: patch.client)
                _ = try (staged?.followed(by: patch) ?? patch).checked(over: existing)
            } catch {
                if error.endsTheTransaction { throw error }
                faults.append(ImportFault(line: row.line, reason: error))
            }
        }
        return faults
    }

    /// What is wrong with SKUs that were understood when they were brought.
    func faults(in slice: StagedSKUTable.Slice) throws(Refusal) -> [ImportFault] {
        var faults: [ImportFault] = []
        for (line, patch) in try store.skus.staged.doubtful(in: slice) {
            let existing = try store.skus.sku(patch.id, of: patch.client)
            do throws(Refusal) { _ = try patch.checked(over: existing) } catch {
                faults.append(ImportFault(line: line, reason: error))
            }
        }
        return faults
    }

    /// Adds rows of SKUs that are kept as they were given to what the import says of SKUs.
    func merge(_ rows: [StagedRow], of importing: Import) throws(Refusal) {
        for row in rows {
            try store.skus.staged.add(try importing.skuPatch(row), line: row.line, of: importing.row)
        }
        if let last = rows.last { try store.imports.removeRows(of: importing.row, upTo: last.line) }
    }

    // MARK: All at once

    /// Commits a small import.
    ///
    /// - Returns: its rows.
    /// - Throws: ``Refusal/importFaults(_:)`` with the faults of all rows.
    func commitAtOnce(_ importing: Import) throws(Refusal) -> Int {
        var importing = importing
        if importing.kind == .sku { importing.rows -= try replaceAll(of: importing) }
        let rows = try store.imports.rows(of: importing.row, after: 0, limit: Limits.importedAtOnceMax)
        let faults =
            importing.kind == .sku
            ? try commitSKUs(rows, of: importing) : try book(rows, of: importing)
        guard faults.isEmpty else { throw .importFaults(faults.inOrder) }
        try store.imports.removeRows(of: importing.row, upTo: importing.lastLine)
        var committed = try store.imports.move(importing, to: .committed)
        committed.begin(.done)
        (committed.rows, committed.done) = (importing.rows, importing.rows)
        try store.imports.save(committed)
        return committed.rows
    }

    private func replaceAll(of importing: Import) throws(Refusal) -> Int {
        let staged = store.skus.staged
        guard
            let all = try staged.slice(of: importing.row, after: .first, limit: Limits.importedAtOnceMax)
        else { return 0 }
        return try staged.removeGivenAgain(in: all)
    }

    private func commitSKUs(_ rows: [StagedRow], of importing: Import) throws(Refusal) -> [ImportFault] {
        let all = try store.skus.staged.slice(
            of: importing.row, after: .first, limit: Limits.importedAtOnceMax)
        if let all { try store.skus.moveEarlier(all) }
        var faults = try faults(ofSKUs: rows, in: importing)
        if let all { faults += try self.faults(in: all) }
        guard faults.isEmpty else { return faults }
        try merge(rows, of: importing)
        _ = try store.skus.move(of: importing.row, limit: Limits.importedAtOnceMax)
        return []
    }

    private func book(_ rows: [StagedRow], of importing: Import) throws(Refusal) -> [ImportFault] {
        var faults: [ImportFault] = []
        for row in rows where faults.count < Limits.importFaultsMax {
            do throws(Refusal) { try book(row, of: importing) } catch {
                if error.endsTheTransaction { throw error }
                faults.append(ImportFault(line: row.line, reason: error))
            }
        }
        return faults
    }
}

extension Import {
    fileprivate func skuPatch(_ row: StagedRow) throws(Refusal) -> SKUPatch {
        guard let upsert = try operation(row) as? SKUUpsert else {
            throw .unreadable("import \(self.row), line \(row.line): no SKU")
        }
        return try upsert.patch()
    }
}

extension [ImportFault] {
    /// As many as are reported, by line.
    var inOrder: [ImportFault] { Array(sorted { $0.line < $1.line }.prefix(Limits.importFaultsMax)) }
}
