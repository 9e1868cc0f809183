import Domain
import Operations

extension OrderGet: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let order = try site.order(name)
        let request = try order.request
        var result = Result()
        result.summary = site.summary(of: order)
        (result.revision, result.acceptedAt) = (order.revision, order.acceptedAt)
        (result.onShort, result.notBefore, result.holdReason) = (
            order.onShort, order.notBefore, order.holdReason
        )
        for line in try site.lines(of: order.row) { result.lines.append(Line(line, of: request)) }
        result.picks = try site.picks(of: order.row).map(Pick.init)
        result.parcels = try site.parcels(of: order.row).map(Parcel.init)
        result.putBack = try site.piecesToPutBack(of: order.row)
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
    fileprivate init(_ pick: Pick) {
        self.init()
        (line, sku, quantity, bin) = (pick.line, pick.sku, pick.quantity, pick.bin)
        lot = pick.lot.isEmpty ? nil : pick.lot
        expiry = pick.expiry.isEmpty ? nil : pick.expiry
        (state, tour, tote, parcel, reason) = (pick.state, pick.tour, pick.tote, pick.parcel, pick.reason)
    }
}

extension OrderGet.Parcel {
    fileprivate init(_ parcel: Parcel) {
        self.init()
        (self.parcel, state, box) = (parcel.row, parcel.state, parcel.box)
        (sscc, weightG) = (parcel.sscc, parcel.weightG)
    }
}

extension OrderList: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let (afterClient, afterOrder) = try OrderKey.read(page.after, client: client)
        let found = try site.rows(
            """
            SELECT * FROM orders WHERE (client, order_id) > (?1, ?2) AND (?3 IS NULL OR client = ?3)
                AND (?4 IS NULL OR stage = ?4) AND (?5 IS NULL OR driver = ?5) AND (?6 IS NULL OR warehouse = ?6)
                AND (?7 IS NULL OR EXISTS (SELECT 1 FROM line WHERE order_row = orders.id AND sku = ?7))
                AND (?9 IS NULL OR order_id = ?9)
            ORDER BY client, order_id LIMIT ?8
            """,
            [
                afterClient, afterOrder, client, stage?.rawValue, driver,
                try site.knownWarehouse(warehouse), sku, page.rowsToRead, order,
            ])
        let (rows, hasMore) = page.cut(found)
        var result = Result()
        result.hasMore = hasMore
        for row in rows { result.orders.append(site.summary(of: try Order(row))) }
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
    static func read(_ text: String?, client: ClientID?) throws(Refusal) -> (ClientID, OrderID) {
        guard let text else { return ("", "") }
        if let client {
            let prefix = "\(client)\(separator)"
            let isWhole = !client.isEmpty && text.hasPrefix(prefix)
            return (client, OrderID(isWhole ? String(text.dropFirst(prefix.count)) : text))
        }
        let parts = text.split(separator: separator, maxSplits: 1).map(String.init)
        return parts.count == 2 ? (ClientID(parts[0]), OrderID(parts[1])) : ("", OrderID(text))
    }
}

extension Transaction {
    fileprivate func summary(of order: Order) -> OrderSummary {
        var summary = OrderSummary()
        (summary.order, summary.stage, summary.flags) = (order.id, order.stage, flags(of: order))
        (summary.sla, summary.priority) = (order.sla, order.priority)
        summary.driver = order.driver.isEmpty ? nil : order.driver
        (summary.client, summary.warehouse) = (order.client, order.warehouse)
        summary.pickupAt = order.pickupAt
        return summary
    }

    /// What stands beside an order's stage.
    func flags(of order: Order) -> [OrderFlag] {
        var flags: [OrderFlag] = []
        if order.isShort { flags.append(.short) }
        if order.isHeld { flags.append(.held) }
        if order.isCancelRequested { flags.append(.cancelRequested) }
        if let pickup = order.pickupAt, pickup < now, !order.stage.isOver { flags.append(.late) }
        return flags
    }
}

extension OrderExplain: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let order = try site.order(name)
        var result = Result()
        (result.order, result.client, result.stage) = (order.id, order.client, order.stage)
        result.why = try site.sentences(on: order)
        if order.isCancelRequested {
            let pieces = try site.piecesToPutBack(of: order.row)
            result.why.append("It is to be cancelled: \(pieces) pieces have yet to be brought back.")
        }
        if order.isShort { result.why.append("It is short: stock that was promised or reserved is not there.") }
        if let pickup = order.pickupAt, !order.stage.isOver {
            let driver = order.driver.isEmpty ? "A driver" : "Driver \(order.driver)"
            result.why.append("\(driver) comes at \(pickup).")
        }
        return result
    }
}

extension Transaction {
    fileprivate func sentences(on order: Order) throws(Refusal) -> [String] {
        let picks = try picks(of: order.row)
        let parcels = try parcels(of: order.row)
        switch order.stage {
        case .accepted:
            if order.isHeld { return ["It is held: \(order.holdReason ?? "no reason was given")."] }
            if let notBefore = order.notBefore, notBefore > now {
                return ["It may not be released before \(notBefore)."]
            }
            return ["Its quantities are promised; nobody has released it yet."]
        case .released, .picking:
            var why: [String] = []
            for tour in Set(picks.compactMap(\.tour)).sorted() {
                why.append("Tour \(tour) is \(try self.tour(tour).state.rawValue).")
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
