public import Domain

/// The picks of a parcel: what is in its box, and what is to go in.
extension PickTable {
    private static let ofParcel = SQL(
        "SELECT \(columns) FROM pick INDEXED BY pick_parcel WHERE parcel = ? ORDER BY id")
    private static let toPack = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_parcel
        WHERE parcel = ? AND sku = ? AND state = \(sql: PickState.picked) AND packed < quantity ORDER BY id
        """)
    private static let lastPacked = SQL(
        """
        SELECT \(columns) FROM pick INDEXED BY pick_parcel
        WHERE parcel = ? AND sku = ? AND packed > 0 ORDER BY id DESC LIMIT 1
        """)
    private static let contents: SQL = """
        SELECT sku, sum(packed) FROM pick INDEXED BY pick_parcel WHERE parcel = ? AND packed > 0 GROUP BY sku ORDER BY sku
        """
    private static let unpacked = SQL(
        """
        SELECT sku, sum(quantity - packed) FROM pick INDEXED BY pick_parcel
        WHERE parcel = ? AND state IN (\(sql: PickState.picked, .packed)) AND packed < quantity GROUP BY sku ORDER BY sku
        """)
    private static let skusToPack = SQL(
        """
        SELECT DISTINCT pick.sku FROM pick INDEXED BY pick_order CROSS JOIN parcel ON parcel.id = pick.parcel
        WHERE pick.order_row = ? AND pick.packed < pick.quantity AND pick.state = \(sql: PickState.picked)
            AND parcel.\(ParcelTable.isOpen)
        ORDER BY pick.sku
        """)
    private static let parcelChange: SQL = "UPDATE pick SET parcel = ? WHERE id = ? AND state = ?"
    private static let packing: SQL =
        "UPDATE pick SET packed = ?, state = ? WHERE id = ? AND state = ? AND packed = ?"

    private static let leavingTote: SQL = "UPDATE pick SET tote = NULL WHERE id = ? AND state = ?"
    private static let unpacking: SQL = """
        UPDATE pick SET state = ?, packed = 0, parcel = NULL, tote = ? WHERE id = ? AND state = ? AND packed = ?
        """

    public func picks(of parcel: ParcelRow) throws(Refusal) -> [Pick] {
        try db.all(Self.ofParcel, parcel, read: Pick.init)
    }

    /// The picks of a SKU with pieces that are to go into the box.
    public func picks(toPack sku: SKUID, in parcel: ParcelRow) throws(Refusal) -> [Pick] {
        try db.all(Self.toPack, parcel, sku, read: Pick.init)
    }

    /// The pick of a SKU from which a piece is taken out of the box first.
    public func lastPacked(_ sku: SKUID, in parcel: ParcelRow) throws(Refusal) -> Pick? {
        try db.first(Self.lastPacked, parcel, sku, read: Pick.init)
    }

    /// How many pieces of each SKU are in the box.
    public func contents(of parcel: ParcelRow) throws(Refusal) -> [(sku: SKUID, count: Int)] {
        try db.all(Self.contents, parcel, read: Self.skuAndCount)
    }

    /// How many pieces of each SKU are not in the box yet.
    public func unpacked(of parcel: ParcelRow) throws(Refusal) -> [(sku: SKUID, count: Int)] {
        try db.all(Self.unpacked, parcel, read: Self.skuAndCount)
    }

    /// The SKUs with pieces that are to go into an open parcel of the order.
    public func skusToPack(of order: OrderRow) throws(Refusal) -> [SKUID] {
        try db.all(Self.skusToPack, order) { (columns) throws(Refusal) -> SKUID in try columns.id() }
    }

    private static func skuAndCount(_ columns: inout Columns) throws(Refusal) -> (sku: SKUID, count: Int) {
        (try columns.id(), try columns.int())
    }

    // MARK: Changes

    /// Decides into which parcel a pick goes; nil removes it from the one that it was to go into.
    @discardableResult
    public func setParcel(_ parcel: ParcelRow?, of pick: Pick) throws(Refusal) -> Pick {
        precondition(pick.packed == 0, "what is in a box stays with it")
        guard pick.state == .picked else {
            throw .notAllowed(in: pick.state, of: pick.name, wanted: [.picked])
        }
        try expectOne(try db.run(Self.parcelChange, parcel, pick.row, pick.state), pick)
        var pick = pick
        pick.parcel = parcel
        return pick
    }

    /// Pieces of a pick go into its parcel's box, which counts them; with the last one the pick is packed.
    @discardableResult
    public func pack(_ pieces: Int, of pick: Pick) throws(Refusal) -> (pick: Pick, parcel: Parcel) {
        precondition(pieces >= 0 && pieces <= pick.unpacked, "no more than there are")
        var packed = pick
        packed.packed += pieces
        if packed.unpacked == 0 {
            try pick.checkStep(to: .packed)
            packed.state = .packed
        }
        return try setPacked(packed, was: pick)
    }

    /// One piece of a pick is out of the box again, which counts it.
    @discardableResult
    public func unpackOne(of pick: Pick) throws(Refusal) -> (pick: Pick, parcel: Parcel) {
        precondition(pick.packed > 0, "one that is in")
        var out = pick
        out.packed -= 1
        if pick.state == .packed {
            try pick.checkStep(to: .picked)
            out.state = .picked
        }
        return try setPacked(out, was: pick)
    }

    /// What is not in the box lies on the bench: its tote is not there any more.
    @discardableResult
    public func leaveTote(_ pick: Pick) throws(Refusal) -> Pick {
        precondition(pick.parcel != nil, "only what belongs to a box lies on the bench")
        try expectOne(try db.run(Self.leavingTote, pick.row, pick.state), pick)
        var pick = pick
        pick.tote = nil
        return pick
    }

    /// All pieces of a pick are out of its parcel and lie in a tote; the parcel counts them no more.
    @discardableResult
    public func unpackAll(of pick: Pick, into tote: ToteID) throws(Refusal) -> Pick {
        guard let parcel = pick.parcel else { throw .missingRow("pick", "\(pick.row), in a parcel") }
        if pick.state != .picked { try pick.checkStep(to: .picked) }
        try expectOne(try db.run(Self.unpacking, PickState.picked, tote, pick.row, pick.state, pick.packed), pick)
        if pick.packed > 0 { try ParcelTable(db).recordPacked(-pick.packed, in: parcel) }
        var out = pick
        out.state = .picked
        out.packed = 0
        out.parcel = nil
        out.tote = tote
        return out
    }

    private func setPacked(_ pick: Pick, was before: Pick) throws(Refusal) -> (pick: Pick, parcel: Parcel) {
        guard let parcel = pick.parcel else { throw .missingRow("pick", "\(pick.row), in a parcel") }
        try expectOne(
            try db.run(Self.packing, pick.packed, pick.state, pick.row, before.state, before.packed), before)
        return (pick, try ParcelTable(db).recordPacked(pick.packed - before.packed, in: parcel))
    }
}
