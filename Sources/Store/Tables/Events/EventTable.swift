public import Domain

/// What happened, in one sequence for the whole site, and the starts of the daemon that it happened in.
///
/// Only what differs from event to event is kept; ``EventEnvelope`` writes the rest.
public final class EventTable {
    let db: Connection
    /// The run that events are appended to; read from the file where none was begun since it was opened.
    private var run: Int?
    /// The runs whose events were read, by number; there is one for each start.
    private var runs: [Int: EventRun] = [:]
    private let numbers: GivenNumbers
    let kindNumbers: RowCache<EventKind, Int>
    let kinds: RowCache<Int, EventKind>

    init(_ db: Connection) {
        self.db = db
        numbers = GivenNumbers(of: db, noted: .event, newest: Self.newest, hasLater: Self.hasLater)
        kindNumbers = RowCache(of: db, rowsMax: Self.kindsMax)
        kinds = RowCache(of: db, rowsMax: Self.kindsMax)
    }

    private static let insertRun: SQL =
        "INSERT INTO run (journal, mark, started_at) VALUES (?, ?, ?) RETURNING id"
    private static let lastRun: SQL = "SELECT max(id) FROM run"
    private static let runByNumber: SQL = "SELECT journal, mark, started_at FROM run WHERE id = ?"
    private static let append: SQL = """
        INSERT INTO event (sequence, kind, run, after_ms, subject, data) VALUES (?, ?, ?, ?, ?, ?)
        """
    private static let newest: SQL = "SELECT max(sequence) FROM event"
    private static let hasLater: SQL = "SELECT 1 FROM event WHERE sequence > ? LIMIT 1"
    private static let first: SQL = "SELECT min(sequence) FROM event"
    private static let after: SQL = """
        SELECT sequence, kind, run, after_ms, subject, data FROM event WHERE sequence > ? ORDER BY sequence LIMIT ?
        """
    private static let ages: SQL =
        "SELECT sequence, run, after_ms FROM event WHERE sequence <= ? ORDER BY sequence LIMIT ?"
    private static let forget: SQL = "DELETE FROM event WHERE sequence <= ?"

    /// The daemon has started: the ids of events that follow carry the mark that was drawn.
    ///
    /// - Parameter mark: "" for none, as before there were marks.
    public func beginRun(journal: String, mark: String, at now: Instant) throws(Refusal) {
        guard let number = try db.int(Self.insertRun, journal, mark, now) else {
            throw .missingRow("run", mark)
        }
        run = number
        runs[number] = EventRun(journal: journal, mark: mark, startedAt: now)
    }

    /// Appends an event, which is sent when it is committed.
    ///
    /// - Parameter data: a JSON object as text.
    /// - Returns: its sequence number: the next one, without a gap.
    public func append(
        _ type: String, of subject: String, in warehouse: WarehouseCode, data: String, at now: Instant
    ) throws(Refusal) -> Int {
        assert(data.hasPrefix("{"), "an event's data is no object: \(data)")
        let kindNumber = try number(of: EventKind(type: type, warehouse: warehouse))
        let runNumber = try currentRun()
        let afterMS = try run(runNumber).milliseconds(to: now)
        let apart: String? = EventSubject.begins(data, with: subject) ? nil : subject
        let next = try numbers.next(in: db)
        try db.run(Self.append, next, kindNumber, runNumber, afterMS, apart, StoredText(data, by: db.compression))
        numbers.gave(next)
        return next
    }

    /// The sequence number of the newest event, kept or not; 0 before the first.
    public func head() throws(Refusal) -> Int { try numbers.highest(in: db) }

    /// The sequence number of the oldest event kept; that of the next one where there is none.
    public func first() throws(Refusal) -> Int {
        if let oldest = try db.int(Self.first) { return oldest }
        return try head() + 1
    }

    /// Events after a sequence number, oldest first.
    ///
    /// - Parameters:
    ///   - types: only these; nil for all.
    ///   - limit: how many at most.
    ///   - rowsMax: how many are read at most, in search of those that are wanted.
    /// - Returns: the events, and the point to go on after.
    public func page(
        after sequence: Int, types: Set<String>? = nil, limit: Int, rowsMax: Int
    ) throws(Refusal) -> EventPage {
        var events: [StoredEvent] = []
        var (last, rowsLeft) = (sequence, rowsMax)
        while events.count < limit && rowsLeft > 0 {
            let wanted = min(limit - events.count, rowsLeft)
            let rows = try db.all(Self.after, last, wanted) { (columns) throws(Refusal) in
                try read(&columns, types: types)
            }
            events += rows.compactMap(\.event)
            rowsLeft -= rows.count
            last = rows.last?.sequence ?? last
            if rows.count < wanted { break }
        }
        return EventPage(events: events, last: last)
    }

    private func read(
        _ columns: inout Columns, types: Set<String>?
    ) throws(Refusal) -> (sequence: Int, event: StoredEvent?) {
        let sequence = try columns.int()
        let kind = try self.kind(try columns.int())
        if let types, !types.contains(kind.type) { return (sequence, nil) }
        let run = try self.run(try columns.int())
        let at = run.moment(afterMS: try columns.int())
        let apart = try columns.optionalText()
        let data = try columns.storedText(by: db.compression)
        guard let subject = apart ?? EventSubject.beginning(of: data) else {
            throw columns.unreadable("no subject")
        }
        let envelope = EventEnvelope(
            run: run, sequence: sequence, type: kind.type, subject: subject, warehouse: kind.warehouse,
            data: data, at: at)
        return (sequence, StoredEvent(sequence: sequence, type: kind.type, text: envelope.text))
    }

    /// Removes the oldest events, in order, so that no gap comes about.
    ///
    /// - Parameters:
    ///   - moment: those that happened from then on stay.
    ///   - sequence: those after it stay, which some consumer has yet to read.
    ///   - limit: how many at most.
    /// - Returns: how many.
    public func forget(before moment: Instant, upTo sequence: Int, limit: Int) throws(Refusal) -> Int {
        let oldest = try db.all(Self.ages, sequence, limit) { (columns) throws(Refusal) in
            let number = try columns.int()
            let run = try self.run(try columns.int())
            return (sequence: number, at: run.moment(afterMS: try columns.int()))
        }
        guard let last = oldest.prefix(while: { $0.at < moment }).last else { return 0 }
        let forgotten = try db.run(Self.forget, last.sequence)
        try numbers.removed(last.sequence, in: db)
        return forgotten
    }

    private func currentRun() throws(Refusal) -> Int {
        if let run { return run }
        guard let last = try db.int(Self.lastRun) else { throw .missingRow("run", "of any start") }
        run = last
        return last
    }

    private func run(_ number: Int) throws(Refusal) -> EventRun {
        if let cached = runs[number] { return cached }
        let found = try db.first(Self.runByNumber, number) { (columns) throws(Refusal) in
            EventRun(
                journal: try columns.text(), mark: try columns.text(), startedAt: try columns.instant())
        }
        guard let run = found else { throw .missingRow("run", number) }
        runs[number] = run
        return run
    }
}
