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

    /// The lines must be served at once by what nobody else was promised; what others were promised may have to come from
    /// the very lots that a line demands.
    ///
    /// - Throws: every SKU of which there is too little, with the demand of which there is.
    fileprivate func checkStock(
        for lines: [NewOrder.Line], of request: OrderRequest, _ checked: CheckedOrder, on floor: Floor
    ) throws(Refusal) {
        var faults: [Refusal] = []
        for (sku, wanted) in wants(of: lines, request, checked, on: floor) {
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
        of lines: [NewOrder.Line], _ request: OrderRequest, _ checked: CheckedOrder, on floor: Floor
    ) -> [(sku: SKUID, wants: [Want])] {
        assert(lines.count == checked.goodsOfLine.count, "a line for each that was asked for")
        var quantities = checked.goods.map { [Int](repeating: 0, count: $0.wants.count) }
        for (index, line) in lines.enumerated() {
            quantities[checked.goodsOfLine[index]][checked.wantOfLine[index]] += line.quantity
        }
        // Another life is another day: no two wants of the same goods are one demand.
        let arrival = lastDay(ofLife: nil, deliveryAt: request.plan.deliveryAt, on: floor)
        return zip(checked.goods, quantities).map { goods, quantities in
            let wants: [Want] = zip(goods.wants, quantities).map { want, quantity in
                let day = arrival.adding(days: want.minLifeDays)
                return (StockDemand(sku: goods.sku, lot: want.lot, livingUntil: day), quantity)
            }
            return (sku: goods.sku, wants: wants.sorted { StockDemand.isServedFirst($0.demand, $1.demand) })
        }
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
