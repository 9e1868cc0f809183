public import Domain

/// Totes. A licence plate is found in small and capital letters alike.
public struct ToteTable {
    let db: Connection

    init(_ db: Connection) { self.db = db }

    static let columns = """
        tote, warehouse, length_mm, width_mm, height_mm, tare_g, state, order_row, tour, station
        """

    /// After SELECT: how many totes with goods of the order of row `?1` are on their way to a station.
    static let underWayOfOrder = """
        count(*) FROM tote WHERE order_row = ?1 AND state IN (\(sql: ToteState.bound, .parked))
        """
    /// The totes of a pick's order on the cart of the tour of row `?1`.
    static let ofPickOnTour = "SELECT 1 FROM tote WHERE tote.order_row = pick.order_row AND tote.tour = ?1"
    /// The totes whose goods are to be brought back to their bins.
    static let toBeEmptied = """
        SELECT tote FROM tote INDEXED BY tote_open_put_back WHERE state = \(sql: ToteState.putBack)
        """
    /// A row where a tote is on the cart of the tour of row `?1`.
    static let namingTour = "SELECT 1 FROM tote WHERE tote.tour = ?1"

    private static let byID = SQL("SELECT \(columns) FROM tote WHERE tote = ?")
    private static let onTour = SQL(
        "SELECT \(columns) FROM tote INDEXED BY tote_tour WHERE tour = ? ORDER BY tote")
    private static let ofOrder = SQL(
        "SELECT \(columns) FROM tote INDEXED BY tote_order WHERE order_row = ? ORDER BY tote")
    private static let current = SQL(
        """
        SELECT \(columns) FROM tote INDEXED BY tote_order WHERE order_row = ? AND tour = ?
            AND state = \(sql: ToteState.bound)
        ORDER BY tote LIMIT 1
        """)
    private static let countsByState: SQL = "SELECT state, count(*) FROM tote GROUP BY state ORDER BY state"
    private static let insertion: SQL = """
        INSERT INTO tote (tote, warehouse, length_mm, width_mm, height_mm, tare_g, state) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    private static let measures: SQL = """
        UPDATE tote SET warehouse = ?, length_mm = ?, width_mm = ?, height_mm = ?, tare_g = ? WHERE tote = ?
        """
    private static let step: SQL = """
        UPDATE tote SET state = ?, order_row = ?, tour = ?, station = ? WHERE tote = ? AND state = ?
        """

    /// The tote that a code names; nil where none does.
    public func tote(_ id: ToteID) throws(Refusal) -> Tote? { try db.first(Self.byID, id, read: Tote.init) }

    /// The totes on the cart of a tour, by id.
    public func totes(on tour: TourRow) throws(Refusal) -> [Tote] {
        try db.all(Self.onTour, tour, read: Tote.init)
    }

    /// The totes that are bound to an order, by id.
    public func totes(of order: OrderRow) throws(Refusal) -> [Tote] {
        try db.all(Self.ofOrder, order, read: Tote.init)
    }

    /// The tote that an order's next pick goes into.
    public func current(of order: OrderRow, on tour: TourRow) throws(Refusal) -> Tote? {
        try db.first(Self.current, order, tour, read: Tote.init)
    }

    /// How many totes there are in each state that has any.
    public func counts() throws(Refusal) -> [ToteState: Int] {
        var counts: [ToteState: Int] = [:]
        for (state, count) in try db.all(
            Self.countsByState,
            read: { (columns) throws(Refusal) -> (ToteState, Int) in (try columns.word(), try columns.int()) }
        ) { counts[state] = count }
        return counts
    }

    /// The totes after one, by id, one more than `limit` where there are further ones.
    ///
    /// - Parameter client: whose order is in them.
    public func list(
        state: ToteState? = nil, warehouse: WarehouseCode? = nil, client: ClientID? = nil,
        after last: ToteID? = nil, limit: Int
    ) throws(Refusal) -> [Tote] {
        var text = "SELECT \(Self.columns) FROM tote WHERE tote > ?"
        var values: [any SQLBindable] = [last ?? ""]
        if let state {
            text += " AND state = ?"
            values.append(state)
        }
        if let warehouse {
            text += " AND warehouse IN (?, '')"
            values.append(warehouse)
        }
        if let client {
            text += " AND \(OrderTable.clientOfTote) = ?"
            values.append(client)
        }
        return try db.all(text: text + " ORDER BY tote LIMIT ?", values + [limit + 1], read: Tote.init)
    }

    // MARK: Changes

    /// Makes a licence plate known; a known one keeps its state and the way its id is written.
    public func upsert(
        _ id: ToteID, in warehouse: WarehouseCode, size: SizeMM?, tareG: Int
    ) throws(Refusal) -> (tote: Tote, isNew: Bool) {
        assert(tareG >= 0, "nothing weighs less than nothing")
        if let known = try tote(id) {
            try db.expectOne(
                try db.run(
                    Self.measures, warehouse, size?.length, size?.width, size?.height, tareG, known.id),
                "tote", known.id)
            let tote = Tote(
                id: known.id, warehouse: warehouse, size: size, tareG: tareG, state: known.state,
                order: known.order,
                tour: known.tour, station: known.station)
            return (tote, false)
        }
        let tote = Tote(id: id, warehouse: warehouse, size: size, tareG: tareG)
        try checkInitial(tote.state)
        try db.run(Self.insertion, id, warehouse, size?.length, size?.width, size?.height, tareG, tote.state)
        return (tote, true)
    }

    /// Moves a tote to another state; it belongs to the order, tour and station given, and to no others.
    @discardableResult
    public func move(
        _ tote: Tote, to state: ToteState, order: OrderRow? = nil, tour: TourRow? = nil,
        station: StationCode? = nil
    ) throws(Refusal) -> Tote {
        try tote.state.checkStep(to: state, of: tote.id.text)
        try db.expectOne(
            try db.run(Self.step, state, order, tour, station, tote.id, tote.state), "tote",
            "\(tote.id), \(tote.state.rawValue)")
        var tote = tote
        tote.state = state
        tote.order = order
        tote.tour = tour
        tote.station = station
        return tote
    }

    /// Frees a tote on a cart in which nothing lies, one that was put aside as full too.
    @discardableResult
    public func free(_ tote: Tote) throws(Refusal) -> Tote {
        guard tote.state == .parked else { return try move(tote, to: .free) }
        return try move(try move(tote, to: .bound, order: tote.order, tour: tote.tour), to: .free)
    }
}

extension Tote {
    init(_ columns: inout Columns) throws(Refusal) {
        let (id, warehouse): (ToteID, WarehouseCode) = (try columns.id(), try columns.id())
        let sides = [try columns.optionalInt(), try columns.optionalInt(), try columns.optionalInt()]
            .compactMap { $0 }
        guard sides.isEmpty || sides.count == 3 else { throw columns.unreadable("one side of three") }
        self.init(
            id: id, warehouse: warehouse,
            size: sides.isEmpty ? nil : SizeMM(length: sides[0], width: sides[1], height: sides[2]),
            tareG: try columns.int(), state: try columns.word(), order: try columns.optionalRow(),
            tour: try columns.optionalRow(), station: try columns.optionalID())
    }
}
