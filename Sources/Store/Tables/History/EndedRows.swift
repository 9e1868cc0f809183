import Domain

/// The rows of a table that are over, read by the moment of their end, a few at a time, and removed where nothing names
/// them any more.
struct EndedRows: Sendable {
    private let page: SQL
    private let removal: SQL

    /// - Parameters:
    ///   - table: whose rows these are.
    ///   - end: the column with the moment of the end.
    ///   - index: has those that are over by `end` and number, and no others.
    ///   - isOver: the condition of that index.
    ///   - named: statements that give a row where another table names the row of number `?1`, which stays then.
    init(of table: String, by end: String, index: String, where isOver: String, unless named: [String]) {
        page = SQL(
            """
            SELECT \(end), id FROM \(table) INDEXED BY \(index)
            WHERE \(isOver) AND (\(end), id) > (?1, ?2) AND \(end) < ?3 ORDER BY \(end), id LIMIT ?4
            """)
        let stays = named.map { " AND NOT EXISTS (\($0))" }.joined(separator: "\n")
        removal = SQL("DELETE FROM \(table) WHERE id = ?1\n\(stays)")
    }

    /// Checks those that ended before a moment, and removes what nothing names.
    ///
    /// - Complexity: linear in `limit`, however many there are and however many stay.
    func remove(
        endedBefore moment: Instant, after key: EndedKey?, limit: Int, on db: Connection
    ) throws(Refusal) -> EndedSlice {
        let beginning = EndedKey(endedAt: Instant(millisecondsSince1970: Int.min), row: 0)
        let first = key ?? beginning
        let found = try db.all(page, first.endedAt, first.row, moment, limit) {
            (columns) throws(Refusal) -> EndedKey in
            EndedKey(endedAt: try columns.instant(), row: try columns.int())
        }
        var slice = EndedSlice()
        for ended in found { slice.removed += try db.run(removal, ended.row) }
        if found.count == limit { slice.last = found.last }
        return slice
    }
}
