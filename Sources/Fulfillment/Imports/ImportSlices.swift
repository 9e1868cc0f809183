import Domain
import Operations
import Store

/// The commit of an import, slice by slice: all rows are checked, then all are booked.
///
/// SKUs are booked by one change of the import's step: from then on every look-up finds them, in the import's table
/// until they are moved among the others (``SKUTable``). Boxes, totes and stock are booked row by row, as the operation
/// that brings one such row books it, and each counts from its own slice on.
extension ImportSlice: Rule {
    /// Rows that nobody has committed for so long are dropped.
    private static let keptDays = 7

    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        if let importing = try site.store.imports.underWay() {
            try ImportWork(site: site, limit: limit).runSlice(of: importing)
            result.hasMore = true
            if importing.state == .committing,
                try site.store.imports.import(importing.row)?.state != .committing
            {
                result.ended = importing.row
            }
        } else if let importing = try site.store.imports.left(from: site.now.adding(days: -Self.keptDays)) {
            try ImportWork(site: site, limit: limit).drop(importing)
            result.hasMore = true
        }
        return result
    }
}

extension ImportTable {
    /// The import to go on with: a small one comes first, whose commit waits for its answer, then one that is moved,
    /// then the oldest that is committed.
    fileprivate func underWay() throws(Refusal) -> Import? {
        let committing = try committing()
        if let awaited = committing.first(where: { $0.rows <= Limits.importAwaitedMax }) { return awaited }
        if let row = try moving() { return try self.import(row) }
        return committing.first
    }
}
