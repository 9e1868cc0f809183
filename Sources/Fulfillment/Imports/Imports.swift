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
        if importing.state == .refused {
            importing = try site.store.imports.move(importing, to: .open)
            importing.begin(.replacing)
            importing.faults = []
            try site.store.imports.save(importing)
        }
        guard importing.state == .open else { throw importing.refusal(wanted: "open") }
        let prepared = site.preparedRows ?? PreparedRows(self, of: importing)
        var result = Result()
        result.number = number
        result.rows = try site.store.imports.stage(prepared.rows, in: importing)
        return result
    }
}

/// All rows count, or none, and then every fault is reported with its line.
extension ImportCommit: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let importing = try site.knownImport(number)
        var result = Result()
        switch importing.state {
        case .open where importing.rows <= Limits.importedAtOnceMax:
            result.rows = try site.commitAtOnce(importing)
        case .open:
            try site.store.imports.move(importing, to: .committing)
            (result.rows, result.state) = (importing.rows, .committing)
        case .committing: (result.rows, result.state) = (importing.rows, .committing)
        case .committed, .refused: throw importing.refusal(wanted: "open")
        }
        result.number = number
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
}

extension Import {
    fileprivate func refusal(wanted: String) -> Refusal {
        .wrongState(thing: "import \(row)", state: state.rawValue, wanted: wanted)
    }
}

extension Site {
    /// An import as it stands; nil where there is none of that number.
    public func `import`(_ row: ImportRow) throws(StoreError) -> Import? {
        try read { (store) throws(Refusal) in try store.imports.import(row) }
    }
}
