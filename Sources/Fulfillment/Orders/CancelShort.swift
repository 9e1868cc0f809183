import Domain
import Operations

/// Orders that are cancelled for what is missing.
///
/// Where `on_short` is `cancel`, for any loss: what a picker does not find is no loss yet, and the order waits; what a
/// lead books off, or a count of the bin does not find either, is one. Where it is `ship`, only when nothing at all is
/// left to ship.
extension Transaction {
    /// Cancels those of the orders that ask for it. What a driver has is not called back: the rest of such an order
    /// waits.
    func cancelShort(_ orders: [OrderRow], reason: String) throws(Refusal) {
        for row in Set(orders).sorted() {
            let order = try order(row)
            guard order.onShort == .cancel, !order.isCancelRequested, !order.stage.isOver else { continue }
            if try store.parcels.parcels(of: row).contains(where: { $0.state == .handedOver }) { continue }
            _ = try cancel(order, reason: reason)
        }
    }

    /// A bin was counted: what pickers had not found in it is lost, unless it can be served by now.
    ///
    /// - Parameter isCounted: whether the count was of these goods.
    func confirmShort(
        in bin: BinCode, of warehouse: WarehouseCode, where isCounted: (ClientID, SKUID) -> Bool
    ) throws(Refusal) {
        let picks = try store.picks.picks(shortIn: bin, of: warehouse)
        var lost: [OrderRow] = []
        for row in Set(picks.filter { isCounted($0.client, $0.sku) }.map(\.order)).sorted() {
            let order = try order(row)
            guard order.onShort == .cancel, !order.isHeld else { continue }
            if case .wait = try releasePlan(of: order) { lost.append(row) }
        }
        try cancelShort(lost, reason: AdjustmentReason.count.rawValue)
    }

    /// Whether no piece of an order is to be picked, waits for stock, has been picked or lies in a parcel.
    func isNothingLeft(of order: Order) throws(Refusal) -> Bool {
        let facts = try store.orders.facts(of: order.row)
        return facts.parcels.isEmpty && facts.picks.keys.allSatisfy { $0 == .cancelled || $0 == .lost }
    }
}
