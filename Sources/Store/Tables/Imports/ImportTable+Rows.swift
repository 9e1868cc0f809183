public import Domain
public import JSON

/// A row of an import as it comes to be kept.
public struct NewStagedRow: Sendable {
    /// The line in the file that is imported.
    let line: Int
    /// As it was given.
    let row: JSONObject
    /// What it says of a SKU, where that is understood; else the row is kept as it was given.
    let sku: StagedSKU?

    public init(line: Int, row: JSONObject, patch: SKUPatch? = nil) {
        self.line = line
        self.row = row
        sku = patch.map(StagedSKU.init)
    }
}

/// The rows of imports that wait for their commit as they were given. What is said of SKUs, and is understood, is kept
/// by ``StagedSKUTable`` instead.
extension ImportTable {
    /// A row where the line of a row `n` of `import_sku` was given again.
    static let rowOfSameLine = """
        SELECT 1 FROM import_row WHERE import_row.import = n.import AND import_row.line = n.line
        """
    /// A row where rows of the import of row `?1` are kept as they were given.
    static let rowsOfImport = "SELECT 1 FROM import_row WHERE import_row.import = ?1"

    private static let stageNew: SQL =
        "INSERT INTO import_row (import, line, row) VALUES (?, ?, ?) ON CONFLICT (import, line) DO NOTHING"
    private static let stageAgain: SQL = "UPDATE import_row SET row = ? WHERE import = ? AND line = ?"
    private static let count: SQL =
        "UPDATE import SET rows = rows + ?1, last_line = max(last_line, ?2) WHERE id = ?3 RETURNING rows"
    private static let rows: SQL =
        "SELECT line, row FROM import_row WHERE import = ? AND line > ? ORDER BY line LIMIT ?"
    private static let lastLine: SQL =
        "SELECT max(line) FROM (SELECT line FROM import_row WHERE import = ? ORDER BY line LIMIT ?)"
    private static let removeRows: SQL = "DELETE FROM import_row WHERE import = ? AND line <= ?"

    /// Adds rows, each known by its line; a line that was given before is replaced.
    ///
    /// A SKU that the import has brought already is kept as it was given, and so is a line that may have been given
    /// before: such rows are merged when the import is committed.
    ///
    /// - Returns: how many rows there are now. One of a SKU that is given again counts twice until the commit.
    /// - Complexity: O(rows given), however many are staged.
    public func stage(_ rows: [NewStagedRow], in import: Import) throws(Refusal) -> Int {
        assert(rows.allSatisfy { $0.line > 0 }, "lines are counted from 1")
        let skus = StagedSKUTable(db)
        var new = 0
        for row in rows {
            let isLater = row.line > `import`.lastLine
            if isLater, let sku = row.sku, try skus.insert(sku, line: row.line, of: `import`.row) {
                new += 1
            } else {
                new += try stage(row, in: `import`.row) ? 1 : 0
            }
        }
        let last = rows.map(\.line).max() ?? 0
        guard let count = try db.int(Self.count, new, last, `import`.row) else {
            throw .missingRow("import", `import`.row)
        }
        return count
    }

    /// - Returns: whether the line is new.
    private func stage(_ new: NewStagedRow, in row: ImportRow) throws(Refusal) -> Bool {
        let text = JSONValue.object(new.row).description
        if try db.run(Self.stageNew, row, new.line, text) == 1 { return true }
        try db.expectOne(
            try db.run(Self.stageAgain, text, row, new.line), "import_row", "\(row), line \(new.line)")
        return false
    }

    /// Rows by line, at most `limit` after `line`.
    public func rows(of row: ImportRow, after line: Int, limit: Int) throws(Refusal) -> [StagedRow] {
        precondition(limit > 0, "at least one at a time")
        return try db.all(Self.rows, row, line, limit) { (columns) throws(Refusal) in
            StagedRow(line: try columns.int(), value: try columns.json())
        }
    }

    /// Removes the rows up to a line.
    public func removeRows(of row: ImportRow, upTo line: Int) throws(Refusal) {
        try db.run(Self.removeRows, row, line)
    }

    /// Removes the first rows that are still there.
    ///
    /// - Returns: whether there may be more.
    public func removeRows(of row: ImportRow, limit: Int) throws(Refusal) -> Bool {
        precondition(limit > 0, "at least one at a time")
        guard let last = try db.int(Self.lastLine, row, limit) else { return false }
        return try db.run(Self.removeRows, row, last) == limit
    }
}
