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
        try order.check()
        let floor = try site.floor(named: order.plan.warehouse)
        let lines = try site.lines(of: order)
        try site.checkStock(for: lines, of: order, on: floor)
        let accepted = try site.accept(order, lines, in: floor.warehouse)
        try site.emitAccepted(accepted, order)
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
        let (accepted, given) = (accepted.canonical, request.json.canonical)
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
    fileprivate func lines(of request: OrderRequest) throws(Refusal) -> [NewOrder.Line] {
        let skus = try skus(request.items.map(\.sku), of: request.client)
        var lines: [NewOrder.Line] = []
        var faults: [Refusal] = []
        for (index, item) in request.items.enumerated() {
            do throws(Refusal) {
                lines.append(
                    NewOrder.Line(
                        line: item.line ?? LineID(String(index + 1)), sku: item.sku,
                        quantity: try skus[index].pieces(item.quantity, item.unit), unit: item.unit,
                        unitQuantity: item.unit == .each ? nil : item.quantity, capacity: item.capacity,
                        lot: item.lot ?? "", minLifeDays: item.minLifeDays))
            } catch { faults.append(error) }
        }
        try Refusal.refuse(for: faults)
        return lines
    }

    /// What is wanted of a SKU must not exceed what nobody else was promised.
    ///
    /// - Throws: every SKU of which there is too little.
    fileprivate func checkStock(
        for lines: [NewOrder.Line], of request: OrderRequest, on floor: Floor
    ) throws(Refusal) {
        struct Want {
            let sku: SKUID
            let lot: String
            var quantity = 0
            var minLifeDays = 0
        }
        var wants: [Want] = []
        for line in lines {
            let index = wants.firstIndex { $0.sku == line.sku && $0.lot == line.lot } ?? wants.count
            if index == wants.count { wants.append(Want(sku: line.sku, lot: line.lot)) }
            wants[index].quantity += line.quantity
            wants[index].minLifeDays = max(wants[index].minLifeDays, line.minLifeDays ?? 0)
        }
        var faults: [Refusal] = []
        for want in wants {
            let free = try available(
                of: want.sku, request.client, on: floor,
                livingUntil: lastDay(
                    ofLife: want.minLifeDays, deliveryAt: request.plan.deliveryAt, on: floor),
                lot: want.lot)
            let left = free - (try promised(of: want.sku, request.client, in: floor.warehouse))
            if want.quantity > left {
                let heldBack = try heldBack(of: want.sku, request.client, on: floor)
                let hint = "receive stock, or allocate from another warehouse"
                faults.append(
                    .stockShort(
                        sku: want.sku.text, wanted: want.quantity, available: max(0, left),
                        hint: heldBack.map { "\($0); \(hint)" } ?? hint))
            }
        }
        try Refusal.refuse(for: faults)
    }

    /// Takes the order in; its lines are promised whole, and so is the sum over each SKU.
    fileprivate func accept(
        _ request: OrderRequest, _ lines: [NewOrder.Line], in warehouse: WarehouseCode
    ) throws(Refusal) -> Order {
        let order = try store.orders.insert(
            NewOrder(
                client: request.client, id: request.order, warehouse: warehouse, content: request.json.canonical,
                priority: request.priority ?? settings.priorityBySLA[request.sla] ?? settings.defaultPriority,
                sla: request.sla, driver: request.plan.driver.flatMap { $0.isEmpty ? nil : $0 },
                pickupAt: request.plan.pickupAt, deliveryAt: request.plan.deliveryAt, notBefore: request.notBefore,
                onShort: request.onShort, lines: lines),
            at: now)
        for line in lines {
            try store.promises.change(by: line.quantity, of: line.sku, request.client, in: warehouse)
        }
        return order
    }

    fileprivate func emitAccepted(_ order: Order, _ request: OrderRequest) throws(Refusal) {
        var data = OrderAccepted()
        data.order = order.id
        for line in try store.orders.lines(of: order.row) {
            data.lines.append(OrderAccepted.Line(line: line.line, sku: line.sku, quantity: line.quantity))
        }
        (data.notes, data.isGift, data.documents) = (request.notes, request.isGift, request.documents)
        if settings.addressesInEvents { data.shipTo = request.shipTo }
        try emit(data, of: order)
    }
}
