public import Domain
import GRDB
import JSON
public import Operations

/// One stored fact, as subscribers get it.
public struct Event: Sendable, Equatable {
    public let sequence: Int
    /// The CloudEvents object as JSON text, the same bytes at every telling.
    public let text: String
}

extension Site {
    /// The number of the newest event; 0 before the first.
    public var head: Int { number("SELECT max(sequence) FROM event") ?? 0 }

    /// The number of the oldest event kept; that of the next one where there is none.
    public var first: Int { number("SELECT min(sequence) FROM event") ?? head + 1 }

    /// Events after a sequence number, oldest first.
    ///
    /// - Parameter types: only these; nil for all.
    /// - Complexity: O(*limit*) where all types are wanted, else linear in the events passed over.
    public func events(after sequence: Int, types: [EventType]?, limit: Int) throws(SiteError) -> [Event] {
        try read { db in try Event.fetch(after: sequence, types: types, limit: limit, from: db) }
    }

    /// The last event that a consumer has acknowledged; nil for one that never did.
    public func acknowledged(by consumer: ConsumerName) throws(SiteError) -> Int? {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT acknowledged FROM consumer WHERE consumer = ?", arguments: [consumer])
        }
    }

    private func number(_ sql: String) -> Int? { (try? read { db in try Int.fetchOne(db, sql: sql) }) ?? nil }
}

extension Event {
    static func fetch(after sequence: Int, types: [EventType]?, limit: Int, from db: Database) throws -> [Event]
    {
        let wanted = types.map { JSONValue.array($0.map { .string($0.rawValue) }).description }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT sequence, body FROM event
                    WHERE sequence > ?1 AND (?2 IS NULL OR type IN (SELECT value FROM json_each(?2)))
                    ORDER BY sequence LIMIT ?3
                    """),
            arguments: [sequence, wanted, limit]
        ).map { Event(sequence: $0["sequence"], text: $0["body"]) }
    }
}
