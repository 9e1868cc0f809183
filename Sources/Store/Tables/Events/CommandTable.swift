public import Domain

/// The answers to changes, each kept under the id that its caller gave it.
public struct CommandTable {
    let db: Connection
    private let deflate = Deflate()

    init(_ db: Connection) { self.db = db }

    /// The caller of answers that were stored before callers were distinguished: any caller may repeat them.
    private static let anybody = -1

    private static let find = SQL(
        """
        SELECT fingerprint, answer FROM command WHERE command_id = ? AND uid IN (?, \(anybody)) ORDER BY uid DESC LIMIT 1
        """)
    private static let existence = SQL(
        "SELECT 1 FROM command WHERE command_id = ? AND uid IN (?, \(anybody)) LIMIT 1")
    private static let insert: SQL =
        "INSERT INTO command (uid, command_id, fingerprint, answer, at) VALUES (?, ?, ?, ?, ?)"
    private static let ages: SQL = "SELECT id, at FROM command WHERE id > 0 ORDER BY id LIMIT ?"
    private static let forget: SQL = "DELETE FROM command WHERE id <= ?"

    /// What a caller's change was answered with; nil for one that was not made, or too long ago.
    ///
    /// - Parameter uid: the caller's user, known from the socket.
    public func answer(to commandID: String, of uid: Int) throws(Refusal) -> StoredAnswer? {
        try db.first(Self.find, commandID, uid) { (columns) throws(Refusal) in
            StoredAnswer(fingerprint: try columns.blob(), text: try columns.storedText(by: deflate))
        }
    }

    public func isKnown(_ commandID: String, of uid: Int) throws(Refusal) -> Bool {
        try db.exists(Self.existence, commandID, uid)
    }

    /// Keeps an answer for a repeat.
    public func record(
        _ answer: StoredAnswer, to commandID: String, of uid: Int, at now: Instant
    ) throws(Refusal) {
        assert(uid >= 0 && !commandID.isEmpty, "an answer is one caller's, under an id")
        try db.run(Self.insert, uid, commandID, answer.fingerprint, StoredText(answer.text, by: deflate), now)
    }

    /// Removes the oldest answers, as long as they were given before `moment`.
    ///
    /// - Returns: how many; fewer than `limit` where no more are as old.
    public func forget(before moment: Instant, limit: Int) throws(Refusal) -> Int {
        precondition(limit > 0, "at least one at a time")
        let oldest = try db.all(Self.ages, limit) { (columns) throws(Refusal) in
            (id: try columns.int(), at: try columns.instant())
        }
        guard let last = oldest.prefix(while: { $0.at < moment }).last else { return 0 }
        return try db.run(Self.forget, last.id)
    }
}
