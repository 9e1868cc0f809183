import Domain
import Operations

/// How the floor is doing, in counts; the daemon adds what it knows of itself.
extension Status: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        result.journal = site.journal
        result.head = try site.store.events.head()
        result.orders = StateCounts(try site.store.orders.counts())
        result.releasing = try site.store.releaseRuns.left()
        result.tours = StateCounts(try site.store.tours.unfinishedCounts())
        result.printers = try site.store.labels.queues().map(PrinterStatus.init)
        result.totes = StateCounts(try site.store.totes.counts())
        result.sessions = try site.store.sessions.openCount()
        return result
    }
}

extension PrinterStatus {
    init(_ queue: PrinterQueue) {
        self.init()
        (printer, queued, spooled) = (queue.printer, queue.queued, queue.spooled)
        (oldestJob, waitsSince) = (queue.oldest, queue.waitsSince)
    }
}
