import Domain
import JSON
import Operations

/// Accepts an order and promises its quantities, or refuses it whole. The same order with the same content is
/// acknowledged again.
extension OrderAllocate: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        if let existing = try site.store.orders.order(order.order, of: order.client) {
            return try Result(existing, asAccepted: try site.store.orders.content(of: existing.row), sentAgain: order)
        }
        if let old = try site.store.archive.order(order.order, of: order.client) {
            throw .orderConflict(order: old.id.text, difference: "the whole order; it was closed at \(old.endedAt)")
        }
        let checked = try (site.preparation?.order ?? PreparedOrder(order)).get()
        let floor = try site.floor(named: order.plan.warehouse)
        let lines = try site.lines(of: order, checked)
        try site.checkStock(for: lines, of: order, checked, on: floor)
        let accepted = try site.accept(order, checked, lines, in: floor.warehouse)
        try site.emitAccepted(accepted, order, lines)
        return Result(accepted)
    }
}

extension OrderAllocate.Result {
    fileprivate init(_ accepted: Order) {
        self.init()
        (order, client, revision) = (accepted.id, accepted.client, accepted.revision)
        (stage, warehouse) = (accepted.stage, accepted.warehouse)
    }

    fileprivate init(
        _ existing: Order, asAccepted accepted: JSONObject, sentAgain request: OrderRequest
    ) throws(Refusal) {
        // Objects are equal whatever the order of their members, which earlier versions sorted.
        let given = request.json
        guard accepted == given else {
            let keys = (accepted.keys + given.keys.filter { accepted[$0] == nil }).filter {
                accepted[$0] != given[$0]
            }
            throw .orderConflict(order: existing.id.text, difference: keys.sorted().joined(separator: ", "))
        }
        self.init(existing)
    }
}

extension Transaction {
    /// The lines of a request in pieces.
    ///
    /// - Throws: every SKU that is not known; or every unit that a SKU does not have.
    fileprivate func lines(
        of request: OrderRequest, _ checked: CheckedOrder
    ) throws(Refusal) -> [NewOrder.Line] {
        let skus = try skus(checked.goods.map(\.sku), of: request.client)
        var lines: [NewOrder.Line] = []
        lines.reserveCapacity(request.items.count)
        var faults: [Refusal] = []
        for (index, item) in request.items.enumerated() {
            do throws(Refusal) {
                let sku = skus[checked.goodsOfLine[index]]
                lines.append(
                    NewOrder.Line(
                        line: checked.lineNames[index], sku: item.sku,
                        quantity: try sku.pieces(item.quantity, item.unit), unit: item.unit,
                        unitQuantity: item.unit == .each ? nil : item.quantity, capacity: item.capacity,
                        lot: item.lot ?? "", minLifeDays: item.minLifeDays))
            } catch { faults.append(error) }
        }
        try Refusal.refuse(for: faults)
        return lines
    }

    /// Takes the order in; its lines are promised whole, and so is the sum over each SKU.
    fileprivate func accept(
        _ request: OrderRequest, _ checked: CheckedOrder, _ lines: [NewOrder.Line], in warehouse: WarehouseCode
    ) throws(Refusal) -> Order {
        let order = try store.orders.insert(
            NewOrder(
                client: request.client, id: request.order, warehouse: warehouse, content: checked.text,
                priority: request.priority ?? settings.priorityBySLA[request.sla] ?? settings.defaultPriority,
                sla: request.sla, driver: request.plan.driver.flatMap { $0.isEmpty ? nil : $0 },
                pickupAt: request.plan.pickupAt, deliveryAt: request.plan.deliveryAt, notBefore: request.notBefore,
                onShort: request.onShort, lines: lines),
            content: checked.content, at: now)
        for line in lines {
            try store.promises.change(by: line.quantity, of: line.sku, request.client, in: warehouse)
        }
        return order
    }

    fileprivate func emitAccepted(
        _ order: Order, _ request: OrderRequest, _ lines: [NewOrder.Line]
    ) throws(Refusal) {
        var data = OrderAccepted()
        data.order = order.id
        data.lines = lines.map { OrderAccepted.Line(line: $0.line, sku: $0.sku, quantity: $0.quantity) }
        (data.notes, data.isGift, data.documents) = (request.notes, request.isGift, request.documents)
        if settings.addressesInEvents { data.shipTo = request.shipTo }
        try emit(data, of: order)
    }
}
