import Domain
import Operations
import Store

extension Transaction {
    /// A cancelled or delivered order is asked for once more, as a rule, before it is of no interest.
    private static let endedHours = 1
    /// Orders that wait for the end of a walk are passed over: in one slice about as many as go on a cart.
    private static let onWalksMax = 20
    private static let stagesFiled: [OrderStage] = [.cancelled, .delivered, .inTransit]

    /// Files closed orders: those that were cancelled or delivered, and those that have been in transit so long that
    /// they count as delivered.
    ///
    /// - Parameters:
    ///   - key: where the slice before this one ended; nil to begin with the oldest.
    ///   - limit: at most so many are filed.
    func archiveOrders(after key: HistorySlice.Ended?, limit: Int) throws(Refusal) -> HistorySlice.Result {
        var result = HistorySlice.Result()
        var readsLeft = limit + Self.onWalksMax
        for stage in Self.stagesFiled.drop(while: { key?.stage != nil && $0 != key?.stage }) {
            let last = key.flatMap { $0.stage == stage ? EndedKey(endedAt: $0.at, row: $0.row) : nil }
            for order in try store.orders.ended(in: stage, by: due(stage), after: last, limit: readsLeft) {
                readsLeft -= 1
                // A walk counts what was done on it until it is over.
                if try !isOnWalk(order) {
                    try archive(order)
                    result.done += 1
                }
                guard result.done == limit || readsLeft == 0 else { continue }
                result.last = HistorySlice.Ended(at: order.endedAt ?? now, row: order.row.number, stage: stage)
                result.hasMore = true
                return result
            }
        }
        return result
    }

    /// Orders that ended in a stage at this moment or earlier are closed.
    private func due(_ stage: OrderStage) -> Instant {
        stage == .inTransit
            ? now.adding(days: -settings.retention.inTransitDays) : now.adding(seconds: -Self.endedHours * 3_600)
    }

    /// Whether some of an order's work was done on a walk that is not over: one that brings back other pieces too.
    private func isOnWalk(_ order: Order) throws(Refusal) -> Bool {
        let picks = try store.picks.picks(of: order.row)
        let tasks = try store.tasks.tasks(of: order.row)
        for tour in Set(picks.compactMap(\.tour) + tasks.compactMap(\.tour)).sorted() {
            if try [.planned, .started, .paused].contains(store.tours.tour(tour).state) { return true }
        }
        return false
    }

    private func archive(_ order: Order) throws(Refusal) {
        var document = try details(of: order)
        if order.stage != .cancelled { document.summary.stage = .closed }
        var ssccs: [String] = []
        for parcel in try store.parcels.everyParcel(of: order.row) {
            let ofLabels = try store.labels.labels(of: parcel.row).compactMap(\.sscc)
            for sscc in [parcel.sscc].compactMap({ $0 }) + ofLabels where !ssccs.contains(sscc) { ssccs.append(sscc) }
            try store.labels.removeArchived(parcel.row)
        }
        try store.archive.insert(
            ArchivedOrder(
                row: order.row, client: order.client, id: order.id, warehouse: order.warehouse,
                endedAt: order.endedAt ?? now, document: document.json), ssccs: ssccs)
        // A bench may have stood before its last label since somebody else confirmed it.
        for bench in try store.sessions.open(at: order.row) {
            try endWork(of: bench, notice: .orderArchived(order.id))
        }
        try store.parcels.removeArchived(order.row)
        try store.picks.remove(of: order.row)
        try store.tasks.remove(of: order.row)
        try store.orders.remove(order)
    }

    /// An order as the archive has it; nil where it has none of that name.
    func archived(_ name: OrderName) throws(Refusal) -> OrderGet.Result? {
        guard let old = try store.archive.order(name.order, of: name.client) else { return nil }
        return try read(old)
    }

    private func read(_ old: ArchivedOrder) throws(Refusal) -> OrderGet.Result {
        guard let result = try? OrderGet.Result(reading: old.document) else {
            throw .unreadable("archived order \(old.id): its document is no order")
        }
        return result
    }

    /// The orders of a page that lie in the archive: only those that are asked for by id.
    func archived(_ id: OrderID, _ filter: OrderFilter) throws(Refusal) -> [OrderSummary] {
        var summaries: [OrderSummary] = []
        for old in try store.archive.orders(id) {
            let order = try read(old)
            let summary = order.summary
            if let client = filter.client, summary.client != client { continue }
            if let warehouse = filter.warehouse, summary.warehouse != warehouse { continue }
            if let stage = filter.stage, summary.stage != stage { continue }
            if let driver = filter.driver, summary.driver != driver { continue }
            if let flag = filter.flag, !summary.flags.contains(flag) { continue }
            if let sku = filter.sku, !order.lines.contains(where: { $0.sku == sku }) { continue }
            summaries.append(summary)
        }
        return summaries
    }
}
