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
        let checked = (site.preparation?.order ?? PreparedOrder(order)).checked
        let (floor, lines) = try site.understood(order, checked)
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
    /// Something that is wrong with a line, which stands at this place in the request.
    typealias LineFault = (line: Int, reason: Refusal)

    /// The floor that serves an order, and the order's lines in pieces, all of which there are.
    ///
    /// - Throws: all that is wrong with the order: the request in itself, its warehouse, and then its lines in their
    ///   order. What there is too little of is told of the lines that can be understood.
    fileprivate func understood(
        _ request: OrderRequest, _ checked: CheckedOrder
    ) throws(Refusal) -> (floor: Floor, lines: [NewOrder.Line]) {
        var faults = checked.faults
        let floor: Result<Floor, Refusal>
        do throws(Refusal) { floor = .success(try self.floor(named: request.plan.warehouse)) } catch {
            floor = .failure(error)
            faults.append(error)
        }
        let (lines, faultsOfLines) = try self.lines(of: request, checked)
        var lineFaults = faultsOfLines
        if case .success(let floor) = floor {
            lineFaults += try shortages(for: lines, of: request, checked, on: floor)
        }
        // The sort is stable: what a line has of its own comes before what its SKU has too little of.
        lineFaults.sort { left, right in left.line < right.line }
        try Refusal.refuse(for: faults + lineFaults.map { $0.reason })
        return (try floor.get(), lines)
    }

    /// The lines of a request in pieces; those that cannot be understood want none. The SKUs that are not known are one
    /// fault, where the first of them stands; every unit that a SKU does not have is one.
    private func lines(
        of request: OrderRequest, _ checked: CheckedOrder
    ) throws(Refusal) -> (lines: [NewOrder.Line], faults: [LineFault]) {
        var skus: [SKU?] = []
        skus.reserveCapacity(checked.goods.count)
        var unknown: [SKUID] = []
        for goods in checked.goods {
            let sku = try store.skus.sku(goods.sku, of: request.client)
            if sku == nil { unknown.append(goods.sku) }
            skus.append(sku)
        }
        var lines: [NewOrder.Line] = []
        lines.reserveCapacity(request.items.count)
        var faults: [LineFault] = []
        for (index, item) in request.items.enumerated() {
            var quantity = 0
            do throws(Refusal) {
                if let sku = skus[checked.goodsOfLine[index]] {
                    quantity = try sku.pieces(item.quantity, item.unit)
                } else if item.sku == unknown.first {
                    try Refusal.refuse(forUnknown: unknown)
                }
            } catch { faults.append((line: index, reason: error)) }
            lines.append(
                NewOrder.Line(
                    line: checked.lineNames[index], sku: item.sku, quantity: quantity, unit: item.unit,
                    unitQuantity: item.unit == .each ? nil : item.quantity, capacity: item.capacity,
                    lot: item.lot ?? "", minLifeDays: item.minLifeDays))
        }
        return (lines, faults)
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
