public import Domain

/// The picks of a tour, in walking order.
extension PickTable {
    private static let onTour = SQL(
        "SELECT \(columns) FROM pick INDEXED BY pick_tour WHERE tour = ? ORDER BY position, id")
    private static let onTourInState = SQL(
        "SELECT \(columns) FROM pick INDEXED BY pick_tour WHERE tour = ? AND state = ? ORDER BY position, id")
    private static let claimedOnTour = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_open_claimed WHERE tour = ? AND state = \(sql: PickState.claimed)
        ORDER BY position, id
        """)
    private static let currentOnTour = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_open_claimed WHERE tour = ? AND state = \(sql: PickState.claimed)
        ORDER BY position, id LIMIT 1
        """)
    private static let orderWithoutTote = SQL(
        """
        SELECT order_row FROM pick INDEXED BY pick_open_claimed WHERE tour = ?1 AND state = \(sql: PickState.claimed)
            AND NOT EXISTS (\(ToteTable.ofPickOnTour))
        ORDER BY position, id LIMIT 1
        """)
    private static let lastPicked = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_tour WHERE tour = ? AND state = \(sql: PickState.picked)
        ORDER BY picked_at DESC, position DESC LIMIT 1
        """)
    private static let orders: SQL = """
        SELECT DISTINCT order_row FROM pick INDEXED BY pick_tour WHERE tour = ? ORDER BY order_row
        """
    private static let lastPosition = SQL(
        """
        SELECT max(position) FROM pick INDEXED BY pick_tour WHERE tour = ? AND state <> \(sql: PickState.claimed)
        """)
    private static let leastSkips = SQL(
        """
        SELECT min(skips) FROM pick INDEXED BY pick_open_claimed WHERE tour = ? AND state = \(sql: PickState.claimed)
            AND bin <> ?
        """)

    private static let claimAll = SQL(
        """
        UPDATE pick INDEXED BY pick_tour SET state = \(sql: PickState.claimed), session = ? WHERE tour = ?
            AND state = \(sql: PickState.open)
        """)
    private static let unclaimAll = SQL(
        """
        UPDATE pick INDEXED BY pick_tour SET state = \(sql: PickState.open), session = NULL WHERE tour = ?
            AND state = \(sql: PickState.claimed)
        """)
    private static let place: SQL = "UPDATE pick SET tour = ?, position = ? WHERE id = ?"
    private static let position: SQL = "UPDATE pick SET position = ? WHERE id = ?"
    private static let postponement = SQL(
        """
        UPDATE pick INDEXED BY pick_tour SET skips = ?, position = NULL WHERE tour = ?
            AND state = \(sql: PickState.claimed) AND bin = ?
        """)

    public func picks(on tour: TourRow) throws(Refusal) -> [Pick] {
        try db.all(Self.onTour, tour, read: Pick.init)
    }

    public func picks(on tour: TourRow, in state: PickState) throws(Refusal) -> [Pick] {
        if state == .claimed { return try db.all(Self.claimedOnTour, tour, read: Pick.init) }
        return try db.all(Self.onTourInState, tour, state, read: Pick.init)
    }

    /// The pick that the picker is led to; nil after the last one.
    ///
    /// - Complexity: one search, whatever has been picked before.
    public func current(on tour: TourRow) throws(Refusal) -> Pick? {
        try currentPicks.value(for: tour) { () throws(Refusal) in
            try db.first(Self.currentOnTour, tour, read: Pick.init)
        }
    }

    /// The first order of the tour, in walking order, that has no tote on its cart yet.
    public func orderWithoutTote(on tour: TourRow) throws(Refusal) -> OrderRow? {
        try db.int(Self.orderWithoutTote, tour).map { OrderRow($0) }
    }

    /// The pick that was picked last and has not gone into a parcel.
    public func lastPicked(on tour: TourRow) throws(Refusal) -> Pick? {
        try db.first(Self.lastPicked, tour, read: Pick.init)
    }

    /// The orders that have a pick on the tour, by row.
    public func orders(on tour: TourRow) throws(Refusal) -> [OrderRow] {
        try db.all(Self.orders, tour) { (columns) throws(Refusal) -> OrderRow in try columns.row() }
    }

    /// The last place on the walk of what is not to be walked to any more; 0 where there is none.
    public func lastFinishedPosition(on tour: TourRow) throws(Refusal) -> Int {
        try db.int(Self.lastPosition, tour) ?? 0
    }

    // MARK: Claims

    /// Claims all open picks of a tour for the session that walks it.
    ///
    /// - Returns: how many.
    @discardableResult
    public func claimAll(on tour: TourRow, by session: SessionRow) throws(Refusal) -> Int {
        currentPicks.forget(tour)
        return try db.run(Self.claimAll, session, tour)
    }

    /// Gives back the claims on a tour that is left.
    ///
    /// - Returns: how many.
    @discardableResult
    public func unclaimAll(on tour: TourRow) throws(Refusal) -> Int {
        currentPicks.forget(tour)
        return try db.run(Self.unclaimAll, tour)
    }

    // MARK: The walk

    /// Puts picks on a tour in this order; those that are on it already are numbered anew.
    @discardableResult
    public func put(_ picks: [Pick], on tour: TourRow, from first: Int = 1) throws(Refusal) -> [Pick] {
        var placed: [Pick] = []
        var come = 0
        for (offset, pick) in picks.enumerated() {
            precondition(pick.state.isReserving, "only what is to be picked is walked to")
            precondition(pick.tour == nil || pick.tour == tour, "it leaves the other tour first")
            var pick = pick
            if pick.tour == tour {
                pick = try setPosition(first + offset, of: pick)
            } else {
                try expectOne(try db.run(Self.place, tour, first + offset, pick.row), pick)
                pick.tour = tour
                pick.position = first + offset
                come += 1
            }
            placed.append(pick)
        }
        currentPicks.forget(tour)
        try tours.count(done: 0, total: come, on: tour)
        return placed
    }

    /// An open pick leaves its tour, to be put on another one.
    @discardableResult
    public func removeFromTour(_ pick: Pick) throws(Refusal) -> Pick {
        guard let tour = pick.tour else { return pick }
        guard pick.state == .open else {
            throw .notAllowed(in: pick.state, of: pick.name, wanted: [.open])
        }
        try expectOne(try db.run(Self.place, TourRow?.none, Int?.none, pick.row), pick)
        try tours.count(done: 0, total: -1, on: tour)
        var pick = pick
        pick.tour = nil
        pick.position = nil
        return pick
    }

    /// Sets a pick's place on the walk: ``Pick/inHandPosition`` where its pieces are in hand.
    @discardableResult
    public func setPosition(_ position: Int, of pick: Pick) throws(Refusal) -> Pick {
        if pick.position == position { return pick }
        try expectOne(try db.run(Self.position, position, pick.row), pick)
        var pick = pick
        pick.position = position
        return pick
    }

    /// How often the claimed picks of other bins than this were left for later, at least; nil where there are none.
    public func leastSkips(on tour: TourRow, outside bin: BinCode) throws(Refusal) -> Int? {
        try db.int(Self.leastSkips, tour, bin)
    }

    /// Leaves the claimed picks of a bin for later; their places on the walk have to be found anew.
    public func postpone(_ bin: BinCode, on tour: TourRow, skips: Int) throws(Refusal) {
        currentPicks.forget(tour)
        try db.run(Self.postponement, skips, tour, bin)
    }
}
