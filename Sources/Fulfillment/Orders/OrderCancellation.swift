import Domain
import Operations

extension Transaction {
    /// Cancels an order that is still here.
    func cancel(_ order: Order, reason: String?) throws(Refusal) -> OrderCancel.Result {
        let facts = try facts(of: order.row)
        let begun = [PickState.claimed, .picked, .packed].contains { (facts.picks[$0] ?? 0) > 0 }
        guard order.stage == .accepted || order.stage == .released, !begun else {
            throw .wrongState(
                thing: "order \(order.id)", state: order.stage.rawValue,
                wanted: "accepted or released; no pick of it may have begun")
        }
        try dropOpenPicks(of: order)
        for line in try lines(of: order.row) { try promise(line, -line.promised, in: order.warehouse) }
        try run("UPDATE orders SET is_cancelled = 1, is_short = 0 WHERE id = ?", [order.row])
        try renewStage(of: order.row)
        try emit(OrderCancelled(order.id, reason: reason), of: order)
        let floor = try floor(order.warehouse)
        for line in try lines(of: order.row) { try renewPromises(of: line.sku, line.client, on: floor) }
        return try cancelled(order)
    }

    /// Pieces of an order that somebody has yet to bring back to their bins.
    func piecesToPutBack(of order: OrderRow) throws(Refusal) -> Int { 0 }
}
