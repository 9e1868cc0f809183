public import Domain

/// Those who read the events, and how far each has come.
public struct ConsumerTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    private static let acknowledged: SQL = "SELECT acknowledged FROM consumer WHERE consumer = ?"
    private static let acknowledge: SQL = """
        INSERT INTO consumer (consumer, acknowledged, seen_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (consumer) DO UPDATE SET acknowledged = max(acknowledged, ?2), seen_at = ?3 RETURNING acknowledged
        """
    private static let forget: SQL = "DELETE FROM consumer WHERE consumer = ?"
    private static let forgetSilent: SQL = "DELETE FROM consumer WHERE seen_at < ?"
    static let columns = "consumer, acknowledged, seen_at"
    private static let all = SQL("SELECT \(columns) FROM consumer ORDER BY consumer")
    private static let lowest: SQL = "SELECT min(acknowledged) FROM consumer"

    /// The last event that a consumer has dealt with; nil for one that never said so.
    public func acknowledged(by consumer: ConsumerName) throws(Refusal) -> Int? {
        try db.int(Self.acknowledged, consumer)
    }

    /// A consumer has dealt with all up to `sequence`; an older point than the known one is left.
    ///
    /// - Returns: the point that is kept.
    public func acknowledge(_ sequence: Int, by consumer: ConsumerName, at now: Instant) throws(Refusal)
        -> Int
    {
        precondition(sequence >= 0 && !consumer.isEmpty, "\(consumer) has read up to \(sequence)")
        guard let kept = try db.int(Self.acknowledge, consumer, sequence, now) else {
            throw .missingRow("consumer", consumer)
        }
        assert(kept >= sequence, "a point never goes back")
        return kept
    }

    /// - Returns: false where there is no such consumer.
    public func forget(_ consumer: ConsumerName) throws(Refusal) -> Bool {
        try db.run(Self.forget, consumer) == 1
    }

    /// Forgets the consumers that nothing was heard of since `moment`.
    ///
    /// - Returns: how many.
    public func forgetSilent(since moment: Instant) throws(Refusal) -> Int {
        try db.run(Self.forgetSilent, moment)
    }

    /// All consumers by name.
    public func all() throws(Refusal) -> [Consumer] {
        try db.all(Self.all, read: Consumer.init)
    }

    /// The event that every consumer has dealt with; nil where there is no consumer.
    public func lowestAcknowledged() throws(Refusal) -> Int? { try db.int(Self.lowest) }
}

extension Consumer {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(name: try columns.id(), acknowledged: try columns.int(), seenAt: try columns.instant())
    }
}
