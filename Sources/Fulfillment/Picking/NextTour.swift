import Domain
import Operations

/// The prompt that stands, or the next tour that waits, claimed for the session that asks.
extension TourNext: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        guard session.cart != nil else {
            throw .wrongState(
                thing: "session \(session.row)", state: "at station \(session.station ?? "")",
                wanted: "with a cart")
        }
        if case .picking = session.dialogue { return try site.prompt(session) }
        guard let tour = try site.waitingTour(in: session.warehouse) else { return try site.prompt(session) }
        return try site.prompt(try site.start(tour, by: session))
    }
}

/// The cart is left; anybody may go on with it.
extension TourPause: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        let picking = try session.onTour()
        return try site.atPrompt(of: session) { () throws(Refusal) in
            try site.check(step, of: session)
            return try site.pause(picking, of: session)
        }
    }
}

extension Transaction {
    /// A paused tour first: its totes stand in somebody's way.
    fileprivate func waitingTour(in warehouse: WarehouseCode) throws(Refusal) -> FloorTour? {
        try row(
            """
            SELECT * FROM tour WHERE warehouse = ? AND state IN ('paused', 'planned')
            ORDER BY state = 'paused' DESC, priority DESC, id LIMIT 1
            """, [warehouse]
        ).map(FloorTour.init)
    }

    fileprivate func start(_ tour: FloorTour, by session: Session) throws(Refusal) -> Session {
        try tour.state.checkStep(to: .started, of: tour.row.description)
        try run(
            "UPDATE tour SET state = 'started', session = ?, started_at = coalesce(started_at, ?) WHERE id = ?",
            [session.row, now.millisecondsSince1970, tour.row])
        let picks = try picks(on: tour.row, in: .open)
        for pick in picks {
            try setPick(pick, to: .claimed)
            try run("UPDATE pick SET session = ? WHERE id = ?", [session.row, pick.row])
        }
        for order in Set(picks.map(\.order)).sorted() { try renewStage(of: order) }
        if tour.state == .planned {
            try emit(
                TourStarted(tour: tour.row, cart: CartCode(session.cart ?? ""), picks: picks.count),
                of: tour.row.description, in: tour.warehouse)
        }
        let picking = Dialogue.Picking(tour: tour.row, at: try nextPlace(on: tour.row))
        return try advance(session, to: .picking(picking))
    }

    /// Where the dialogue of a tour goes on: bind totes, then pick, then drop.
    func nextPlace(on tour: TourRow) throws(Refusal) -> Dialogue.Picking.At {
        if try orderWithoutTote(on: tour) != nil { return .bind }
        return try currentPick(on: tour) == nil ? .station : .bin
    }

    /// The first order of the tour, in walking order, that has no tote on this cart yet.
    func orderWithoutTote(on tour: TourRow) throws(Refusal) -> OrderRow? {
        try value(
            OrderRow.self,
            """
            SELECT pick.order_row FROM pick WHERE pick.tour = ?1 AND pick.state = 'claimed'
                AND NOT EXISTS (SELECT 1 FROM tote WHERE tote.tour = ?1 AND tote.order_row = pick.order_row)
            ORDER BY pick.position, pick.id LIMIT 1
            """, [tour])
    }

    /// The pick that the picker is led to.
    func currentPick(on tour: TourRow) throws(Refusal) -> Pick? {
        try row(
            "SELECT * FROM pick WHERE tour = ? AND state = 'claimed' ORDER BY position, id LIMIT 1", [tour]
        )
        .map(Pick.init)
    }

    func pause(_ picking: Dialogue.Picking, of session: Session) throws(Refusal) -> Prompt {
        try pause(picking.tour, of: session)
        let idle = try advance(session, to: .idle)
        return Prompt(step: idle.step, expect: .none, say: "Tour \(picking.tour) paused", beep: .done)
    }

    func pause(_ row: TourRow, of session: Session) throws(Refusal) {
        let tour = try tour(row)
        try tour.state.checkStep(to: .paused, of: row.description)
        let left = try picks(on: row, in: .claimed)
        for pick in left {
            try setPick(pick, to: .open)
            try run("UPDATE pick SET session = NULL WHERE id = ?", [pick.row])
        }
        for order in Set(left.map(\.order)).sorted() { try renewStage(of: order) }
        try run("UPDATE tour SET state = 'paused', session = NULL WHERE id = ?", [row])
    }
}
