import Domain
import JSON
import Operations
import Store

/// A closed order is answered as the archive has it.
extension OrderGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        if let order = try site.store.orders.order(name.order, of: name.client) { return try site.details(of: order) }
        guard let archived = try site.archived(name) else { throw .unknownOrder(name.order.text) }
        return archived
    }
}

extension Transaction {
    /// An order with its lines, picks and parcels.
    func details(of order: Order) throws(Refusal) -> OrderGet.Result {
        let request = try request(of: order)
        var result = OrderGet.Result()
        result.summary = OrderSummary(order, at: now)
        (result.revision, result.acceptedAt) = (order.revision, order.acceptedAt)
        (result.onShort, result.notBefore, result.holdReason) = (
            order.onShort, order.notBefore, order.holdReason
        )
        let extras = Dictionary(
            zip(request.lineNames, request.items.map(\.ext)), uniquingKeysWith: { first, _ in first })
        result.lines = try store.orders.lines(of: order.row).map { OrderGet.Line($0, ext: extras[$0.line] ?? nil) }
        result.picks = try store.picks.picks(of: order.row).map(OrderGet.Pick.init)
        result.parcels = try store.parcels.parcels(of: order.row).map(OrderGet.Parcel.init)
        result.putBack = try piecesToPutBack(of: order.row)
        (result.deliveryAt, result.totalCapacity) = (request.plan.deliveryAt, request.totalCapacity)
        (result.shipTo, result.ship, result.notes) = (request.shipTo, request.ship, request.notes)
        (result.isGift, result.documents, result.ext) = (request.isGift, request.documents, request.ext)
        return result
    }
}

extension OrderGet.Line {
    /// - Parameter ext: what the caller gave with the line.
    fileprivate init(_ line: OrderLine, ext: JSONObject?) {
        self.init()
        (self.line, sku, quantity, promised) = (line.line, line.sku, line.quantity, line.promised)
        (unit, unitQuantity, capacity) = (line.unit, line.unitQuantity, line.capacity)
        (lot, minLifeDays) = (line.lot.isEmpty ? nil : line.lot, line.minLifeDays)
        self.ext = ext
    }
}

extension OrderGet.Pick {
    fileprivate init(_ pick: Domain.Pick) {
        self.init()
        (line, sku, quantity, bin) = (pick.line, pick.sku, pick.quantity, pick.bin)
        lot = pick.lot.isEmpty ? nil : pick.lot
        expiry = pick.expiry?.description
        (state, tour, tote, parcel, reason) = (pick.state, pick.tour, pick.tote, pick.parcel, pick.reason)
    }
}

extension OrderGet.Parcel {
    fileprivate init(_ parcel: Domain.Parcel) {
        self.init()
        (self.parcel, state, box) = (parcel.row, parcel.state, parcel.box)
        (sscc, weightG) = (parcel.sscc, parcel.weightG)
    }
}

extension OrderList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        if stage == .closed, order == nil {
            throw .badParams(
                param: "stage", problem: "closed orders lie in the archive; name one of them with order_id")
        }
        let filter = OrderFilter(
            order: order, client: try site.knownClient(client), warehouse: try site.knownWarehouse(warehouse),
            stage: stage,
            driver: driver, sku: sku, flag: flag)
        if let sku, order == nil { return try orders(with: sku, filter, in: site) }
        let after = page.after.map { OrderKey.read($0, client: client) }
        let found = try site.store.orders.list(filter, after: after, limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        result.orders = rows.map { OrderSummary($0, at: site.now) }
        if hasMore, let last = rows.last { result.after = OrderKey.text(last.client, last.id) }
        // The archive's come with the last page: what they are called says nothing of where the next one begins.
        if let order, !hasMore { result.orders += try site.archived(order, filter) }
        return result
    }

    /// Lines of the SKU that are looked at for one page, lest a rare order be searched for among all.
    private static let linesPassedMax = 2_000

    /// A page may be short, or empty, and have others after it.
    private func orders(with sku: SKUID, _ filter: OrderFilter, in site: Transaction) throws(Refusal) -> Result {
        var key: SKUOrderKey?
        if let after = page.after { key = try SKUOrderKey(text: after) }
        let found = try site.store.orders.orders(
            of: sku, filter, after: key, limit: page.rows, passing: Self.linesPassedMax)
        var result = Result()
        result.orders = found.orders.map { OrderSummary($0, at: site.now) }
        (result.hasMore, result.after) = (found.next != nil, found.next?.text)
        return result
    }
}

extension OrderSummary {
    init(_ order: Order, at now: Instant) {
        self.init()
        (self.order, stage, flags) = (order.id, order.stage, order.flags(at: now))
        (sla, priority, driver) = (order.sla, order.priority, order.driver)
        (client, warehouse, pickupAt) = (order.client, order.warehouse, order.pickupAt)
    }
}
