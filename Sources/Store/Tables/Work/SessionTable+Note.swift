public import Domain
public import JSON

extension SessionTable {
    private static let note: SQL = """
        UPDATE session SET dialogue = ? WHERE id = ? AND step = ? AND ended_at IS NULL
        """

    /// Notes something in a dialogue at which the same is asked as before: the prompt keeps its step number, and what
    /// was scanned for it meanwhile is an answer to it.
    public func note(_ dialogue: JSONObject, in session: Session) throws(Refusal) {
        try db.expectOne(
            try db.run(Self.note, JSONValue.object(dialogue).description, session.row, session.step),
            "session", "\(session.row), open at step \(session.step)")
        var next = session
        next.dialogue = dialogue
        kept.wrote(next, for: session.row)
    }
}
