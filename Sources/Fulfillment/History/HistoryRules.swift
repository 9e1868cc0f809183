import Domain
import Operations
import Store

/// So little at a time that no scan waits for it.
extension HistorySlice: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let (store, retention) = (site.store, site.settings.retention)
        func daysAgo(_ days: Int) -> Instant { site.now.adding(days: -days) }
        let ended = daysAgo(retention.endedWorkDays)
        let key = after.map { EndedKey(endedAt: $0.at, row: $0.row) }
        switch part {
        case .answers:
            return result(try store.commands.forget(before: daysAgo(retention.commandsDays), limit: limit))
        case .events:
            _ = try store.consumers.forgetSilent(since: daysAgo(retention.consumersDays))
            let read = try store.consumers.lowestAcknowledged() ?? Int.max
            return result(
                try store.events.forget(before: daysAgo(retention.eventsDays), upTo: read, limit: limit))
        case .orders: return try site.archiveOrders(after: after, limit: limit)
        case .archive:
            return result(try store.archive.remove(endedBefore: daysAgo(retention.ordersDays), limit: limit))
        case .tasks: return result(try store.tasks.removeEnded(before: ended, after: key, limit: limit))
        case .tours: return result(try store.tours.removeEnded(before: ended, after: key, limit: limit))
        case .sessions: return result(try store.sessions.removeEnded(before: ended, after: key, limit: limit))
        case .imports: return result(try store.imports.removeEnded(before: ended, after: key, limit: limit))
        }
    }

    private func result(_ done: Int) -> Result {
        var result = Result()
        result.done = done
        result.hasMore = done == limit
        return result
    }

    /// What stays is passed over: the next slice goes on after it.
    private func result(_ slice: EndedSlice) -> Result {
        var result = Result()
        result.done = slice.removed
        result.last = slice.last.map { Ended(at: $0.endedAt, row: $0.row) }
        result.hasMore = slice.last != nil
        return result
    }
}
