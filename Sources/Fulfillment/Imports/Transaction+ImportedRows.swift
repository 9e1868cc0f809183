import Domain
import Operations
import Store

/// What the slices of an import's commit do with its rows.
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
}

extension Import {
    fileprivate func skuPatch(_ row: StagedRow) throws(Refusal) -> SKUPatch {
        guard let upsert = try operation(row) as? SKUUpsert else {
            throw .unreadable("import \(self.row), line \(row.line): no SKU")
        }
        return try upsert.patch()
    }
}
