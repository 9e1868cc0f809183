import Domain
import Operations
import PickRouting
import WarehouseLayout

extension Transaction {
    /// A tour of the pool for somebody who waits for it; nil where nothing is there that may go before others.
    ///
    /// - Parameter priority: only where something is more urgent than that.
    func planPickTour(on floor: Floor, above priority: Int?) throws(Refusal) -> Tour? {
        guard let first = try store.picks.pool(in: floor.warehouse, limit: 1).first else { return nil }
        if let priority, first.priority <= priority { return nil }
        let effort = PlanningLimits.binEffortAtHand
        for _ in 0..<PlanningLimits.cartsTried {
            guard let planned = plan.removeFirst(in: floor.warehouse, ofPriority: first.priority) else {
                break
            }
            let cart = AdoptCart(planned, mayHaveRoom: true)
            if let tour = try adopt(cart, binEffort: effort) { return tour }
        }
        guard let planned = try nextCart(on: floor) else { return nil }
        return try adopt(AdoptCart(planned, mayHaveRoom: true), binEffort: effort)
    }

    /// A cart of the most urgent orders that wait. Orders that no cart gets to since the layout changed hold up none of
    /// those after them.
    private func nextCart(on floor: Floor) throws(Refusal) -> PlannedCart? {
        var snapshot = PoolSnapshot(
            of: floor, totesPerTour: settings.totesPerTour,
            pickers: try store.sessions.pickers(in: floor.warehouse), at: now)
        while !snapshot.isRead {
            try snapshot.read(store.picks, limit: PlanningLimits.picksAtHand)
            if let cart = NextCart.plan(snapshot) { return cart }
        }
        return nil
    }

    /// Makes a tour of open picks, in the bins that suit all of them together.
    func insertTour(_ loads: [CartLoad], on round: CartRound, binEffort: Int) throws(Refusal) -> Tour {
        let picks = try chooseBins(for: loads, on: round, effort: binEffort)
        let tour = try store.tours.insert(
            NewTour(
                warehouse: round.floor.warehouse, kind: .pick, start: StationCode(round.start.id.text),
                finish: StationCode(round.finish.id.text), cart: round.cart.map { CartCode($0.id.text) },
                priority: loads.map(\.order.priority).max() ?? 0), at: now)
        let walk = try self.walk(
            through: picks, on: tour.row, from: round.start.place, to: round.finish.place, of: round.floor,
            effort: PlanningLimits.walkEffort)
        try store.tours.setLengths(walk.lengths, of: tour)
        return try store.tours.tour(tour.row)
    }

    /// Plans the walk of a tour that nobody has begun, or ends the tour where nothing is left on it; of one begun only
    /// the length is measured anew.
    func replan(_ row: TourRow) throws(Refusal) {
        let tour = try store.tours.tour(row)
        let floor = try floor(tour.warehouse)
        guard tour.state == .planned else { return try measureTour(row, on: floor) }
        guard tour.total > 0 else {
            try store.tours.cancel(tour, at: now)
            return
        }
        guard let start = floor.layout.station(tour.start.text)?.place,
            let finish = floor.layout.station(tour.finish.text)?.place
        else { throw .notConfigured("station \(tour.start) or \(tour.finish) is not in the layout any more") }
        let picks = try store.picks.picks(on: row)
        guard !picks.isEmpty else { return }
        let walk = try walk(through: picks, on: row, from: start, to: finish, of: floor)
        try store.tours.setLengths(walk.lengths, of: tour)
    }

    /// Puts picks on a tour along the shortest walk that keeps to precedence, with positions from `first`.
    func walk(
        through picks: [Pick], on tour: TourRow, from start: PlaceID, to finish: PlaceID, of floor: Floor,
        first: Int = 1, effort: Int = TourPlanner.defaultEffort
    ) throws(Refusal) -> Walk {
        let walk = try Walk(
            through: picks, classes: precedenceClasses(of: picks), from: start, to: finish, on: floor,
            effort: effort)
        try store.picks.put(walk.picks, on: tour, from: first)
        return walk
    }
}
