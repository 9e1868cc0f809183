public import Domain

/// What the file knows of itself.
public struct MetaTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let journal: SQL = "SELECT value FROM meta WHERE name = 'journal'"
    private static let nextSerial: SQL = """
        INSERT INTO meta (name, value) VALUES ('sscc', 1) ON CONFLICT (name) DO UPDATE SET value = value + 1
        RETURNING value
        """

    private static let commandKey: SQL = "SELECT value FROM meta WHERE name = 'command_key'"
    private static let highest: SQL = "SELECT value FROM meta WHERE name = ?"
    private static let noteHighest: SQL = """
        INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value)
        """

    /// The highest number that rows of a table had, written when the row that has it leaves: see ``GivenNumbers``.
    enum HighestNumber: String, SQLBindable {
        case order = "last_order"
        case event = "last_event"
    }

    /// The name of this history: another one after a backup has been restored.
    public func journal() throws(Refusal) -> String {
        let journal = try db.first(Self.journal) { (columns) throws(Refusal) in try columns.text() }
        guard let journal, !journal.isEmpty else { throw .missingRow("meta", "journal") }
        return journal
    }

    /// The next serial number for a shipping container code; none is given out twice.
    public func nextSSCCSerial() throws(Refusal) -> Int {
        guard let serial = try db.int(Self.nextSerial), serial > 0 else { throw .missingRow("meta", "sscc") }
        return serial
    }

    /// The key with which this file's answers are numbered.
    func commandKey() throws(Refusal) -> UInt64 {
        guard let key = try db.int(Self.commandKey) else { throw .missingRow("meta", "command_key") }
        return UInt64(bitPattern: Int64(key))
    }

    /// The highest number among rows that left while they were the newest; nil before the first.
    func highest(_ kind: HighestNumber) throws(Refusal) -> Int? { try db.int(Self.highest, kind) }

    /// A lower one than is noted changes nothing.
    func note(_ kind: HighestNumber, _ number: Int) throws(Refusal) { try db.run(Self.noteHighest, kind, number) }
}
