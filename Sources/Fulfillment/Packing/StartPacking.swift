import Domain
import Cartonization
import Operations

/// A tote, or an order, is set on the bench; its boxes are chosen and every piece gets a place.
extension PackStart: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        guard let station = session.station else {
            throw .wrongState(
                thing: "session \(session.row)", state: "with cart \(session.cart ?? "")", wanted: "at a station")
        }
        let order = try site.orderOnBench(code.trimmed, of: client, on: try site.floor(session.warehouse))
        if case .packing(let packing) = session.dialogue {
            guard packing.order == order.row else {
                throw .wrongState(
                    thing: "the bench", state: "packing order \(try site.order(packing.order).id)", wanted: "free")
            }
            return try site.prompt(session)
        }
        try site.checkNobodyElsePacks(order, session)
        if order.stage == .picked { try site.planParcels(of: order) }
        guard let parcel = try site.openParcel(of: order) else {
            throw .wrongState(
                thing: "order \(order.id)", state: try site.order(order.row).stage.rawValue, wanted: "picked")
        }
        try site.run(
            "UPDATE parcel SET station = ? WHERE order_row = ? AND state = 'open'", [station, order.row])
        try site.renewStage(of: order.row)
        return try site.prompt(try site.advance(session, to: .packing(site.place(of: parcel))))
    }
}

extension Transaction {
    /// Two people at one parcel would count each other's pieces.
    fileprivate func checkNobodyElsePacks(_ order: Order, _ session: Session) throws(Refusal) {
        let other = try row(
            """
            SELECT badge, station FROM session WHERE ended_at IS NULL AND id <> ?
                AND json_extract(dialogue, '$.parcel') IS NOT NULL AND json_extract(dialogue, '$.order') = ?
            """, [session.row, order.row])
        guard let other else { return }
        throw .wrongState(
            thing: "order \(order.id)",
            state: "being packed by \(other["badge"] as String) at \(other["station"] as String)",
            wanted: "free; that session has to end first")
    }

    /// The order whose tote, or whose own number, was scanned at the bench.
    ///
    /// - Parameter client: whose order, where its number may be another client's too.
    fileprivate func orderOnBench(
        _ code: String, of client: ClientID?, on floor: Floor
    ) throws(Refusal) -> Order {
        for meaning in try meanings(of: code, on: floor) {
            switch meaning {
            case .tote(let tote):
                guard let row = tote.order, [.atStation, .packing].contains(tote.state) else {
                    throw .wrongState(
                        thing: "tote \(tote.id)", state: try self.describe(tote), wanted: "at_station")
                }
                return try here(try self.order(row), on: floor)
            case .order(let order):
                guard client == nil || order.client == client else { continue }
                return try here(order, on: floor)
            default: continue
            }
        }
        let whatItIs = try whatIs(code, on: floor)
        guard whatItIs != "not known" else { throw .unknownCode(code) }
        throw .wrongTote(expected: "a tote at a station, or an order", scanned: code, scannedIs: whatItIs)
    }

    /// An order of another warehouse is not packed here.
    private func here(_ order: Order, on floor: Floor) throws(Refusal) -> Order {
        guard order.warehouse == floor.warehouse else {
            throw .wrongState(
                thing: "order \(order.id)", state: "in \(order.warehouse)", wanted: "in \(floor.warehouse)")
        }
        return order
    }

    /// The first parcel of the order that is not labelled yet.
    func openParcel(of order: Order) throws(Refusal) -> Parcel? {
        try parcels(of: order.row).first { !$0.state.isLabelled }
    }

    /// Where the bench's dialogue goes on with a parcel.
    func place(of parcel: Parcel) throws(Refusal) -> Dialogue.Packing {
        var packing = Dialogue.Packing(order: parcel.order, parcel: parcel.row, at: .box)
        let done = try piecesIn(parcel)
        if parcel.state == .closed {
            packing.at = .label
        } else if parcel.weightG != nil {
            packing.at = .close
        } else if done == parcel.plan.pieces.count {
            packing.at = .weight
        } else if done > 0 {
            packing.at = .item
        }
        return packing
    }

    /// How many pieces of the plan are in the box.
    func piecesIn(_ parcel: Parcel) throws(Refusal) -> Int {
        try value(Int.self, "SELECT coalesce(sum(packed), 0) FROM pick WHERE parcel = ?", [parcel.row]) ?? 0
    }
}
