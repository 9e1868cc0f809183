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
        if order.isCancelRequested { result.why += try site.sentences(onCancellationOf: order) }
        if order.isShort { result.why.append("It is short: stock that was promised or reserved is not there.") }
        let waiting = try site.labelsAwaited(of: order)
        result.why += waiting.map(\.sentence)
        for job in waiting where job.state == .queued && !result.printers.contains(job.printer) {
            result.printers.append(job.printer)
        }
        if let pickup = order.pickupAt, !order.stage.isOver {
            let driver = order.driver.map { "Driver \($0)" } ?? "A driver"
            result.why.append("\(driver) \(pickup < site.now ? "was to come" : "comes") at \(pickup).")
        }
        return result
    }
}

extension OrderExplain.Result {
    /// An order that is closed.
    fileprivate init(_ archived: OrderGet.Result) {
        self.init()
        (order, client, stage) = (archived.summary.order, archived.summary.client, archived.summary.stage)
        let picks = archived.picks.map { LinePick($0.line, $0.quantity, $0.state, $0.reason) }
        if stage == .cancelled {
            why = [wasCancelled(picks)]
        } else {
            why = ["It is closed: \(counted(archived.parcels.count, "parcel was", "parcels were")) handed over."]
            why += archived.lines.compactMap { notSent($0.line, $0.sku, $0.quantity, picks) }
        }
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
            return ["Stock is promised to it; nobody has released it yet."]
        case .released, .picking:
            var why: [String] = []
            if order.isHeld { why.append("It is held: \(order.holdReason ?? "no reason was given").") }
            for tour in Set(picks.compactMap(\.tour)).sorted() {
                why.append("Tour \(tour) is \(try store.tours.tour(tour).state.rawValue).")
            }
            let pooled = picks.count { $0.state == .open && $0.tour == nil }
            if pooled > 0 { why.append("\(counted(pooled, "pick waits", "picks wait")) for a tour.") }
            if picks.contains(where: { $0.state == .short }), case .wait(let reason) = try releasePlan(of: order) {
                why.append("The missing pieces wait: \(reason).")
            }
            let done = picks.count { $0.state == .picked || $0.state == .packed }
            let wanted = picks.count { $0.state != .cancelled && $0.state != .lost }
            if wanted > 0 { why.append("\(done) of \(counted(wanted, "pick is", "picks are")) done.") }
            return why
        case .picked:
            return order.isCancelRequested ? [] : ["All its totes are at a station and wait for a packer."]
        case .packing, .packed:
            if order.isCancelRequested { return [] }
            let done = parcels.count { $0.state.isLabelled }
            return ["\(done) of \(counted(parcels.count, "parcel carries its", "parcels carry their")) label."]
        case .inTransit, .delivered, .closed:
            let ofLines = picks.map { LinePick($0.line, $0.quantity, $0.state, $0.reason) }
            let lines = try store.orders.lines(of: order.row)
            return ["\(counted(parcels.count, "parcel was", "parcels were")) handed over."]
                + lines.compactMap { notSent($0.line, $0.sku, $0.quantity, ofLines) }
        case .cancelled: return [wasCancelled(picks.map { LinePick($0.line, $0.quantity, $0.state, $0.reason) })]
        }
    }

    /// What is left of an order that is to be cancelled, and who brings it back.
    fileprivate func sentences(onCancellationOf order: Order) throws(Refusal) -> [String] {
        let boxed = try store.tasks.pieces(of: order.row, in: .unpack)
        let inTotes = try store.tasks.pieces(of: order.row, in: .putBack)
        let left = counted(boxed + inTotes, "piece has", "pieces have")
        var why = ["It is to be cancelled: \(left) yet to be brought back."]
        if boxed > 0 {
            why.append("A packer who scans the order empties its boxes: \(counted(boxed, "piece", "pieces")).")
        }
        if inTotes > 0 {
            why.append("A picker brings back what lies in totes: \(counted(inTotes, "piece", "pieces")).")
        }
        return why
    }

    /// Of each parcel that is closed, the newest label, where it is not known to be on paper.
    fileprivate func labelsAwaited(of order: Order) throws(Refusal) -> [LabelJob] {
        var jobs: [LabelJob] = []
        for parcel in try store.parcels.parcels(of: order.row) where parcel.state == .closed {
            guard let sscc = parcel.sscc else { continue }
            guard let job = try store.labels.labels(of: parcel.row, holding: sscc).last else { continue }
            if [.queued, .failed, .unknown].contains(job.state) { jobs.append(job) }
        }
        return jobs
    }
}

extension LabelJob {
    /// Why it has not come out.
    fileprivate var sentence: String {
        switch state {
        case .failed:
            "The label of parcel \(parcel) failed at \(printer)\(outcome.map { ": \($0)" } ?? "") (job \(row))."
        case .unknown: "Nobody knows whether the label of parcel \(parcel) came out of \(printer) (job \(row))."
        default: "The label of parcel \(parcel) waits for printer \(printer) (job \(row))."
        }
    }
}

/// What became of a pick of a line, of an order that is here or in the archive.
private struct LinePick {
    let line: LineID
    let quantity: Int
    let state: PickState
    let reason: String?

    init(_ line: LineID, _ quantity: Int, _ state: PickState, _ reason: String?) {
        (self.line, self.quantity, self.state, self.reason) = (line, quantity, state, reason)
    }
}

private func wasCancelled(_ picks: [LinePick]) -> String {
    let reason = picks.lazy.filter { $0.state == .cancelled }.compactMap(\.reason).first
    return reason.map { "It was cancelled: \($0)." } ?? "It was cancelled."
}

/// How many pieces of a line were never packed, and why; nil where all were.
private func notSent(_ line: LineID, _ sku: SKUID, _ quantity: Int, _ picks: [LinePick]) -> String? {
    let ofLine = picks.filter { $0.line == line }
    let left = quantity - ofLine.filter { $0.state == .packed }.reduce(0) { $0 + $1.quantity }
    guard left > 0 else { return nil }
    let unsent = ofLine.filter { $0.state != .packed }
    let isCancelled = unsent.contains { $0.state == .cancelled }
    let reason = unsent.lazy.compactMap(\.reason).first.map { ": \($0)" } ?? ""
    return "\(left) × \(sku) \(left == 1 ? "was" : "were") \(isCancelled ? "cancelled" : "not sent")\(reason)."
}

/// `1 pick waits`, `2 picks wait`.
private func counted(_ count: Int, _ one: String, _ several: String) -> String {
    "\(count) \(count == 1 ? one : several)"
}
