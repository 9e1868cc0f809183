public import Domain

/// The answers to changes, each kept under the id that its caller gave it.
public final class CommandTable {
    let db: Connection
    /// Read when it is first needed: it never changes.
    private var hash: CommandHash?

    init(_ db: Connection) { self.db = db }

    /// The caller of answers that were stored before callers were distinguished: any caller may repeat them.
    private static let anybody = -1

    private static let find: SQL = "SELECT uid, command_id, fingerprint, answer FROM command WHERE hash = ?"
    private static let existence = SQL(
        "SELECT 1 FROM command WHERE hash = ? AND command_id = ? AND (uid = ? OR uid = \(anybody)) LIMIT 1")
    private static let insert: SQL =
        "INSERT INTO command (hash, uid, command_id, fingerprint, hour, answer) VALUES (?, ?, ?, ?, ?, ?)"
    private static let ages: SQL = "SELECT id, hour FROM command WHERE id > 0 ORDER BY id LIMIT ?"
    private static let forget: SQL = "DELETE FROM command WHERE id <= ?"

    /// What a caller's change was answered with; nil for one that was not made, or too long ago.
    ///
    /// - Parameter uid: the caller's user, known from the socket.
    public func answer(to commandID: String, of uid: Int) throws(Refusal) -> StoredAnswer? {
        // One search for both callers: with `uid IN (…)` SQLite builds a table for the two numbers.
        let found = try db.all(Self.find, try number(of: commandID)) {
            (columns) throws(Refusal) -> (uid: Int, answer: StoredAnswer)? in
            let owner = try columns.int()
            guard try columns.text() == commandID else { return nil }
            let fingerprint = try columns.int()
            let text = try columns.storedText(by: db.compression)
            return (uid: owner, answer: StoredAnswer(fingerprint: fingerprint, text: text))
        }
        let answers = found.compactMap { $0 }
        return (answers.first { $0.uid == uid } ?? answers.first { $0.uid == Self.anybody })?.answer
    }

    public func isKnown(_ commandID: String, of uid: Int) throws(Refusal) -> Bool {
        try db.exists(Self.existence, try number(of: commandID), commandID, uid)
    }

    /// Keeps an answer for a repeat, after ``answer(to:of:)`` said in the same transaction that there is none.
    public func record(
        _ answer: StoredAnswer, to commandID: String, of uid: Int, at now: Instant
    ) throws(Refusal) {
        assert(uid >= Self.anybody && !commandID.isEmpty, "an answer is one caller's, under an id")
        try db.run(
            Self.insert, try number(of: commandID), uid, commandID, answer.fingerprint,
            Self.hour(of: now), StoredText(answer.text, by: db.compression))
    }

    /// Removes the oldest answers, as long as the hour in which they were given was over at `moment`.
    ///
    /// - Returns: how many; fewer than `limit` where no more are as old.
    public func forget(before moment: Instant, limit: Int) throws(Refusal) -> Int {
        precondition(limit > 0, "at least one at a time")
        let oldest = try db.all(Self.ages, limit) { (columns) throws(Refusal) in
            (id: try columns.int(), hour: try columns.int())
        }
        let hour = Self.hour(of: moment)
        guard let last = oldest.prefix(while: { $0.hour < hour }).last else { return 0 }
        return try db.run(Self.forget, last.id)
    }

    private func number(of commandID: String) throws(Refusal) -> Int {
        let hash = if let hash { hash } else { CommandHash(key: try MetaTable(db).commandKey()) }
        self.hash = hash
        return hash.number(of: commandID)
    }

    /// Hours since 1970: what is forgotten after days needs no moment, and takes three bytes.
    private static func hour(of moment: Instant) -> Int { moment.millisecondsSince1970 / 3_600_000 }
}
