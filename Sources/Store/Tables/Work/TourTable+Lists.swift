public import Domain

extension TourTable {
    private static let waiting = SQL(
        """
        SELECT \(columns) FROM tour INDEXED BY tour_open
        WHERE warehouse = ? AND state = ? AND kind = ? AND \(isUnfinished)
        ORDER BY priority DESC, id LIMIT 1
        """)
    private static let unfinished = SQL(
        """
        SELECT \(columns) FROM tour INDEXED BY tour_open
        WHERE warehouse = ? AND state = ? AND \(isUnfinished) ORDER BY id
        """,
        mayScan: "carts and people limit the tours of a warehouse that are planned or walked")
    private static let unfinishedCounts = SQL(
        """
        SELECT state, count(*) FROM tour INDEXED BY tour_open
        WHERE \(isUnfinished) GROUP BY state ORDER BY state
        """,
        mayScan: "status counts the tours that are planned or walked, which carts and people limit")

    /// The tour that is to be walked next: a paused one first, because its totes stand in somebody's way, then the
    /// one of the highest priority, then the oldest.
    public func waiting(in warehouse: WarehouseCode, kinds: [WorkKind]) throws(Refusal) -> Tour? {
        for state in [TourState.paused, .planned] {
            var best: Tour?
            for kind in kinds {
                guard let tour = try db.first(Self.waiting, warehouse, state, kind, read: Tour.init) else {
                    continue
                }
                if let best, (best.priority, -best.row.number) > (tour.priority, -tour.row.number) {
                    continue
                }
                best = tour
            }
            if let best { return best }
        }
        return nil
    }

    /// The tours of a warehouse in a state in which there is work on them, by row.
    public func unfinished(_ state: TourState, in warehouse: WarehouseCode) throws(Refusal) -> [Tour] {
        try db.all(Self.unfinished, warehouse, state, read: Tour.init)
    }

    /// How many tours there are in each state in which there is work on them.
    public func unfinishedCounts() throws(Refusal) -> [TourState: Int] {
        var counts: [TourState: Int] = [:]
        for (state, count) in try db.all(
            Self.unfinishedCounts,
            read: { (columns) throws(Refusal) -> (TourState, Int) in (try columns.word(), try columns.int()) }
        ) { counts[state] = count }
        return counts
    }

    /// The tours after one, by row, one more than `limit` where there are further ones.
    public func list(
        state: TourState? = nil, warehouse: WarehouseCode? = nil, after last: TourRow? = nil, limit: Int
    ) throws(Refusal) -> [Tour] {
        let index =
            state != nil ? " INDEXED BY tour_state" : warehouse != nil ? " INDEXED BY tour_warehouse" : ""
        var text = "SELECT \(Self.columns) FROM tour\(index) WHERE id > ?"
        var values: [any SQLBindable] = [last?.number ?? 0]
        if let state {
            text += " AND state = ?"
            values.append(state)
        }
        if let warehouse {
            text += " AND warehouse = ?"
            values.append(warehouse)
        }
        return try db.all(text: text + " ORDER BY id LIMIT ?", values + [limit + 1], read: Tour.init)
    }
}
