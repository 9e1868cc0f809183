import Domain
import Operations

/// The prompt that stands, or the next tour that waits, claimed for the session that asks.
extension TourNext: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        guard session.cart != nil else {
            throw .wrongState(
                thing: "session \(session.row)", state: "at station \(session.station?.text ?? "")",
                wanted: "with a cart")
        }
        if try Dialogue(of: session).state != nil { return try site.prompt(session) }
        let floor = try site.floor(session.warehouse)
        let wanted = kinds.isEmpty ? Self.kindsWalked : kinds
        let walks = wanted.compactMap { kind in Dialogue.walks.first { $0.kind == kind } }
        guard let waiting = try site.tourToWalk(walks, for: session, on: floor) else {
            return try site.prompt(session)
        }
        guard let walk = walks.first(where: { $0.kind == waiting.kind }) else {
            throw .unreadable("tour \(waiting.row): there is no dialogue for \(waiting.kind.rawValue)")
        }
        let tour = try site.start(waiting, by: session)
        let beginning: any WalkState = walk.init(beginning: tour.row)
        return try DialogueContext(site: site, session: session, floor: floor).begin(at: beginning)
    }
}

extension Transaction {
    /// A tour that was left, or the most urgent one that is planned or can be planned of what waits in no tour yet.
    fileprivate func tourToWalk(
        _ walks: [any WalkState.Type], for session: Session, on floor: Floor
    ) throws(Refusal) -> Tour? {
        let waiting = try store.tours.waiting(in: floor.warehouse, kinds: walks.map { $0.kind })
        if let waiting, waiting.state == .paused {
            for walk in walks where walk.goesFirst && walk.kind != waiting.kind {
                if let tour = try tour(of: walk, before: waiting, for: session, on: floor) { return tour }
            }
            if let tour = try withoutOwnRecounts(waiting, of: session, on: floor) { return tour }
            return try tourToWalk(walks, for: session, on: floor)
        }
        for walk in walks where walk.goesFirst {
            let tour = try walk.planTour(for: session, on: floor, above: waiting?.priority, in: self)
            if let tour { return tour }
        }
        if let waiting { return waiting }
        for walk in walks where !walk.goesFirst {
            if let tour = try walk.planTour(for: session, on: floor, above: nil, in: self) { return tour }
        }
        return nil
    }

    /// A tour that is more urgent than a walk of another kind that was left.
    private func tour(
        of walk: any WalkState.Type, before left: Tour, for session: Session, on floor: Floor
    ) throws(Refusal) -> Tour? {
        let waiting = try store.tours.waiting(in: floor.warehouse, kinds: [walk.kind])
        if let waiting, waiting.priority > left.priority { return waiting }
        return try walk.planTour(for: session, on: floor, above: left.priority, in: self)
    }

    /// Whether `tour.next` has a walk for a session with a cart, as far as that is known without planning it.
    func isTourWaiting(for session: Session, on floor: Floor) throws(Refusal) -> Bool {
        guard session.cart != nil else { return false }
        if try !store.picks.pool(in: floor.warehouse, limit: 1).isEmpty { return true }
        if try store.tours.waiting(in: floor.warehouse, kinds: TourNext.kindsWalked) != nil { return true }
        if try !store.tasks.waitingAtStations(in: floor.warehouse, limit: 1).isEmpty { return true }
        return try !store.tasks.waiting(.count, in: floor.warehouse, by: session.badge, limit: 1).isEmpty
    }

    /// Claims a tour that is planned or was paused, with all that is left to pick on it.
    fileprivate func start(_ waiting: Tour, by session: Session) throws(Refusal) -> Tour {
        let tour = try store.tours.start(waiting, by: session.row, at: now)
        let claimed =
            try store.picks.claimAll(on: tour.row, by: session.row)
            + store.tasks.claimAll(on: tour.row, by: session.row)
        try refreshStages(on: tour)
        if waiting.state == .planned {
            try emit(
                TourStarted(tour: tour.row, cart: session.cart ?? "", picks: claimed),
                of: tour.row.description, in: tour.warehouse)
        }
        return tour
    }

    /// The stages of the orders with picks on a tour, which has changed hands.
    func refreshStages(on tour: Tour) throws(Refusal) {
        for order in try store.picks.orders(on: tour.row) { try refreshStage(of: order) }
    }
}
