public import Domain
import JSON
import LineProtocol
import Operations
public import Store

/// Nothing of an import counts before its commit.
extension ImportBegin: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var common = JSONObject()
        common["warehouse"] = try site.knownWarehouse(warehouse).map { .string($0.text) }
        common["client"] = client.map { .string($0.text) }
        let meaningless = common.keys.filter { !kind.isShared($0) }
        try Refusal.check(meaningless.map { ParamFault($0, "says nothing of a \(kind.rawValue)") })
        var result = Result()
        result.number = try site.store.imports.begin(kind, common: common, at: site.now).row
        return result
    }
}

/// Rows are known by their line in the caller's file. A refused import is opened again by rows that are right.
extension ImportRows: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var importing = try site.knownImport(number)
        if importing.state == .refused { importing = try site.reopened(importing) }
        guard importing.state == .open else { throw importing.notOpen }
        let prepared = site.preparation?.rows ?? PreparedRows(self, of: importing)
        var result = Result()
        result.number = number
        result.rows = try site.store.imports.stage(prepared.rows, in: importing)
        return result
    }
}

/// All rows count, or none, and then every fault is reported with its line.
///
/// Rows are checked and booked in slices (``ImportSlice``). A commit of few rows is answered when that is over, one of
/// many at once. Who commits what is committed is told so again, and who commits what was refused has it checked anew:
/// so a caller that lost its answer sends the line again, whenever the daemon was stopped.
extension ImportCommit: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var importing = try site.knownImport(number)
        if importing.state == .refused {
            if !site.isResumed {
                importing = try site.reopened(importing, toCommit: true)
            } else if importing.done == 0 {
                throw .importFaults(importing.faults)
            }
        }
        if importing.state == .open { importing = try site.store.imports.move(importing, to: .committing) }
        if importing.state == .committing, importing.rows <= Limits.importAwaitedMax {
            site.importUnderWay = number
        }
        var result = Result()
        (result.number, result.rows, result.state) = (number, importing.rows, importing.state)
        return result
    }
}

extension ImportGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let importing = try site.knownImport(number)
        var result = Result()
        (result.number, result.kind, result.state) = (number, importing.kind, importing.state)
        if importing.state == .committing { result.doing = importing.step == .booking ? .booking : .checking }
        (result.rows, result.done) = (importing.rows, importing.done)
        result.faults = importing.faults.map(Fault.init)
        return result
    }
}

extension Transaction {
    fileprivate func knownImport(_ number: ImportRow) throws(Refusal) -> Import {
        guard let found = try store.imports.import(number) else { throw .unknownImport(number.number) }
        return found
    }

    /// Opens a refused import again.
    ///
    /// - Parameter toCommit: whether it is to be committed with the rows that it has, which must be there still.
    fileprivate func reopened(_ refused: Import, toCommit: Bool = false) throws(Refusal) -> Import {
        if toCommit, refused.step == .done { throw refused.notOpen }
        var opened = try store.imports.move(refused, to: .open)
        opened.begin(.replacing)
        opened.faults = []
        try store.imports.save(opened)
        return opened
    }
}

extension Import {
    fileprivate var notOpen: Refusal { .notAllowed(in: state, of: row.description, wanted: [.open]) }
}

extension Site {
    /// An import as it stands; nil where there is none of that number.
    public func `import`(_ row: ImportRow) throws(StoreError) -> Import? {
        try read { (store) throws(Refusal) in try store.imports.import(row) }
    }
}
