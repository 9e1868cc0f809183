import Domain
import Operations

extension Transaction {
    /// Cancels an order that is still here: at once where nothing of it has left its bin; else its pieces become work,
    /// and it is cancelled when the last of them is back.
    func cancel(_ order: Order, reason: String?) throws(Refusal) -> OrderCancel.Result {
        let parcels = try store.parcels.parcels(of: order.row)
        if let gone = parcels.first(where: { $0.state == .handedOver }) {
            throw .wrongState(
                thing: "order \(order.id)", state: "partly in transit", wanted: "wholly here; parcel \(gone.name) has left")
        }
        try endPromises(of: order)
        try store.orders.clearShortFlag(of: order.row)
        let dropped = try cancelOpenPicks(of: order)
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
        try notifyPickers(of: dropped, notice: "Order \(order.id) is cancelled")
        try renewPromises(ofLinesOf: order)
        return try cancelled(order)
    }

    /// Pieces of an order that somebody has yet to bring back to their bins.
    func piecesToPutBack(of order: OrderRow) throws(Refusal) -> Int {
        try store.tasks.pieces(of: order, in: .putBack) + store.tasks.pieces(of: order, in: .unpack)
    }

    /// Whether nothing of an order is outside its bins.
    private func isBack(_ order: Order) throws(Refusal) -> Bool {
        let facts = try store.orders.facts(of: order.row)
        return [PickState.claimed, .open, .picked, .packed].allSatisfy { (facts.picks[$0] ?? 0) == 0 }
            && facts.parcels.isEmpty
    }

    private func endCancellation(of order: Order, reason: String?) throws(Refusal) {
        let cancelled = try store.orders.cancel(try self.order(order.row))
        if cancelled.isHeld { try store.orders.resume(cancelled) }
        try refreshStage(of: order.row)
        try emit(OrderCancelled(order.id, reason: reason), of: order)
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
