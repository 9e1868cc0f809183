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
    fileprivate func lines(of request: OrderRequest) throws(Refusal) -> [NewOrder.Line] {
        let skus = try skus(request.items.map(\.sku), of: request.client)
        var lines: [NewOrder.Line] = []
        var faults: [Refusal] = []
        let names = request.lineNames
        for (index, item) in request.items.enumerated() {
            do throws(Refusal) {
                lines.append(
                    NewOrder.Line(
                        line: names[index], sku: item.sku,
                        quantity: try skus[index].pieces(item.quantity, item.unit), unit: item.unit,
                        unitQuantity: item.unit == .each ? nil : item.quantity, capacity: item.capacity,
                        lot: item.lot ?? "", minLifeDays: item.minLifeDays))
            } catch { faults.append(error) }
        }
        try Refusal.refuse(for: faults)
        return lines
    }

    /// The lines must be served at once by what nobody else was promised; what others were promised may have to come from
    /// the very lots that a line demands.
    ///
    /// - Throws: every SKU of which there is too little, with the demand of which there is.
    fileprivate func checkStock(
        for lines: [NewOrder.Line], of request: OrderRequest, on floor: Floor
    ) throws(Refusal) {
        var faults: [Refusal] = []
        for (sku, wanted) in wants(of: lines, request, on: floor) {
            let promised = try promised(of: sku, request.client, in: floor.warehouse)
            var free = try freePieces(of: sku, request.client, on: floor, for: wanted, beside: promised)
            for want in wanted {
                let left = max(0, free.count(for: want.demand) - promised)
                if want.quantity > left {
                    let heldBack = try heldBack(of: sku, request.client, on: floor)
                    let hint = "receive stock, or allocate from another warehouse"
                    faults.append(
                        .stockShort(
                            sku: sku.text, wanted: want.quantity, available: left,
                            hint: heldBack.map { "\($0); \(hint)" } ?? hint))
                }
                free.take(want.quantity, for: want.demand)
            }
        }
        try Refusal.refuse(for: faults)
    }

    /// The free pieces that may be picked. Where there is one want alone, those that serve it: no more of them than cover
    /// it and all that others were promised, with which it is served whatever else there is.
    private func freePieces(
        of sku: SKUID, _ client: ClientID, on floor: Floor, for wanted: [Want], beside promised: Int
    ) throws(Refusal) -> FreePieces {
        let only = wanted.count == 1 ? wanted.first : nil
        var stock: [FreeStock] = []
        var count = 0
        try store.stock.eachFree(of: sku, client, in: floor.warehouse) { (pieces) throws(Refusal) in
            if let only, !only.demand.admits(lot: pieces.lot, expiry: pieces.expiry) { return true }
            guard floor.isPicked(from: pieces.bin) else { return true }
            stock.append(pieces)
            count += pieces.count
            guard let only else { return true }
            return count < only.quantity + promised
        }
        return FreePieces(stock)
    }

    private typealias Want = (demand: StockDemand, quantity: Int)

    /// What lines want of each SKU, in the order in which it is first named; the most demanding wants first.
    private func wants(
        of lines: [NewOrder.Line], _ request: OrderRequest, on floor: Floor
    ) -> [(sku: SKUID, wants: [Want])] {
        var skus: [SKUID] = []
        var quantities: [StockDemand: Int] = [:]
        var demands: [SKUID: [StockDemand]] = [:]
        for line in lines {
            let demand = demand(
                of: line.sku, lot: line.lot, minLifeDays: line.minLifeDays,
                deliveryAt: request.plan.deliveryAt, on: floor)
            if demands[line.sku] == nil { skus.append(line.sku) }
            if quantities[demand] == nil { demands[line.sku, default: []].append(demand) }
            quantities[demand, default: 0] += line.quantity
        }
        return skus.map { sku in
            let ofSKU = (demands[sku] ?? []).sorted(by: StockDemand.isServedFirst)
            return (sku: sku, wants: ofSKU.map { (demand: $0, quantity: quantities[$0] ?? 0) })
        }
    }

    /// Takes the order in; its lines are promised whole, and so is the sum over each SKU.
    fileprivate func accept(
        _ request: OrderRequest, _ lines: [NewOrder.Line], in warehouse: WarehouseCode
    ) throws(Refusal) -> Order {
        let order = try store.orders.insert(
            NewOrder(
                client: request.client, id: request.order, warehouse: warehouse, content: request.text,
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
