public import Domain
public import JSON

/// Imports: what each is, and how far the work on its rows has come.
public struct ImportTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let byRow = SQL("SELECT \(Import.columns) FROM import WHERE id = ?")
    private static let unfinished = "FROM import INDEXED BY import_open WHERE step <> \(sql: ImportStep.done)"
    private static let committing = SQL(
        "SELECT \(Import.columns) \(unfinished) AND state = \(sql: ImportState.committing) ORDER BY id",
        mayScan: "as many imports are unfinished as files were brought lately; those left behind are dropped")
    private static let moving = SQL(
        "SELECT id \(unfinished) AND step = \(sql: ImportStep.moving) ORDER BY id LIMIT 1")
    private static let left = SQL(
        """
        SELECT \(Import.columns) \(unfinished) AND state IN (\(sql: ImportState.open, .refused)) AND begun_at < ?
        ORDER BY id LIMIT 1
        """)
    private static let insert = SQL(
        """
        INSERT INTO import (kind, common, begun_at, state, step)
        VALUES (?, ?, ?, \(sql: ImportState.open), \(sql: ImportStep.replacing))
        RETURNING \(Import.columns)
        """)
    private static let move = SQL(
        "UPDATE import SET state = ? WHERE id = ? AND state = ? RETURNING \(Import.columns)")
    private static let save: SQL = """
        UPDATE import SET step = ?2, rows = ?3, done = ?4, last_line = ?5, reached_line = ?6, reached_client = ?7,
            reached_sku = ?8, faults = ?9
        WHERE id = ?1
        """

    public func `import`(_ row: ImportRow) throws(Refusal) -> Import? {
        try db.first(Self.byRow, row, read: Import.init)
    }

    /// The imports whose commit is under way, oldest first.
    public func committing() throws(Refusal) -> [Import] { try db.all(Self.committing, read: Import.init) }

    /// The import that counts and whose rows have yet to be moved; one at a time is.
    public func moving() throws(Refusal) -> ImportRow? {
        try db.first(Self.moving) { (columns) throws(Refusal) in try columns.row() }
    }

    /// The oldest import that was begun before a moment and has rows that nobody has committed.
    public func left(from moment: Instant) throws(Refusal) -> Import? {
        try db.first(Self.left, moment, read: Import.init)
    }

    /// Opens an import.
    ///
    /// - Parameter common: params that all its rows share.
    public func begin(_ kind: ImportedThing, common: JSONObject, at now: Instant) throws(Refusal) -> Import {
        try checkInitial(ImportState.open)
        let inserted = try db.first(
            Self.insert, kind, JSONValue.object(common).description, now, read: Import.init)
        guard let new = inserted else { throw .missingRow("import", kind.rawValue) }
        return new
    }

    /// Moves an import along a legal edge.
    @discardableResult
    public func move(_ import: Import, to state: ImportState) throws(Refusal) -> Import {
        try `import`.state.checkStep(to: state, of: `import`.row.description)
        let moved = try db.first(Self.move, state, `import`.row, `import`.state, read: Import.init)
        guard let moved else { throw .missingRow("import", `import`.row) }
        return moved
    }

    /// Writes down how far the work on an import's rows has come, and all faults found so far.
    public func save(_ import: Import) throws(Refusal) {
        assert((0...`import`.rows).contains(`import`.done), "\(`import`.done) of \(`import`.rows) rows")
        let faults = JSONValue.array(`import`.faults.map(\.json)).description
        try db.expectOne(
            try db.run(
                Self.save, `import`.row, `import`.step, `import`.rows, `import`.done, `import`.lastLine,
                `import`.reachedLine, `import`.reachedSKU.client, `import`.reachedSKU.id, faults),
            "import", `import`.row)
    }
}

extension Import {
    static let columns = """
        id, kind, common, begun_at, state, step, rows, done, last_line, reached_line, reached_client, reached_sku, faults
        """

    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), kind: try columns.word(), common: try columns.object(),
            begunAt: try columns.instant(), state: try columns.word(), step: try columns.word(),
            rows: try columns.int(), done: try columns.int(), lastLine: try columns.int(),
            reachedLine: try columns.int(), reachedSKU: try SKUKey(&columns),
            faults: try columns.stagedFaults())
    }
}

extension Columns {
    fileprivate mutating func stagedFaults() throws(Refusal) -> [StagedFault] {
        guard let list = try json().array else { throw unreadable("no list of faults") }
        var faults: [StagedFault] = []
        for value in list {
            guard let line = value["line"]?.int,
                let kind = value["kind"]?.string.flatMap(ErrorKind.init(rawValue:)),
                let message = value["message"]?.string
            else { throw unreadable("\(value), which is no fault") }
            faults.append(StagedFault(line: line, kind: kind, message: message))
        }
        return faults
    }
}

extension StagedFault {
    fileprivate var json: JSONValue {
        ["line": .int(line), "kind": .string(kind.rawValue), "message": .string(message)]
    }
}
