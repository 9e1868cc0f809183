import Domain
import Store

/// The steps of a large import's commit, each a little at a time.
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
    private static let movedPerBooked = 6

    func runSlice(of one: Import) throws(Refusal) {
        switch one.step {
        case .replacing: try replace(one)
        case .checking: try check(one)
        case .checkingSKUs: try checkSKUs(one)
        case .booking: if one.kind == .sku { try count(one) } else { try book(one) }
        case .moving: try move(one)
        case .done: throw .unreadable("import \(one.row): is done and \(one.state.rawValue)")
        }
    }

    // MARK: Checking

    /// Lines that were given again replace the earlier ones.
    private func replace(_ one: Import) throws(Refusal) {
        var one = one
        let given = one.kind == .sku ? try imports.rows(of: one.row, after: 0, limit: 1) : []
        if !given.isEmpty,
            let slice = try staged.slice(
                of: one.row, after: one.reachedSKU, limit: limit * Self.checkedPerMoved)
        {
            one.rows -= try staged.removeGivenAgain(in: slice)
            one.reachedSKU = slice.end
        } else {
            one.begin(.checking)
        }
        try imports.save(one)
    }

    /// Rows that are kept as they were given.
    private func check(_ one: Import) throws(Refusal) {
        let cost = one.kind == .sku ? Self.movedPerChecked : Self.movedPerBooked
        let rows = try imports.rows(of: one.row, after: one.reachedLine, limit: max(1, limit / cost))
        var next = one
        guard let last = rows.last else {
            if one.kind != .sku { return try endCheck(one) }
            next.step = .checkingSKUs
            return try imports.save(next)
        }
        next.done += rows.count
        next.reachedLine = last.line
        try note(
            one.kind == .sku ? try site.faults(ofSKUs: rows, in: one) : try rehearse(rows, of: one), in: next)
    }

    /// Books rows to see whether that is possible, and rolls it back.
    private func rehearse(_ rows: [StagedRow], of one: Import) throws(Refusal) -> [ImportFault] {
        try site.store.db.rehearse { () throws(Refusal) in
            var faults: [ImportFault] = []
            for row in rows {
                do throws(Refusal) { try site.book(row, of: one) } catch {
                    if error.endsTheTransaction { throw error }
                    faults.append(ImportFault(line: row.line, reason: error))
                }
            }
            return faults
        }
    }

    /// SKUs that were understood when they were brought.
    private func checkSKUs(_ one: Import) throws(Refusal) {
        let limit = limit * Self.checkedPerMoved
        guard let slice = try staged.slice(of: one.row, after: one.reachedSKU, limit: limit) else {
            return try endCheck(one)
        }
        var next = one
        next.done += slice.count
        next.reachedSKU = slice.end
        try note(try site.faults(in: slice), in: next)
    }

    private func note(_ faults: [ImportFault], in one: Import) throws(Refusal) {
        var one = one
        one.faults += faults.map { kept($0.reason, ofLine: $0.line) }
        if one.faults.count < Limits.importFaultsMax { return try imports.save(one) }
        try endCheck(one)
    }

    private func kept(_ reason: Refusal, ofLine line: Int) -> StagedFault {
        StagedFault(line: line, kind: reason.kind, message: site.settings.words(reason))
    }

    private func endCheck(_ one: Import) throws(Refusal) {
        var next = one
        if !one.faults.isEmpty { return try refuse(one, done: 0) }
        next.begin(.booking)
        try imports.save(next)
    }

    /// - Parameter done: rows that are booked nevertheless.
    private func refuse(_ one: Import, done: Int) throws(Refusal) {
        var refused = try imports.move(one, to: .refused)
        refused.begin(.replacing)
        (refused.rows, refused.done) = (one.rows, done)
        refused.faults = Array(one.faults.sorted { $0.line < $1.line }.prefix(Limits.importFaultsMax))
        try imports.save(refused)
    }

    // MARK: Booking

    /// Adds what further rows say of the same SKUs; then all of them count at once.
    private func count(_ one: Import) throws(Refusal) {
        let rows = try imports.rows(of: one.row, after: 0, limit: max(1, limit / Self.movedPerChecked))
        if !rows.isEmpty { return try site.merge(rows, of: one) }
        var counted = try imports.move(one, to: .committed)
        counted.begin(.moving)
        counted.done = counted.rows
        try imports.save(counted)
        site.store.skus.forgetMoving()
    }

    private func move(_ one: Import) throws(Refusal) {
        if try site.store.skus.move(of: one.row, limit: limit) > 0 { return }
        var moved = one
        moved.step = .done
        try imports.save(moved)
        site.store.skus.forgetMoving()
    }

    /// Books rows by their rule. What was sound when it was checked is refused only where others have changed what it
    /// rests on since: then the rest is not booked, and the import names the rows that are.
    private func book(_ one: Import) throws(Refusal) {
        var next = one
        let rows = try imports.rows(of: one.row, after: 0, limit: max(1, limit / Self.movedPerBooked))
        for row in rows {
            do throws(Refusal) {
                try site.store.db.command { () throws(Refusal) in try site.book(row, of: one) }
            } catch {
                if error.endsTheTransaction { throw error }
                next.faults.append(kept(error, ofLine: row.line))
                return try refuse(next, done: next.done)
            }
            next.done += 1
            try imports.removeRows(of: one.row, upTo: row.line)
        }
        if rows.isEmpty {
            next = try imports.move(one, to: .committed)
            next.begin(.done)
            next.done = next.rows
        }
        try imports.save(next)
    }

    // MARK: Leaving

    /// Drops the rows of an import that nobody commits.
    func drop(_ one: Import) throws(Refusal) {
        if let slice = try staged.slice(of: one.row, after: .first, limit: limit) {
            return try staged.remove(slice)
        }
        if try imports.removeRows(of: one.row, limit: limit) { return }
        var left = one.state == .open ? try imports.move(one, to: .refused) : one
        left.begin(.done)
        left.rows = 0
        try imports.save(left)
    }
}
