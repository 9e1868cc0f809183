import Domain
import Cartonization
import GRDB
import JSON
import Operations

/// The open transaction that a rule decides in: the state as it stands, the time, and who asks.
///
/// A rule reads and writes through it and emits events; it has no clock, no random source and no socket.
/// What it wrote stays only if it returns and the commit that it shares with others succeeds.
final class Transaction {
    let db: Database
    let now: Instant
    let settings: SiteSettings
    let layouts: FloorCache
    let packingAnswers: AnswerCache
    let journal: String
    /// What the command that is being decided says of itself; set for each command in turn.
    var actor: Actor
    /// Label jobs whose files may lie where the daemon cannot look now.
    var unseenLabels: Set<Int> = []
    /// The person and device at work, once a rule has read the session: every event names them.
    var person: Person?

    init(
        db: Database, now: Instant, settings: SiteSettings, layouts: FloorCache, packingAnswers: AnswerCache,
        journal: String, actor: Actor
    ) {
        self.db = db
        self.now = now
        self.settings = settings
        self.layouts = layouts
        self.packingAnswers = packingAnswers
        self.journal = journal
        self.actor = actor
    }

    /// Runs a statement that gives no rows. Statements are prepared once and kept.
    func run(_ sql: String, _ arguments: StatementArguments = []) throws(Refusal) {
        do {
            let statement = try db.cachedStatement(sql: sql)
            try statement.execute(arguments: arguments)
        } catch { throw Refusal(error) }
    }

    /// The first row, or nil.
    func row(_ sql: String, _ arguments: StatementArguments = []) throws(Refusal) -> Row? {
        do { return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) } catch {
            throw Refusal(error)
        }
    }

    /// All rows, in the order that the statement asks for.
    func rows(_ sql: String, _ arguments: StatementArguments = []) throws(Refusal) -> [Row] {
        do { return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments) } catch {
            throw Refusal(error)
        }
    }

    /// The first column of the first row, or nil.
    func value<Value: DatabaseValueConvertible>(
        _ type: Value.Type = Value.self, _ sql: String, _ arguments: StatementArguments = []
    ) throws(Refusal) -> Value? {
        do { return try Value.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) } catch {
            throw Refusal(error)
        }
    }

    /// The row number of the row just inserted.
    var insertedRow: Int { Int(db.lastInsertedRowID) }

    /// How many rows the last statement changed.
    var changedRows: Int { db.changesCount }

    /// Appends an event; it becomes visible with the commit, numbered without a gap.
    ///
    /// - Returns: its sequence number, for an event that undoes it later.
    @discardableResult
    func emit<Data: EventData>(
        _ data: Data, of subject: String, in warehouse: WarehouseCode, client: ClientID = ""
    ) throws(Refusal) -> Int {
        let origin = EventOrigin(
            warehouse: warehouse, client: client, by: person.map { BadgeID($0.badge) },
            device: person.map { DeviceID($0.device) })
        var members = data.json
        for (key, value) in origin.json.members { members[key] = value }
        let sequence = 1 + (try value(Int.self, "SELECT max(sequence) FROM event") ?? 0)
        let body: JSONValue = [
            "specversion": "1.0", "id": "\(journal)/\(sequence)", "source": "wmsd/\(warehouse.text)",
            "type": .string(Data.type.rawValue), "subject": .string(subject), "time": "\(now)",
            "sequence": "\(sequence)", "data": .object(members),
        ]
        try run(
            "INSERT INTO event (sequence, type, subject, body, at) VALUES (?, ?, ?, ?, ?)",
            [sequence, Data.type.rawValue, subject, body.description, now.millisecondsSince1970])
        return sequence
    }

    /// Appends an event about an order.
    @discardableResult
    func emit<Data: EventData>(_ data: Data, of order: Order) throws(Refusal) -> Int {
        try emit(data, of: order.id.text, in: order.warehouse, client: order.client)
    }
}

/// Who works, where: told by `session.start`.
struct Person {
    let badge: String
    let device: String
}
