public import Domain

/// The answers to changes, each kept under the id that its caller gave it.
public struct CommandTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    /// The caller of answers that were stored before callers were distinguished: any caller may repeat them.
    private static let anybody = -1

    private static let find: SQL = "SELECT uid, fingerprint, answer FROM command WHERE command_id = ?"
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
        // One search for both callers: with `uid IN (…)` SQLite builds a table for the two numbers.
        let answers = try db.all(Self.find, commandID) { (columns) throws(Refusal) -> (uid: Int, answer: StoredAnswer) in
            let uid = try columns.int()
            let fingerprint = try columns.blob()
            return (uid, StoredAnswer(fingerprint: fingerprint, text: try columns.storedText(by: db.compression)))
        }
        return (answers.first { $0.uid == uid } ?? answers.first { $0.uid == Self.anybody })?.answer
    }

    public func isKnown(_ commandID: String, of uid: Int) throws(Refusal) -> Bool {
        try db.exists(Self.existence, commandID, uid)
    }

    /// Keeps an answer for a repeat.
    public func record(
        _ answer: StoredAnswer, to commandID: String, of uid: Int, at now: Instant
    ) throws(Refusal) {
        assert(uid >= Self.anybody && !commandID.isEmpty, "an answer is one caller's, under an id")
        try db.run(Self.insert, uid, commandID, answer.fingerprint, StoredText(answer.text, by: db.compression), now)
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
