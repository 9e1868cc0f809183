import Domain
import Operations
import Store

/// An order that is closed is told as the archive has it.
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
        result.lines = try store.orders.lines(of: order.row).map { OrderGet.Line($0, of: request) }
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
    fileprivate init(_ line: OrderLine, of request: OrderRequest) {
        self.init()
        (self.line, sku, quantity, promised) = (line.line, line.sku, line.quantity, line.promised)
        (unit, unitQuantity, capacity) = (line.unit, line.unitQuantity, line.capacity)
        (lot, minLifeDays) = (line.lot.isEmpty ? nil : line.lot, line.minLifeDays)
        ext = request.items.enumerated().first { index, item in
            (item.line ?? LineID(String(index + 1))) == line.line
        }?.element.ext
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
        let after = try page.after.map { (key) throws(Refusal) in try OrderKey.read(key, client: client) }
        let filter = OrderFilter(
            order: order, client: client, warehouse: try site.knownWarehouse(warehouse), stage: stage,
            driver: driver, sku: sku)
        let found = try site.store.orders.list(filter, after: after, limit: page.rows)
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        result.orders = rows.map { OrderSummary($0, at: site.now) }
        if let order, page.after == nil { result.orders += try site.archived(order, filter) }
        if hasMore, let last = result.orders.last { result.after = OrderKey.text(last.client, last.order) }
        return result
    }
}

/// Where a page of orders ends: the order's id, with its client before it where it has one.
enum OrderKey {
    private static let separator: Character = "/"

    static func text(_ client: ClientID, _ order: OrderID) -> String {
        client.isEmpty ? order.text : "\(client)\(separator)\(order)"
    }

    /// - Parameter client: the only client that is listed, whose orders may be named by their ids alone.
    static func read(_ text: String, client: ClientID?) throws(Refusal) -> (client: ClientID, id: OrderID) {
        if let client {
            let prefix = "\(client)\(separator)"
            let isWhole = !client.isEmpty && text.hasPrefix(prefix)
            return (client, OrderID(isWhole ? String(text.dropFirst(prefix.count)) : text))
        }
        let parts = text.split(separator: separator, maxSplits: 1).map(String.init)
        return parts.count == 2 ? (ClientID(parts[0]), OrderID(parts[1])) : ("", OrderID(text))
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

extension OrderExplain: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        guard let order = try site.store.orders.order(name.order, of: name.client) else {
            guard let archived = try site.archived(name) else { throw .unknownOrder(name.order.text) }
            return Result(archived)
        }
        var result = Result()
        (result.order, result.client, result.stage) = (order.id, order.client, order.stage)
        result.why = try site.sentences(on: order)
        if order.isCancelRequested {
            let pieces = try site.piecesToPutBack(of: order.row)
            result.why.append("It is to be cancelled: \(pieces) pieces have yet to be brought back.")
        }
        if order.isShort { result.why.append("It is short: stock that was promised or reserved is not there.") }
        if let pickup = order.pickupAt, !order.stage.isOver {
            let driver = order.driver.map { "Driver \($0)" } ?? "A driver"
            result.why.append("\(driver) comes at \(pickup).")
        }
        return result
    }
}

extension OrderExplain.Result {
    /// An order that is closed.
    fileprivate init(_ archived: OrderGet.Result) {
        self.init()
        (order, client, stage) = (archived.summary.order, archived.summary.client, archived.summary.stage)
        why =
            stage == .cancelled
            ? ["It was cancelled."] : ["It is closed: its \(archived.parcels.count) parcels were handed over."]
    }
}

extension Transaction {
    fileprivate func sentences(on order: Order) throws(Refusal) -> [String] {
        let picks = try store.picks.picks(of: order.row)
        let parcels = try store.parcels.parcels(of: order.row)
        switch order.stage {
        case .accepted:
            if order.isHeld { return ["It is held: \(order.holdReason ?? "no reason was given")."] }
            if let notBefore = order.notBefore, notBefore > now {
                return ["It may not be released before \(notBefore)."]
            }
            if case .wait(let why) = try releasePlan(of: order) { return ["It waits: \(why)."] }
            return ["Its quantities are promised; nobody has released it yet."]
        case .released, .picking:
            var why: [String] = []
            if order.isHeld { why.append("It is held: \(order.holdReason ?? "no reason was given").") }
            for tour in Set(picks.compactMap(\.tour)).sorted() {
                why.append("Tour \(tour) is \(try store.tours.tour(tour).state.rawValue).")
            }
            let pooled = picks.count { $0.state == .open && $0.tour == nil }
            if pooled > 0 { why.append("\(pooled) pick\(pooled == 1 ? " waits" : "s wait") for a tour.") }
            if picks.contains(where: { $0.state == .short }), case .wait(let reason) = try releasePlan(of: order) {
                why.append("What is missing waits: \(reason).")
            }
            let left = picks.count { $0.state == .open || $0.state == .claimed }
            why.append("\(picks.count - left) of \(picks.count) picks are done.")
            return why
        case .picked: return ["All its totes are at a station and wait for a packer."]
        case .packing, .packed:
            let done = parcels.count { $0.state.isLabelled }
            return ["\(done) of \(parcels.count) parcels carry their label."]
        case .inTransit, .delivered, .closed: return ["Its \(parcels.count) parcels were handed over."]
        case .cancelled: return ["It was cancelled."]
        }
    }
}
