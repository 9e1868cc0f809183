public import Domain

extension ParcelTable {
    private static let move = SQL(
        "UPDATE parcel SET state = ?1 WHERE id = ?2 AND state = ?3 RETURNING \(Parcel.columns)")
    private static let close = SQL(
        """
        UPDATE parcel SET state = \(sql: ParcelState.closed), sscc = ?, packed_by = ?, closed_at = ? WHERE id = ?
            AND state = ?
        RETURNING \(Parcel.columns)
        """)
    private static let reopen = SQL(
        """
        UPDATE parcel SET state = \(sql: ParcelState.open), sscc = NULL, closed_at = NULL, closed_event = NULL, labelled_event = NULL
        WHERE id = ? AND state = ?
        RETURNING \(Parcel.columns)
        """)
    private static let closed = SQL(
        """
        UPDATE parcel SET closed_event = ? WHERE id = ? AND state = \(sql: ParcelState.closed)
        RETURNING \(Parcel.columns)
        """)
    private static let labelled = SQL(
        """
        UPDATE parcel SET labelled_event = ? WHERE id = ? AND state = \(sql: ParcelState.labelled)
        RETURNING \(Parcel.columns)
        """)
    private static let load = SQL(
        """
        UPDATE parcel SET manifest = ?, handed_over_at = ? WHERE id = ? AND state = \(sql: ParcelState.handedOver)
        RETURNING \(Parcel.columns)
        """)

    /// Moves a parcel along a legal edge.
    ///
    /// - Throws: ``Refusal/wrongState(thing:state:wanted:)`` where there is no such edge.
    @discardableResult
    public func move(_ parcel: Parcel, to state: ParcelState) throws(Refusal) -> Parcel {
        try parcel.state.checkStep(to: state, of: parcel.name)
        return try found(
            try db.first(Self.move, state, parcel.row, parcel.state, read: Parcel.init), parcel.row)
    }

    /// Seals a parcel under its serial shipping container code.
    public func close(_ parcel: Parcel, sscc: String, by badge: BadgeID?, at now: Instant) throws(Refusal)
        -> Parcel
    {
        try parcel.state.checkStep(to: .closed, of: parcel.name)
        return try found(
            try db.first(Self.close, sscc, badge, now, parcel.row, parcel.state, read: Parcel.init),
            parcel.row)
    }

    /// Opens a parcel whose label is void; its SSCC is never used again. The recorded weight stays.
    public func reopen(_ parcel: Parcel) throws(Refusal) -> Parcel {
        try parcel.state.checkStep(to: .open, of: parcel.name)
        return try found(try db.first(Self.reopen, parcel.row, parcel.state, read: Parcel.init), parcel.row)
    }

    /// Records the parcel's `parcel.closed` event, for one that undoes it.
    public func record(closedEvent sequence: Int, of row: ParcelRow) throws(Refusal) -> Parcel {
        try found(try db.first(Self.closed, sequence, row, read: Parcel.init), row)
    }

    /// Records the parcel's `parcel.labelled` event, for one that undoes it.
    @discardableResult
    public func record(labelledEvent sequence: Int, of row: ParcelRow) throws(Refusal) -> Parcel {
        try found(try db.first(Self.labelled, sequence, row, read: Parcel.init), row)
    }

    /// The driver takes a parcel that is labelled, or further on its way; a site without staging skips those states.
    ///
    /// - Throws: ``Refusal/wrongState(thing:state:wanted:)`` where it is not as far, or has left already.
    public func handOver(_ parcel: Parcel, on manifest: ManifestRow, at now: Instant) throws(Refusal)
        -> Parcel
    {
        let way: [ParcelState] = [.labelled, .staged, .manifested, .handedOver]
        guard let place = way.firstIndex(of: parcel.state), parcel.state != .handedOver else {
            throw .notAllowed(in: parcel.state, of: parcel.name, wanted: [.labelled, .staged, .manifested])
        }
        var parcel = parcel
        for state in way[(place + 1)...] { parcel = try move(parcel, to: state) }
        return try found(try db.first(Self.load, manifest, now, parcel.row, read: Parcel.init), parcel.row)
    }
}
