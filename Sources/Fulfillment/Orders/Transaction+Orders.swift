import Domain
import JSON
import Operations

extension Transaction {
    /// The order that a caller names, which is not in the archive.
    func order(_ name: OrderName) throws(Refusal) -> Order {
        guard let order = try store.orders.order(name.order, of: name.client) else {
            throw try closed(name) ?? .unknownOrder(name.order.text)
        }
        return order
    }

    /// Why an order that the archive has is not worked on any more; nil where it has none such.
    private func closed(_ name: OrderName) throws(Refusal) -> Refusal? {
        guard let old = try archived(name)?.summary else { return nil }
        return .wrongState(
            thing: "order \(old.order)", state: "\(old.stage.rawValue), in the archive", wanted: "still here")
    }

    func order(_ row: OrderRow) throws(Refusal) -> Order { try store.orders.order(row) }

    /// What was asked for.
    func request(of order: Order) throws(Refusal) -> OrderRequest {
        let content = try store.orders.content(of: order.row)
        guard let request = try? OrderRequest(reading: content) else {
            throw .unreadable("order \(order.id): its content is no order")
        }
        return request
    }

    /// Derives an order's stage anew.
    ///
    /// - Returns: the stage before and after.
    @discardableResult
    func refreshStage(of row: OrderRow) throws(Refusal) -> (before: OrderStage, after: OrderStage) {
        try store.orders.refreshStage(of: row, at: now)
    }

    /// Marks an order short and says so, line by line.
    func markShort(_ row: OrderRow, _ lines: [OrderShort.Line]) throws(Refusal) {
        try store.orders.markShort(row)
        let order = try order(row)
        var data = OrderShort()
        (data.order, data.onShort, data.lines) = (order.id, order.onShort, lines)
        try emit(data, of: order)
    }
}
