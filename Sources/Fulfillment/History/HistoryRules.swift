import Domain
import Operations

/// So little at a time that no scan waits for it.
extension HistorySlice: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let retention = site.settings.retention
        var result = Result()
        switch part {
        case .answers:
            result.done = try site.store.commands.forget(
                before: site.now.adding(days: -retention.commandsDays), limit: limit)
        case .events:
            _ = try site.store.consumers.forgetSilent(since: site.now.adding(days: -retention.consumersDays))
            let read = try site.store.consumers.lowestAcknowledged() ?? Int.max
            result.done = try site.store.events.forget(
                before: site.now.adding(days: -retention.eventsDays), upTo: read, limit: limit)
        case .orders: result.done = try site.archiveOrders(limit: limit)
        case .archive:
            result.done = try site.store.archive.remove(
                endedBefore: site.now.adding(days: -retention.ordersDays), limit: limit)
        }
        result.hasMore = result.done == limit
        return result
    }
}
