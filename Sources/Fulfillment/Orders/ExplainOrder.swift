import Domain
import Operations

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
            let left = counted(pieces, "piece has", "pieces have")
            result.why.append("It is to be cancelled: \(left) yet to be brought back.")
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
            ? ["It was cancelled."]
            : ["It is closed: \(counted(archived.parcels.count, "parcel was", "parcels were")) handed over."]
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
            if pooled > 0 { why.append("\(counted(pooled, "pick waits", "picks wait")) for a tour.") }
            if picks.contains(where: { $0.state == .short }), case .wait(let reason) = try releasePlan(of: order) {
                why.append("What is missing waits: \(reason).")
            }
            let left = picks.count { $0.state == .open || $0.state == .claimed }
            why.append("\(picks.count - left) of \(counted(picks.count, "pick is", "picks are")) done.")
            return why
        case .picked: return ["All its totes are at a station and wait for a packer."]
        case .packing, .packed:
            let done = parcels.count { $0.state.isLabelled }
            return ["\(done) of \(counted(parcels.count, "parcel carries its", "parcels carry their")) label."]
        case .inTransit, .delivered, .closed:
            return ["\(counted(parcels.count, "parcel was", "parcels were")) handed over."]
        case .cancelled: return ["It was cancelled."]
        }
    }
}

/// `1 pick waits`, `2 picks wait`.
private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
}
