import Domain
import Operations

/// A tote, or an order, is set on the bench; its boxes are chosen and every piece gets a place.
extension PackStart: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        guard let station = session.station else {
            throw .wrongState(
                thing: "session \(session.row)", state: "with cart \(session.cart?.text ?? "")",
                wanted: "at a station")
        }
        let floor = try site.floor(session.warehouse)
        let order = try site.orderOnBench(code.trimmed, of: client, on: floor)
        let current = try Dialogue(of: session).state
        if let packing = current as? PackingState {
            guard packing.order == order.row else {
                throw .wrongState(
                    thing: "the bench", state: "packing order \(try site.store.orders.id(of: packing.order))",
                    wanted: "free")
            }
            return try site.prompt(session)
        }
        if let unpacking = current as? UnpackState, unpacking.order == order.row {
            return try site.prompt(session)
        }
        try site.checkNobodyElsePacks(order, session)
        if order.isCancelRequested { return try site.beginUnpacking(order, session, on: floor) }
        if order.stage == .picked { try site.planParcels(of: order) }
        guard let parcel = try site.parcelToPack(of: order.row) else {
            throw .notAllowed(in: order.stage, of: order.id.text, wanted: [.picked])
        }
        try site.store.parcels.placeOpenParcels(of: order.row, at: station)
        try site.refreshStage(of: order.row)
        return try DialogueContext(site: site, session: session, floor: floor)
            .begin(at: PackingState(at: parcel))
    }
}

extension Transaction {
    /// Begins to unpack the boxes of an order that is to be cancelled.
    fileprivate func beginUnpacking(_ order: Order, _ session: Session, on floor: Floor) throws(Refusal)
        -> Prompt
    {
        guard let parcel = try parcelToUnpack(of: order.row) else {
            throw .wrongState(
                thing: "order \(order.id)", state: "to be cancelled and its totes go back to the bins",
                wanted: "packed or to be packed")
        }
        return try DialogueContext(site: self, session: session, floor: floor)
            .begin(at: UnpackState(parcel: parcel))
    }

    /// Two people at one parcel would count each other's pieces.
    fileprivate func checkNobodyElsePacks(_ order: Order, _ session: Session) throws(Refusal) {
        let others = try store.sessions.open(at: order.row)
        guard let other = others.first(where: { $0.row != session.row && $0.work.parcel != nil }) else {
            return
        }
        throw .wrongState(
            thing: "order \(order.id)",
            state: "being packed by \(other.badge) at \(other.station?.text ?? "a bench")",
            wanted: "free; that session has to end first")
    }

    /// The order whose tote, or whose own number, was scanned at the bench.
    ///
    /// - Parameter client: whose order, where its number may be another client's too.
    fileprivate func orderOnBench(
        _ code: String, of client: ClientID?, on floor: Floor
    ) throws(Refusal) -> Order {
        let meanings = try meanings(of: code, on: floor)
        var orders: [Order] = []
        for meaning in meanings {
            switch meaning {
            case .tote(let tote):
                guard let row = tote.order, [.atStation, .packing].contains(tote.state) else {
                    throw .wrongState(
                        thing: "tote \(tote.id)", state: try describe(tote), wanted: "at a station with pieces to pack")
                }
                return try checkedHere(try order(row), on: floor)
            case .order(let order): if client == nil || order.client == client { orders.append(order) }
            case .bin, .item, .parcel, .station, .box, .voidedLabel: continue
            }
        }
        if let order = try orderOfWarehouse(of: orders, code, on: floor) {
            return try checkedHere(order, on: floor)
        }
        guard !meanings.isEmpty else { throw .unknownCode(code) }
        throw .wrongTote(
            expected: "a tote at a station, or an order", scanned: code,
            scannedIs: try whatIs(code, on: floor))
    }

    /// The one of these orders, all with the same number, that is of this warehouse; else the first, nil where there is
    /// none.
    private func orderOfWarehouse(of orders: [Order], _ code: String, on floor: Floor) throws(Refusal)
        -> Order?
    {
        let here = orders.filter { $0.warehouse == floor.warehouse }
        guard here.count > 1 else { return here.first ?? orders.first }
        let names = here.map { $0.client.isEmpty ? "order \($0.id)" : "order \($0.id) of \($0.client)" }
        throw .ambiguousCode(code, meanings: names)
    }

    /// The order, refused where it is another warehouse's.
    private func checkedHere(_ order: Order, on floor: Floor) throws(Refusal) -> Order {
        guard order.warehouse == floor.warehouse else {
            throw .wrongState(
                thing: "order \(order.id)", state: "in \(order.warehouse)", wanted: "in \(floor.warehouse)")
        }
        return order
    }
}
