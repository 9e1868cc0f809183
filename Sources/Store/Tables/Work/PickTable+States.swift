public import Domain

/// The steps of one pick from state to state.
extension PickTable {
    private static let claim: SQL = "UPDATE pick SET state = ?, session = ? WHERE id = ? AND state = ?"
    private static let completion: SQL = """
        UPDATE pick SET state = ?, stock = NULL, session = NULL, tote = ?, picked_by = ?, picked_at = ?
        WHERE id = ? AND state = ?
        """
    private static let reopening: SQL = """
        UPDATE pick SET state = ?, stock = ?, session = ?, tote = NULL, picked_by = NULL, picked_at = NULL
        WHERE id = ? AND state = ?
        """
    private static let reservation: SQL = """
        UPDATE pick SET state = ?, lot = ?, expiry = ?, plate = ?, received_at = ?, stock = ?, bin = ?, position = ?,
            skips = 0, reason = NULL
        WHERE id = ? AND state = ?
        """
    private static let ending: SQL = """
        UPDATE pick SET state = ?, stock = NULL, tour = ?, position = ?, session = ?, reason = ? WHERE id = ? AND state = ?
        """

    /// Claims one open pick for a session that walks its tour.
    public func claim(_ pick: Pick, by session: SessionRow) throws(Refusal) -> Pick {
        try pick.checkStep(to: .claimed)
        try expectOne(
            try db.run(Self.claim, PickState.claimed, session, pick.row, pick.state), pick)
        var pick = pick
        pick.state = .claimed
        pick.session = session
        return pick
    }

    /// The pieces are in the tote, out of their bin. Nobody holds the pick any more.
    @discardableResult
    public func complete(
        _ pick: Pick, into tote: ToteID, by badge: BadgeID, at now: Instant
    ) throws(Refusal) -> Pick {
        guard pick.state == .claimed else {
            throw .notAllowed(in: pick.state, of: pick.name, wanted: [.claimed])
        }
        try expectOne(
            try db.run(Self.completion, PickState.picked, tote, badge, now, pick.row, pick.state), pick)
        var done = pick
        done.state = .picked
        done.stock = nil
        done.session = nil
        done.tote = tote
        done.pickedBy = badge
        done.pickedAt = now
        try countStep(from: pick, to: done)
        return done
    }

    /// The pieces are back in a bin, in this record, and the pick is to be done again: by a session at once, or by
    /// whoever walks its tour.
    @discardableResult
    public func reopen(
        _ pick: Pick, in record: StockRow, by session: SessionRow? = nil
    ) throws(Refusal) -> Pick {
        precondition(pick.packed == 0, "what is in a box is taken out first")
        try pick.checkStep(to: .open)
        if session != nil { try PickState.open.checkStep(to: .claimed, of: pick.name) }
        var again = pick
        again.state = session == nil ? .open : .claimed
        again.stock = record
        again.session = session
        again.tote = nil
        again.pickedBy = nil
        again.pickedAt = nil
        try expectOne(
            try db.run(Self.reopening, again.state, record, session, pick.row, pick.state), pick)
        try countStep(from: pick, to: again)
        return again
    }

    /// The pieces are to come from another record, which has them reserved; a pick that was short is open again.
    /// Its place on the walk has to be found anew.
    @discardableResult
    public func reserve(_ pick: Pick, from record: StockRecord) throws(Refusal) -> Pick {
        precondition(record.key.sku == pick.sku && record.key.client == pick.client, "the same goods")
        if pick.state == .short {
            try pick.checkStep(to: .open)
        } else if !pick.state.isReserving {
            throw .notAllowed(in: pick.state, of: pick.name, wanted: [.open, .claimed, .short])
        }
        var moved = pick
        moved.state = pick.state == .short ? .open : pick.state
        moved.goods = record.key.goods
        moved.plate = record.key.plate
        moved.receivedAt = record.receivedAt
        moved.stock = record.row
        moved.bin = record.key.bin
        moved.position = nil
        moved.skips = 0
        moved.reason = nil
        try expectOne(
            try db.run(
                Self.reservation, moved.state, moved.lot, moved.goods.expiryText, moved.plate,
                moved.receivedAt,
                moved.stock, moved.bin, moved.position, pick.row, pick.state), pick)
        try countStep(from: pick, to: moved)
        return moved
    }

    /// No record has the pieces: nobody walks to them.
    @discardableResult
    public func markShort(_ pick: Pick, reason: String) throws(Refusal) -> Pick {
        try end(pick, in: .short, reason: reason)
    }

    /// The pieces are not wanted any more. One that is open, claimed or short leaves its tour; one that was picked
    /// stays on it, as what was done there.
    @discardableResult
    public func cancel(_ pick: Pick, reason: String? = nil) throws(Refusal) -> Pick {
        try end(pick, in: .cancelled, reason: reason ?? pick.reason)
    }

    private func end(_ pick: Pick, in state: PickState, reason: String?) throws(Refusal) -> Pick {
        try pick.checkStep(to: state)
        var ended = pick
        ended.state = state
        ended.stock = nil
        ended.reason = reason
        if pick.state.isReserving || pick.state == .short {
            ended.tour = nil
            ended.position = nil
            ended.session = nil
        }
        try expectOne(
            try db.run(
                Self.ending, state, ended.tour, ended.position, ended.session, reason, pick.row, pick.state),
            pick)
        try countStep(from: pick, to: ended)
        return ended
    }

    /// Keeps the counts of the tour that a pick is or was on.
    private func countStep(from before: Pick, to after: Pick) throws(Refusal) {
        guard let tour = before.tour else { return }
        let wasDone = before.state.isReserving ? 0 : 1
        let isDone = after.tour == nil || after.state.isReserving ? 0 : 1
        try tours.count(done: isDone - wasDone, total: after.tour == nil ? -1 : 0, on: tour)
    }
}

extension Pick {
    /// What a message calls it.
    var name: String { "\(row) (\(sku))" }

    func checkStep(to next: PickState) throws(Refusal) { try state.checkStep(to: next, of: name) }
}
