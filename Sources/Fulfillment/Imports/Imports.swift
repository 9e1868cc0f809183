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
        var one = try site.knownImport(number)
        if one.state == .refused {
            one = try site.store.imports.move(one, to: .open)
            one.begin(.replacing)
            one.faults = []
            try site.store.imports.save(one)
        }
        guard one.state == .open else { throw one.refusal(wanted: "open") }
        let prepared = site.preparedRows ?? PreparedRows(self, of: one)
        var result = Result()
        result.number = number
        result.rows = try site.store.imports.stage(prepared.rows, in: one)
        return result
    }
}

/// All rows count, or none, and then every fault is reported with its line.
extension ImportCommit: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let one = try site.knownImport(number)
        var result = Result()
        switch one.state {
        case .open where one.rows <= Limits.importedAtOnceMax:
            result.rows = try site.commitAtOnce(one)
        case .open:
            try site.store.imports.move(one, to: .committing)
            (result.rows, result.state) = (one.rows, .committing)
        case .committing: (result.rows, result.state) = (one.rows, .committing)
        case .committed, .refused: throw one.refusal(wanted: "open")
        }
        result.number = number
        return result
    }
}

extension ImportGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let one = try site.knownImport(number)
        var result = Result()
        (result.number, result.kind, result.state) = (number, one.kind, one.state)
        if one.state == .committing { result.doing = one.step == .booking ? .booking : .checking }
        (result.rows, result.done) = (one.rows, one.done)
        result.faults = one.faults.map(Fault.init)
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
