import Domain
import JSON
import LineProtocol
import Operations

extension EventList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let rows = min(WireLimits.listRowsMax, limit ?? WireLimits.listRowsDefault)
        let (first, head) = try site.eventBounds()
        let after = after ?? first - 1
        if after > head { throw .ahead(head: head) }
        if after < first - 1 { throw .gone(first: first) }
        let page = try site.store.events.page(
            after: after, types: types.map { Set($0.map(\.rawValue)) }, limit: rows,
            rowsMax: Site.eventsReadMax)
        var result = Result()
        var (last, bytes) = (page.last, 0)
        for event in page.events {
            bytes += event.text.utf8.count + 1
            if bytes > WireLimits.resultBytesMax, !result.events.isEmpty {
                last = event.sequence - 1
                break
            }
            guard let json = (try? JSONValue(parsing: event.text))?.object else {
                throw .unreadable("event \(event.sequence): it is no JSON")
            }
            result.events.append(json)
        }
        (result.head, result.hasMore) = (head, last < head)
        result.next = result.hasMore ? last : nil
        return result
    }
}

/// An older point than the known one is left.
extension EventAck: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let head = try site.store.events.head()
        if sequence > head { throw .ahead(head: head) }
        var result = Result()
        result.consumer = consumer
        result.sequence = try site.store.consumers.acknowledge(sequence, by: consumer, at: site.now)
        return result
    }
}

extension EventForget: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        guard try site.store.consumers.forget(consumer) else { throw .unknownConsumer(consumer.text) }
        var result = Result()
        result.consumer = consumer
        return result
    }
}

extension Transaction {
    /// The oldest event kept, or the next one where there is none, and the newest.
    fileprivate func eventBounds() throws(Refusal) -> (first: Int, head: Int) {
        (try store.events.first(), try store.events.head())
    }
}

extension ConsumerList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let head = try site.store.events.head()
        // Consumers are as few as the systems around this one.
        let further = try site.store.consumers.all().filter { $0.name > ConsumerName(page.afterText) }
        let (rows, hasMore) = page.cut(further)
        var result = Result()
        (result.head, result.hasMore) = (head, hasMore)
        for stored in rows {
            var consumer = Consumer()
            (consumer.consumer, consumer.acknowledged) = (stored.name, stored.acknowledged)
            (consumer.lag, consumer.seenAt) = (stored.lag(behind: head), stored.seenAt)
            result.consumers.append(consumer)
        }
        return result
    }
}
