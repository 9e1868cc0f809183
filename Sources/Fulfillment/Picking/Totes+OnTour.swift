import Domain
import Operations
import WarehouseLayout

extension Transaction {
    /// The tote that a code names; case does not matter, as with bins.
    func toteID(_ code: String) throws(Refusal) -> ToteID? {
        try value(ToteID.self, "SELECT tote FROM tote WHERE tote = ?", [code])
    }

    /// Binds a free tote to the next order of the tour that has none.
    func bindTote(
        _ code: String, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        guard let order = try orderWithoutTote(on: picking.tour) else { return try goOn(picking, session) }
        try bind(try freeTote(code, on: floor), to: order, picking)
        var next = picking
        next.at = try nextPlace(on: picking.tour)
        return try advance(session, to: .picking(next))
    }

    /// `*FULL` at the tote prompt: the tote on the cart is closed, the order goes on in a further one.
    func beginFull(_ picking: Dialogue.Picking, _ session: Session) throws(Refusal) -> Session {
        guard picking.at == .tote else {
            throw .wrongState(
                thing: "the prompt", state: picking.at.rawValue, wanted: "tote; say *FULL there")
        }
        var next = picking
        next.isFull = true
        return try advance(session, to: .picking(next))
    }

    func bindFurtherTote(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        let further = try freeTote(code, on: floor)
        if let full = try currentTote(of: pick.order, on: picking.tour) {
            try setTote(full, to: .parked, order: full.order, tour: full.tour)
        }
        try bind(further, to: pick.order, picking)
        var next = picking
        next.isFull = false
        return try advance(session, to: .picking(next))
    }

    private func freeTote(_ code: String, on floor: Floor) throws(Refusal) -> Tote {
        guard let id = try toteID(code) else {
            guard try meanings(of: code, on: floor).isEmpty else {
                throw .wrongTote(
                    expected: "a free tote", scanned: code, scannedIs: try whatIs(code, on: floor))
            }
            throw .unknownTote(code)
        }
        let tote = try tote(id)
        guard tote.state == .free else {
            throw .toteInUse(tote: id.text, by: try describe(tote))
        }
        return tote
    }

    private func bind(_ tote: Tote, to order: OrderRow, _ picking: Dialogue.Picking) throws(Refusal) {
        try setTote(tote, to: .bound, order: order, tour: picking.tour)
    }

    /// The end of the walk: all totes of the cart are set down at a station.
    func dropTotes(
        at code: String, _ picking: Dialogue.Picking, _ session: Session, on floor: Floor
    ) throws(Refusal) -> Session {
        let tour = try tour(picking.tour)
        guard let station = floor.layout.station(code), station.kind == .pack || station.kind == .merge else {
            throw .wrongStation(expected: tour.finish, scanned: code, scannedIs: try whatIs(code, on: floor))
        }
        var orders: Set<OrderRow> = []
        for tote in try totes(on: picking.tour) {
            if let order = tote.order, try hasPicks(in: tote) {
                orders.insert(order)
                try setTote(tote, to: .atStation, order: order, station: station.id.text)
            } else {
                try freeEmpty(tote)
            }
        }
        try finish(tour, totes: orders.count)
        for order in orders.sorted() { try emitPicked(order) }
        return try advance(session, to: .idle)
    }

    /// A tote on a cart in which nothing lies is free for others.
    func freeEmpty(_ tote: Tote) throws(Refusal) {
        if tote.state == .parked { try setTote(tote, to: .bound, order: tote.order, tour: tote.tour) }
        try setTote(try self.tote(tote.id), to: .free)
    }

    private func hasPicks(in tote: Tote) throws(Refusal) -> Bool {
        try value(Int.self, "SELECT 1 FROM pick WHERE tote = ? AND state = 'picked' LIMIT 1", [tote.id])
            != nil
    }

    private func finish(_ tour: FloorTour, totes: Int) throws(Refusal) {
        try tour.state.checkStep(to: .finished, of: tour.row.description)
        try run(
            "UPDATE tour SET state = 'finished', finished_at = ? WHERE id = ?",
            [now.millisecondsSince1970, tour.row])
        try emit(
            TourFinished(tour: tour.row, totes: totes, lengthMM: tour.lengthMM), of: tour.row.description,
            in: tour.warehouse)
    }

    /// Emits `order.picked` once the order's last tote stands at a station.
    private func emitPicked(_ row: OrderRow) throws(Refusal) {
        let stage = try renewStage(of: row)
        guard stage.after == .picked, stage.before != .picked else { return }
        let order = try order(row)
        let picks = try picks(of: row, in: .picked)
        var data = OrderPicked()
        data.order = order.id
        data.quantity = picks.reduce(0) { $0 + $1.quantity }
        data.totes = try totes(of: row).map(\.id)
        data.lines = PickedPieces.summed(picks)
        try emit(data, of: order)
    }
}
