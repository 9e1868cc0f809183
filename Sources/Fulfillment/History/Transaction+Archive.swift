import Domain
import Operations
import Store

extension Transaction {
    /// A cancelled or delivered order is asked for once more, as a rule, before it is of no interest.
    private static let endedHours = 1

    /// Files closed orders: those that were cancelled or delivered, and those that have been in transit so long that
    /// they count as delivered.
    ///
    /// - Returns: how many.
    func archiveOrders(limit: Int) throws(Refusal) -> Int {
        let ended = now.adding(seconds: -Self.endedHours * 3_600)
        var due = try store.orders.ended(in: .cancelled, by: ended, limit: limit)
        for (stage, moment) in [
            (OrderStage.delivered, ended),
            (.inTransit, now.adding(days: -settings.retention.inTransitDays)),
        ] where due.count < limit {
            due += try store.orders.ended(in: stage, by: moment, limit: limit - due.count)
        }
        for order in due { try archive(order) }
        return due.count
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
        try store.parcels.removeArchived(order.row)
        try store.picks.remove(of: order.row)
        try store.tasks.remove(of: order.row)
        try store.orders.remove(order)
    }

    /// What the archive tells of an order; nil where it has none of that name.
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
            if let sku = filter.sku, !order.lines.contains(where: { $0.sku == sku }) { continue }
            summaries.append(summary)
        }
        return summaries
    }
}
