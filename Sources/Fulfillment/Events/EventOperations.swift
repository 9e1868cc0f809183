import Domain
import JSON
import Operations

extension EventList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let rows = min(Limits.listRowsMax, limit ?? Limits.listRowsDefault)
        let (first, head) = try site.eventBounds()
        let after = after ?? first - 1
        if after > head { throw .ahead(head: head) }
        if after < first - 1 { throw .gone(first: first) }
        let found: [Event]
        do { found = try Event.fetch(after: after, types: types, limit: rows + 1, from: site.db) } catch {
            throw Refusal(error)
        }
        var result = Result()
        (result.head, result.hasMore) = (head, found.count > rows)
        for event in found.prefix(rows) {
            guard let json = (try? JSONValue(parsing: event.text))?.object else {
                throw .unreadable("event \(event.sequence): it is no JSON")
            }
            result.events.append(json)
        }
        return result
    }
}

/// An older point than the known one is left.
extension EventAck: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let head = try site.eventBounds().head
        if sequence > head { throw .ahead(head: head) }
        try site.run(
            """
            INSERT INTO consumer (consumer, acknowledged, seen_at) VALUES (?1, ?2, ?3)
            ON CONFLICT (consumer) DO UPDATE SET acknowledged = max(acknowledged, ?2), seen_at = ?3
            """, [consumer, sequence, site.now.millisecondsSince1970])
        var result = Result()
        result.consumer = consumer
        result.sequence =
            try site.value(Int.self, "SELECT acknowledged FROM consumer WHERE consumer = ?", [consumer])
            ?? sequence
        return result
    }
}

extension EventForget: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        try site.run("DELETE FROM consumer WHERE consumer = ?", [consumer])
        if site.changedRows == 0 { throw .unknownConsumer(consumer.text) }
        var result = Result()
        result.consumer = consumer
        return result
    }
}

extension Transaction {
    /// The oldest event kept, or the next one where there is none, and the newest.
    fileprivate func eventBounds() throws(Refusal) -> (first: Int, head: Int) {
        let head = try value(Int.self, "SELECT max(sequence) FROM event") ?? 0
        return (try value(Int.self, "SELECT min(sequence) FROM event") ?? head + 1, head)
    }
}

extension ConsumerList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let head = try site.eventBounds().head
        let found = try site.rows(
            "SELECT * FROM consumer WHERE consumer > ? ORDER BY consumer LIMIT ?",
            [page.afterText, page.rowsToRead])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        (result.head, result.hasMore) = (head, hasMore)
        for row in rows {
            var consumer = Consumer()
            (consumer.consumer, consumer.acknowledged) = (row["consumer"], row["acknowledged"])
            consumer.lag = head - consumer.acknowledged
            consumer.seenAt = Instant(millisecondsSince1970: row["seen_at"])
            result.consumers.append(consumer)
        }
        return result
    }
}
