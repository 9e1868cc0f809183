public import Domain

/// Stages are derived from picks, totes and parcels; how many orders are in each is counted as they change.
extension OrderTable {
    private static let factsOfRow = SQL(
        """
        SELECT \(sql: FactSource.order), stage, (released_at IS NOT NULL) + 2 * is_cancelled FROM orders WHERE id = ?1
        UNION ALL SELECT \(sql: FactSource.pick), \(PickTable.statesOfOrder)
        UNION ALL SELECT \(sql: FactSource.parcel), \(ParcelTable.statesOfOrder)
        UNION ALL SELECT \(sql: FactSource.tote), '', \(ToteTable.underWayOfOrder)
        """)
    private static let stageChange: SQL = "UPDATE orders SET stage = ?, ended_at = ? WHERE id = ?"
    private static let endOfRow: SQL = "SELECT ended_at FROM orders WHERE id = ?"
    private static let countByStage = SQL(
        "SELECT stage, count(*) FROM orders INDEXED BY order_stage GROUP BY stage",
        mayScan: "they are counted in an index once, when the file is opened; orders that are over leave for the archive")

    /// Which table a row of ``factsOfRow`` is from.
    private enum FactSource: String, SQLBindable {
        case order, pick, parcel, tote
    }

    private enum Fact {
        case order(OrderStage, flags: Int)
        case picks(PickState, Int)
        case parcels(ParcelState, Int)
        case totesUnderWay(Int)

        init(_ columns: inout Columns) throws(Refusal) {
            switch try columns.word() as FactSource {
            case .order: self = .order(try columns.word(), flags: try columns.int())
            case .pick: self = .picks(try columns.word(), try columns.int())
            case .parcel: self = .parcels(try columns.word(), try columns.int())
            case .tote:
                columns.skip()
                self = .totesUnderWay(try columns.int())
            }
        }
    }

    /// What the order's stage is derived from, as it stands.
    public func facts(of row: OrderRow) throws(Refusal) -> OrderFacts { try stageAndFacts(of: row).facts }

    /// The stage that is kept of an order, and the one that its picks, totes and parcels give.
    public func stages(of row: OrderRow) throws(Refusal) -> (kept: OrderStage, derived: OrderStage) {
        let (kept, facts) = try stageAndFacts(of: row)
        return (kept, facts.stage)
    }

    private func stageAndFacts(of row: OrderRow) throws(Refusal) -> (stage: OrderStage, facts: OrderFacts) {
        var facts = OrderFacts()
        var current: OrderStage?
        for fact in try db.all(Self.factsOfRow, row, read: Fact.init) {
            switch fact {
            case .order(let stage, let flags):
                current = stage
                facts.isReleased = flags & 1 != 0
                facts.isCancelled = flags & 2 != 0
            case .picks(let state, let count): facts.picks[state] = count
            case .parcels(let state, let count): facts.parcels[state] = count
            case .totesUnderWay(let count): facts.totesUnderWay = count
            }
        }
        guard let current else { throw missing(row) }
        return (current, facts)
    }

    /// Derives the stage anew and keeps it, with the moment in which the order ended.
    ///
    /// - Returns: the stage before and after.
    @discardableResult
    public func refreshStage(
        of row: OrderRow, at now: Instant
    ) throws(Refusal) -> (before: OrderStage, after: OrderStage) {
        let (before, facts) = try stageAndFacts(of: row)
        let after = facts.stage
        guard after != before else { return (before, after) }
        let endedAt = try end(of: row, before, after, at: now)
        kept.forget(row)
        try db.expectOne(try db.run(Self.stageChange, after, endedAt, row), "orders", row)
        stageCounts.add(-1, to: before)
        stageCounts.add(1, to: after)
        return (before, after)
    }

    /// From one stage that is over to another the end stays; an order that is taken up again has none.
    private func end(
        of row: OrderRow, _ before: OrderStage, _ after: OrderStage, at now: Instant
    ) throws(Refusal) -> Instant? {
        if !after.isOver { return nil }
        if !before.isOver { return now }
        return try db.int(Self.endOfRow, row).map { Instant(millisecondsSince1970: $0) } ?? now
    }

    /// How many orders there are in each stage that has any, the archive left out.
    ///
    /// - Complexity: independent of their number.
    public func counts() throws(Refusal) -> [OrderStage: Int] { stageCounts.all }

    /// Counts the orders. Those whose stage cannot be read are in none; the audit names them.
    ///
    /// - Complexity: linear in the orders outside the archive.
    static func countStages(in db: Connection) throws(Refusal) -> [(OrderStage, Int)] {
        let found = try db.all(countByStage) { (columns) throws(Refusal) -> (stage: OrderStage?, count: Int) in
            (stage: OrderStage(rawValue: try columns.text()), count: try columns.int())
        }
        return found.compactMap { group in group.stage.map { ($0, group.count) } }
    }
}
