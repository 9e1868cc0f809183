import GRDB
import JSON

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
    public func events(after sequence: Int, types: [String]?, limit: Int) throws(SiteError) -> [Event] {
        try read { db in try Event.fetch(after: sequence, types: types, limit: limit, from: db) }
    }

    /// The last event that a consumer has acknowledged; nil for one that never did.
    public func acknowledged(by consumer: String) throws(SiteError) -> Int? {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT acknowledged FROM consumer WHERE consumer = ?", arguments: [consumer])
        }
    }

    private func number(_ sql: String) -> Int? { (try? read { db in try Int.fetchOne(db, sql: sql) }) ?? nil }
}

extension Event {
    static func fetch(after sequence: Int, types: [String]?, limit: Int, from db: Database) throws -> [Event]
    {
        let wanted = types.map { JSONValue.array($0.map { .string($0) }).description }
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

extension Transaction {
    /// `event.list`: stored events after a sequence number.
    func listEvents(_ params: Params) throws(Refusal) -> JSONValue {
        let limit = min(Limits.listRowsMax, try params.optionalCount("limit") ?? Limits.listRowsDefault)
        let (first, head) = try bounds()
        let after = try params.optionalInt("after") ?? first - 1
        if after > head { throw .ahead(head: head) }
        if after < first - 1 { throw .gone(first: first) }
        let types = try params.has("types") ? params.list("types").compactMap(\.string) : nil
        let found: [Event]
        do { found = try Event.fetch(after: after, types: types, limit: limit + 1, from: db) } catch {
            throw Refusal(error)
        }
        var list: [JSONValue] = []
        for event in found.prefix(limit) {
            // What was stored was written by the same writer, so it parses.
            if let json = try? JSONValue(parsing: event.text) { list.append(json) }
        }
        return ["events": .array(list), "more": .bool(found.count > limit), "head": .int(head)]
    }

    /// `event.ack`: the consumer has dealt with all up to here; an older point than the known one is left.
    func acknowledgeEvents(_ params: Params) throws(Refusal) -> JSONValue {
        let consumer = try params.id("consumer")
        let sequence = try params.int("sequence")
        let head = try bounds().head
        if sequence > head { throw .ahead(head: head) }
        try run(
            """
            INSERT INTO consumer (consumer, acknowledged, seen_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (consumer) DO UPDATE SET acknowledged = max(acknowledged, ?2), seen_at = ?3
            """, [consumer, sequence, now.millisecondsSince1970])
        let kept = try value(Int.self, "SELECT acknowledged FROM consumer WHERE consumer = ?", [consumer])
        return ["consumer": .string(consumer), "sequence": .int(kept ?? sequence)]
    }

    /// `event.forget`: the consumer is gone for good.
    func forgetConsumer(_ params: Params) throws(Refusal) -> JSONValue {
        let consumer = try params.id("consumer")
        try run("DELETE FROM consumer WHERE consumer = ?", [consumer])
        if changedRows == 0 { throw .unknownConsumer(consumer) }
        return ["consumer": .string(consumer)]
    }

    private func bounds() throws(Refusal) -> (first: Int, head: Int) {
        let head = try value(Int.self, "SELECT max(sequence) FROM event") ?? 0
        return (try value(Int.self, "SELECT min(sequence) FROM event") ?? head + 1, head)
    }
}
