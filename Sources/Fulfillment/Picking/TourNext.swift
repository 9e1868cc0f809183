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
        guard case .idle = try Dialogue(of: session) else { return try site.prompt(session) }
        let floor = try site.floor(session.warehouse)
        let wanted = kinds.isEmpty ? Self.kindsWalked : kinds
        guard let waiting = try site.tourToWalk(wanted, for: session, on: floor) else {
            return try site.prompt(session)
        }
        let tour = try site.start(waiting, by: session)
        let context = DialogueContext(site: site, session: session, floor: floor)
        switch tour.kind {
        case .putBack:
            return try context.begin(PutBackMachine.self, at: PutBackState(tour: tour.row, at: .tote))
        case .count: return try context.begin(CountingMachine.self, at: CountingState(tour: tour.row))
        default: return try context.begin(PickingMachine.self, at: PickingState(tour: tour.row, at: .bind))
        }
    }
}

extension Transaction {
    /// A tour that was left, or the most urgent one that is planned or can be planned of what waits in no tour yet.
    fileprivate func tourToWalk(
        _ kinds: [WorkKind], for session: Session, on floor: Floor
    ) throws(Refusal) -> Tour? {
        let waiting = try store.tours.waiting(in: floor.warehouse, kinds: kinds)
        if let waiting, waiting.state == .paused {
            if waiting.kind != .pick, kinds.contains(.pick), let urgent = try pickTour(before: waiting, on: floor) {
                return urgent
            }
            if let tour = try withoutOwnRecounts(waiting, of: session, on: floor) { return tour }
            return try tourToWalk(kinds, for: session, on: floor)
        }
        if kinds.contains(.pick), let tour = try planPickTour(on: floor, above: waiting?.priority) {
            return tour
        }
        if let waiting { return waiting }
        for kind in kinds {
            switch kind {
            case .putBack: if let tour = try planPutBackTour(on: floor) { return tour }
            case .count: if let tour = try planCountTour(for: session, on: floor) { return tour }
            default: continue
            }
        }
        return nil
    }

    /// A tour of picks that are more urgent than a walk of another kind that was left.
    private func pickTour(before left: Tour, on floor: Floor) throws(Refusal) -> Tour? {
        let waiting = try store.tours.waiting(in: floor.warehouse, kinds: [.pick])
        if let waiting, waiting.priority > left.priority { return waiting }
        return try planPickTour(on: floor, above: left.priority)
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
