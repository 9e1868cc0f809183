import Domain
import Operations

/// Before the first piece is picked the order is gone at once and its stock is free again. A second cancel is
/// acknowledged like the first, whatever has become of the order meanwhile: also where drivers had a part of it, and the
/// rest is back.
extension OrderCancel: WithdrawsLabels {
    func labelsToWithdraw(in site: Transaction) throws(Refusal) -> [LabelJob] {
        try site.labelsOfParcelsHere(try site.order(name))
    }

    func decide(in site: Transaction) throws(Refusal) -> Result {
        if let archived = try site.cancelledAndArchived(name) { return Result(archived) }
        let order = try site.order(name)
        if try site.isCancelled(order) { return try site.cancelled(order) }
        if order.stage.isOver {
            throw .wrongState(
                thing: "order \(order.id)", state: order.stage.rawValue,
                wanted: "still here; what a driver has comes back as a return")
        }
        return try site.cancel(order, reason: reason)
    }
}

extension OrderCancel.Result {
    /// A cancelled order that is in the archive: all of it is back.
    fileprivate init(_ archived: OrderSummary) {
        self.init()
        (order, client, stage) = (archived.order, archived.client, archived.stage)
    }
}

/// A released order leaves the tours that nobody has begun; what is reserved for it stays so.
extension OrderHold: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let order = try site.order(name)
        let isBegun = order.stage != .accepted && order.stage != .released
        guard !isBegun, !order.isHeld, !order.isCancelRequested else {
            throw .wrongState(
                thing: "order \(order.id)",
                state: order.isHeld ? FloorFact.held.rawValue : order.stage.rawValue,
                wanted: "accepted or released, with no pick begun, and not held")
        }
        try site.store.orders.hold(order, reason: reason)
        if order.isReleased { try site.leaveTours(order) }
        try site.emit(OrderHeld(order.id, reason: reason), of: order)
        return try site.progress(of: order)
    }
}

extension OrderResume: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let order = try site.order(name)
        guard order.isHeld else {
            throw .notAllowed(as: .notHeld, of: "order \(order.id)", wanted: .held)
        }
        try site.store.orders.resume(order)
        site.plan.poolChanged()
        try site.emit(OrderResumed(order.id), of: order)
        return try site.progress(of: order)
    }
}

extension Transaction {
    /// How far an order is now.
    func progress(of order: Order) throws(Refusal) -> OrderProgress {
        var progress = OrderProgress()
        (progress.order, progress.client) = (order.id, order.client)
        progress.stage = try self.order(order.row).stage
        return progress
    }

    /// Whether an order was cancelled, is to be, or what was here of it was when drivers had the rest: then pieces of it
    /// were brought back, and it went on.
    fileprivate func isCancelled(_ order: Order) throws(Refusal) -> Bool {
        if order.stage == .cancelled || order.isCancelRequested { return true }
        guard order.stage.isOver else { return false }
        return try store.tasks.tasks(of: order.row).contains { $0.kind == .putBack || $0.kind == .unpack }
    }

    /// A cancelled order of this name that is in the archive; nil where it has none such.
    fileprivate func cancelledAndArchived(_ name: OrderName) throws(Refusal) -> OrderSummary? {
        if try store.orders.order(name.order, of: name.client) != nil { return nil }
        guard let summary = try archived(name)?.summary, summary.stage == .cancelled else { return nil }
        return summary
    }

    /// What `order.cancel` answers of an order as it stands.
    func cancelled(_ order: Order) throws(Refusal) -> OrderCancel.Result {
        let now = try self.order(order.row)
        var result = OrderCancel.Result()
        (result.order, result.client, result.stage) = (now.id, now.client, now.stage)
        result.flags = now.flags(at: self.now)
        result.putBack = try piecesToPutBack(of: now.row)
        return result
    }
}
