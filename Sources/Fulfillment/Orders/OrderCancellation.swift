import Domain
import Operations

extension Transaction {
    /// Cancels an order that is still here: at once where nothing of it has left its bin; else its pieces become work,
    /// and it is cancelled when the last of them is back. Where drivers have parcels of it, only what is here comes back,
    /// and the order is in transit then.
    func cancel(_ order: Order, reason: String?) throws(Refusal) -> OrderCancel.Result {
        let parcels = try parcelsHere(of: order)
        let toursWithTote = Set(try store.totes.totes(of: order.row).compactMap(\.tour))
        try endPromises(of: order)
        try store.orders.clearShortFlag(of: order.row)
        let dropped = try cancelOpenPicks(of: order, reason: reason)
        try bringBack(order, parcels, reason: reason)
        if try isBack(order) {
            try endCancellation(of: order, reason: reason)
        } else {
            try store.orders.requestCancel(order)
            try refreshStage(of: order.row)
            var data = OrderCancelRequested()
            (data.order, data.putBack, data.reason) = (order.id, try piecesToPutBack(of: order.row), reason)
            try emit(data, of: order)
        }
        try notifyPickers(of: dropped, ofCancelled: order.id, hadTote: toursWithTote)
        try renewPromises(ofLinesOf: order)
        return try cancelled(order)
    }

    /// The parcels of an order that no driver has.
    private func parcelsHere(of order: Order) throws(Refusal) -> [Parcel] {
        try store.parcels.parcels(of: order.row).filter { $0.state != .handedOver }
    }

    /// The label jobs that are void once the order is cancelled, whatever stands in a lane or on a manifest.
    func labelsOfParcelsHere(_ order: Order) throws(Refusal) -> [LabelJob] {
        var jobs: [LabelJob] = []
        for parcel in try parcelsHere(of: order) {
            guard let sscc = parcel.sscc else { continue }
            jobs += try store.labels.labels(of: parcel.row, holding: sscc)
        }
        return jobs
    }

    /// Pieces of an order that somebody has yet to bring back to their bins.
    func piecesToPutBack(of order: OrderRow) throws(Refusal) -> Int {
        try store.tasks.pieces(of: order, in: .putBack) + store.tasks.pieces(of: order, in: .unpack)
    }

    /// Whether nothing of an order is outside its bins, but for what drivers have.
    private func isBack(_ order: Order) throws(Refusal) -> Bool {
        let facts = try store.orders.facts(of: order.row)
        return [PickState.claimed, .open, .picked].allSatisfy { (facts.picks[$0] ?? 0) == 0 }
            && facts.parcels.keys.allSatisfy { $0 == .handedOver }
    }

    private func endCancellation(of order: Order, reason: String?) throws(Refusal) {
        if try !store.parcels.parcels(of: order.row).isEmpty { return try endCancellationOfRest(of: order) }
        let cancelled = try store.orders.cancel(try self.order(order.row))
        if cancelled.isHeld { try store.orders.resume(cancelled) }
        try refreshStage(of: order.row)
        try emit(OrderCancelled(order.id, reason: reason), of: order)
    }

    /// What was still here is back: the last of the order's parcels has left before.
    private func endCancellationOfRest(of order: Order) throws(Refusal) {
        let current = try self.order(order.row)
        if current.isCancelRequested { try store.orders.endCancelRequest(current) }
        try refreshStage(of: order.row)
        let gone = try store.parcels.parcels(of: order.row)
        let last = gone.max { ($0.handedOverAt ?? now, $0.row) < ($1.handedOverAt ?? now, $1.row) }
        let manifest = try last?.manifest.flatMap { (row) throws(Refusal) in try store.manifests.manifest(row) }
        try emitInTransit(order, with: manifest?.driver ?? order.driver ?? "")
    }

    /// Some of an order's work is done: it is cancelled when nothing of it is outside its bins any more.
    func cancelWhenBack(_ row: OrderRow, reason: String?) throws(Refusal) {
        let order = try order(row)
        guard order.isCancelRequested, try isBack(order) else {
            try refreshStage(of: row)
            return
        }
        try endCancellation(of: order, reason: reason)
    }
}
