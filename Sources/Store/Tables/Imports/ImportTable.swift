public import Domain
public import JSON

/// Imports, and the rows that wait for their commit.
public struct ImportTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let byRow = SQL("SELECT \(Import.columns) FROM import WHERE id = ?")
    private static let committing = SQL(
        "SELECT \(Import.columns) FROM import WHERE state = 'committing' ORDER BY id")
    private static let insert = SQL(
        "INSERT INTO import (kind, common, begun_at, state) VALUES (?, ?, ?, 'open') RETURNING \(Import.columns)"
    )
    private static let stageNew: SQL =
        "INSERT INTO import_row (import, line, row) VALUES (?, ?, ?) ON CONFLICT (import, line) DO NOTHING"
    private static let stageAgain: SQL = "UPDATE import_row SET row = ? WHERE import = ? AND line = ?"
    private static let count = SQL(
        "UPDATE import SET rows = rows + ? WHERE id = ? RETURNING \(Import.columns)")
    private static let rows: SQL =
        "SELECT line, row FROM import_row WHERE import = ? AND line > ? ORDER BY line LIMIT ?"
    private static let lastLine: SQL =
        "SELECT max(line) FROM (SELECT line FROM import_row WHERE import = ? ORDER BY line LIMIT ?)"
    private static let removeRows: SQL = "DELETE FROM import_row WHERE import = ? AND line <= ?"
    private static let move = SQL(
        "UPDATE import SET state = ? WHERE id = ? AND state = ? RETURNING \(Import.columns)")
    private static let progress = SQL(
        "UPDATE import SET done = ?, faults = ? WHERE id = ? AND rows >= ?1 RETURNING \(Import.columns)")

    public func `import`(_ row: ImportRow) throws(Refusal) -> Import? {
        try db.first(Self.byRow, row, read: Import.init)
    }

    /// The imports whose commit is under way, oldest first.
    public func committing() throws(Refusal) -> [Import] { try db.all(Self.committing, read: Import.init) }

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

    /// Adds rows, each known by its line; a line that was given before is replaced.
    ///
    /// - Returns: the import with the rows that it has now.
    /// - Complexity: O(rows given), however many are staged.
    public func stage(_ rows: [JSONValue], firstLine: Int, in row: ImportRow) throws(Refusal) -> Import {
        var new = 0
        for (index, value) in rows.enumerated() {
            let (line, text) = (firstLine + index, value.description)
            if try db.run(Self.stageNew, row, line, text) == 1 {
                new += 1
            } else {
                try db.run(Self.stageAgain, text, row, line)
            }
        }
        return try found(try db.first(Self.count, new, row, read: Import.init), row)
    }

    /// Rows by line, at most `limit` after `line`.
    public func rows(of row: ImportRow, after line: Int, limit: Int) throws(Refusal) -> [StagedRow] {
        try db.all(Self.rows, row, line, limit) { (columns) throws(Refusal) in
            StagedRow(line: try columns.int(), value: try columns.json())
        }
    }

    /// Removes the first rows that are still there.
    ///
    /// - Returns: whether there may be more.
    public func removeRows(of row: ImportRow, limit: Int) throws(Refusal) -> Bool {
        guard let last = try db.int(Self.lastLine, row, limit) else { return false }
        return try db.run(Self.removeRows, row, last) == limit
    }

    /// Moves an import along a legal edge.
    @discardableResult
    public func move(_ import: Import, to state: ImportState) throws(Refusal) -> Import {
        try `import`.state.checkStep(to: state, of: `import`.row.description)
        return try found(
            try db.first(Self.move, state, `import`.row, `import`.state, read: Import.init), `import`.row)
    }

    /// Writes down how many rows have been dealt with, and all faults found so far.
    @discardableResult
    public func record(done: Int, faults: [StagedFault], of row: ImportRow) throws(Refusal) -> Import {
        precondition(done >= 0)
        let text = JSONValue.array(faults.map(\.json)).description
        return try found(try db.first(Self.progress, done, text, row, read: Import.init), row)
    }

    private func found(_ import: Import?, _ row: ImportRow) throws(Refusal) -> Import {
        guard let `import` else { throw .missingRow("import", row) }
        return `import`
    }
}

extension Import {
    static let columns = "id, kind, common, begun_at, state, rows, done, faults"

    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), kind: try columns.word(), common: try columns.object(),
            begunAt: try columns.instant(), state: try columns.word(), rows: try columns.int(),
            done: try columns.int(),
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
