import Domain
import Store

/// The steps of an import's commit, each a little at a time.
struct ImportWork {
    let site: Transaction
    /// Of the lightest rows at most so many: of SKUs that are moved.
    let limit: Int

    private var imports: ImportTable { site.store.imports }
    private var staged: StagedSKUTable { site.store.skus.staged }

    /// SKUs that are checked in the time in which one is moved.
    private static let checkedPerMoved = 8
    /// Rows that are moved in the time in which one is read and checked as it was given.
    private static let movedPerChecked = 4
    /// Rows that are moved in the time in which one is booked by its rule, or that is rehearsed.
    private static let movedPerBooked = 10

    func runSlice(of importing: Import) throws(Refusal) {
        switch importing.step {
        case .replacing: try replace(importing)
        case .checking: try check(importing)
        case .checkingSKUs: try checkSKUs(importing)
        case .booking: if importing.kind == .sku { try count(importing) } else { try book(importing) }
        case .moving: try move(importing)
        case .done: throw .unreadable("import \(importing.row): is done and \(importing.state.rawValue)")
        }
    }

    // MARK: Checking

    /// Lines that were given again replace the earlier ones.
    private func replace(_ importing: Import) throws(Refusal) {
        var importing = importing
        let given = importing.kind == .sku ? try imports.rows(of: importing.row, after: 0, limit: 1) : []
        if !given.isEmpty,
            let slice = try staged.slice(
                of: importing.row, after: importing.reachedSKU, limit: limit * Self.checkedPerMoved)
        {
            importing.rows -= try staged.removeGivenAgain(in: slice)
            importing.reachedSKU = slice.end
        } else {
            importing.begin(.checking)
        }
        try imports.save(importing)
    }

    /// Rows that are kept as they were given.
    private func check(_ importing: Import) throws(Refusal) {
        let cost = importing.kind == .sku ? Self.movedPerChecked : Self.movedPerBooked
        let rows = try imports.rows(
            of: importing.row, after: importing.reachedLine, limit: max(1, limit / cost))
        var next = importing
        guard let last = rows.last else {
            if importing.kind != .sku { return try endCheck(importing) }
            next.step = .checkingSKUs
            return try imports.save(next)
        }
        next.done += rows.count
        next.reachedLine = last.line
        let faults =
            importing.kind == .sku
            ? try site.faults(ofSKUs: rows, in: importing) : try rehearse(rows, of: importing)
        try note(faults, in: next)
    }

    /// Books rows to see whether that is possible, and rolls it back.
    private func rehearse(_ rows: [StagedRow], of importing: Import) throws(Refusal) -> [ImportFault] {
        try site.store.db.rehearse { () throws(Refusal) in
            var faults: [ImportFault] = []
            for row in rows {
                do throws(Refusal) { try site.book(row, of: importing) } catch {
                    if error.endsTheTransaction { throw error }
                    faults.append(ImportFault(line: row.line, reason: error))
                }
            }
            return faults
        }
    }

    /// SKUs that were understood when they were brought.
    private func checkSKUs(_ importing: Import) throws(Refusal) {
        let isBesideAnother = try imports.moving() != nil
        let limit = isBesideAnother ? max(1, limit / Self.movedPerBooked) : limit * Self.checkedPerMoved
        guard let slice = try staged.slice(of: importing.row, after: importing.reachedSKU, limit: limit) else {
            return try endCheck(importing)
        }
        if isBesideAnother { try site.store.skus.moveEarlier(slice) }
        var next = importing
        next.done += slice.count
        next.reachedSKU = slice.end
        try note(try site.faults(in: slice), in: next)
    }

    private func note(_ faults: [ImportFault], in importing: Import) throws(Refusal) {
        var importing = importing
        importing.faults += faults.map { kept($0.reason, ofLine: $0.line) }
        if importing.faults.count < Limits.importFaultsMax { return try imports.save(importing) }
        try endCheck(importing)
    }

    private func kept(_ reason: Refusal, ofLine line: Int) -> StagedFault {
        StagedFault(line: line, kind: reason.kind, message: site.settings.words(reason))
    }

    private func endCheck(_ importing: Import) throws(Refusal) {
        var next = importing
        if !importing.faults.isEmpty { return try refuse(importing, done: 0) }
        next.begin(.booking)
        try imports.save(next)
    }

    /// - Parameter done: rows that are booked nevertheless.
    private func refuse(_ importing: Import, done: Int) throws(Refusal) {
        var refused = try imports.move(importing, to: .refused)
        refused.begin(.replacing)
        (refused.rows, refused.done) = (importing.rows, done)
        refused.faults = Array(importing.faults.sorted { $0.line < $1.line }.prefix(Limits.importFaultsMax))
        try imports.save(refused)
    }

    // MARK: Booking

    /// Adds what further rows say of the same SKUs; then all of them count at once.
    private func count(_ importing: Import) throws(Refusal) {
        let rows = try imports.rows(of: importing.row, after: 0, limit: max(1, limit / Self.movedPerChecked))
        if !rows.isEmpty { return try site.merge(rows, of: importing) }
        if try imports.moving() != nil { return try moveBesideAnother(importing) }
        var counted = try imports.move(importing, to: .committed)
        counted.begin(.moving)
        counted.done = counted.rows
        try imports.save(counted)
        site.store.skus.forgetMoving()
    }

    /// SKUs of one import at a time count before they are moved. While there is one, those of a small import count as
    /// they are moved, slice by slice: who waits for it does not wait for the other's million.
    private func moveBesideAnother(_ importing: Import) throws(Refusal) {
        var next = importing
        let count = try site.store.skus.move(of: importing.row, limit: max(1, limit / Self.movedPerChecked))
        next.done += count
        if count == 0 {
            next = try imports.move(importing, to: .committed)
            next.begin(.done)
            next.done = next.rows
        }
        try imports.save(next)
    }

    private func move(_ importing: Import) throws(Refusal) {
        if try site.store.skus.move(of: importing.row, limit: limit) > 0 { return }
        var moved = importing
        moved.step = .done
        try imports.save(moved)
        site.store.skus.forgetMoving()
    }

    /// Books rows by their rule. What was sound when it was checked is refused only where others have changed what it
    /// rests on since: then the rest is not booked, and the import names the rows that are.
    private func book(_ importing: Import) throws(Refusal) {
        var next = importing
        let rows = try imports.rows(of: importing.row, after: 0, limit: max(1, limit / Self.movedPerBooked))
        for row in rows {
            do throws(Refusal) {
                try site.store.db.command { () throws(Refusal) in try site.book(row, of: importing) }
            } catch {
                if error.endsTheTransaction { throw error }
                next.faults.append(kept(error, ofLine: row.line))
                return try refuse(next, done: next.done)
            }
            next.done += 1
            try imports.removeRows(of: importing.row, upTo: row.line)
        }
        if rows.isEmpty {
            next = try imports.move(importing, to: .committed)
            next.begin(.done)
            next.done = next.rows
        }
        try imports.save(next)
    }

    // MARK: Leaving

    /// Drops the rows of an import that nobody commits.
    func drop(_ importing: Import) throws(Refusal) {
        if let slice = try staged.slice(of: importing.row, after: .first, limit: limit) {
            return try staged.remove(slice)
        }
        if try imports.removeRows(of: importing.row, limit: limit) { return }
        var left = importing.state == .open ? try imports.move(importing, to: .refused) : importing
        left.begin(.done)
        left.rows = 0
        try imports.save(left)
    }
}
