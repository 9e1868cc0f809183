public import Domain
public import JSON

/// Sessions. What one is at stands in columns of its own, so that its dialogue need not be read for it.
public struct SessionTable {
    let db: Connection
    /// More than are open at a time.
    private static let keptMax = 4_096
    let kept: RowCache<SessionRow, Session>

    init(_ db: Connection) {
        self.db = db
        kept = RowCache(of: db, rowsMax: Self.keptMax)
    }

    static let columns = """
        id, badge, device, warehouse, station, cart, started_at, ended_at, step, dialogue, tour, order_row, parcel
        """

    /// A row where the session of a row of `tour` is at the tour of row `?1`.
    static let atItsTour = "SELECT 1 FROM session WHERE session.id = tour.session AND session.tour = ?1"

    private static let byRow = SQL("SELECT \(columns) FROM session WHERE id = ?")
    private static let ofBadge = SQL(
        """
        SELECT \(columns) FROM session INDEXED BY session_open
        WHERE badge = ? AND ended_at IS NULL ORDER BY id
        """)
    private static let atOrder = SQL(
        """
        SELECT \(columns) FROM session INDEXED BY session_open_order
        WHERE order_row = ? AND order_row IS NOT NULL AND ended_at IS NULL ORDER BY id
        """)
    private static let atParcel = SQL(
        """
        SELECT \(columns) FROM session INDEXED BY session_open_parcel
        WHERE parcel = ? AND parcel IS NOT NULL AND ended_at IS NULL ORDER BY id
        """)
    private static let openCount = SQL(
        """
        SELECT count(*) FROM session INDEXED BY session_open_id WHERE ended_at IS NULL
        """,
        mayScan: "as many sessions are open as people are at work")
    private static let pickerCount = SQL(
        """
        SELECT count(*) FROM session INDEXED BY session_open_id
        WHERE warehouse = ? AND cart IS NOT NULL AND ended_at IS NULL
        """,
        mayScan: "as many sessions are open as people are at work")
    private static let insertion: SQL = """
        INSERT INTO session (badge, device, warehouse, station, cart, started_at, dialogue) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    private static let advance: SQL = """
        UPDATE session SET step = ?, dialogue = ?, tour = ?, order_row = ?, parcel = ?
        WHERE id = ? AND step = ? AND ended_at IS NULL
        """
    /// Where it is at the same as before: what others find it by is not written, nor its indexes.
    private static let advanceAtTheSame: SQL =
        "UPDATE session SET step = ?, dialogue = ? WHERE id = ? AND step = ? AND ended_at IS NULL"
    private static let move: SQL = """
        UPDATE session SET device = ?, step = step + 1 WHERE id = ? AND step = ? AND ended_at IS NULL
        """
    private static let end: SQL = """
        UPDATE session SET ended_at = ?, dialogue = ?, tour = NULL, order_row = NULL, parcel = NULL
        WHERE id = ? AND ended_at IS NULL
        """

    /// The session, open or ended; nil where there is none.
    public func session(_ row: SessionRow) throws(Refusal) -> Session? {
        try kept.value(for: row) { () throws(Refusal) in try db.first(Self.byRow, row, read: Session.init) }
    }

    /// The open sessions of a badge, on whichever devices, by row.
    public func open(of badge: BadgeID) throws(Refusal) -> [Session] {
        try db.all(Self.ofBadge, badge, read: Session.init)
    }

    /// The open sessions that are at an order, by row.
    public func open(at order: OrderRow) throws(Refusal) -> [Session] {
        try db.all(Self.atOrder, order, read: Session.init)
    }

    /// The open sessions that are at a parcel, by row.
    public func open(at parcel: ParcelRow) throws(Refusal) -> [Session] {
        try db.all(Self.atParcel, parcel, read: Session.init)
    }

    public func openCount() throws(Refusal) -> Int { try db.int(Self.openCount) ?? 0 }

    /// How many are at work with a cart.
    public func pickers(in warehouse: WarehouseCode) throws(Refusal) -> Int {
        try db.int(Self.pickerCount, warehouse) ?? 0
    }

    /// The sessions after one, by row, one more than `limit` where there are further ones.
    public func list(
        isOpen: Bool, warehouse: WarehouseCode? = nil, after last: SessionRow? = nil, limit: Int
    ) throws(Refusal) -> [Session] {
        let index =
            isOpen ? " INDEXED BY session_open_id" : warehouse != nil ? " INDEXED BY session_warehouse" : ""
        var text = "SELECT \(Self.columns) FROM session\(index) WHERE id > ?"
        var values: [any SQLBindable] = [last?.number ?? 0]
        if isOpen { text += " AND ended_at IS NULL" }
        if let warehouse {
            text += " AND warehouse = ?"
            values.append(warehouse)
        }
        return try db.all(text: text + " ORDER BY id LIMIT ?", values + [limit + 1], read: Session.init)
    }

    // MARK: Changes

    /// Begins a session, with the dialogue of one that is at nothing.
    public func insert(_ new: NewSession, idle: JSONObject, at now: Instant) throws(Refusal) -> Session {
        let row: SessionRow = try db.insert(
            Self.insertion, new.badge, new.device, new.warehouse, new.station, new.cart, now,
            JSONValue.object(idle).description)
        return Session(
            row: row, badge: new.badge, device: new.device, warehouse: new.warehouse, station: new.station,
            cart: new.cart, startedAt: now, dialogue: idle)
    }

    /// Moves a dialogue on: the next prompt has the next step number.
    public func advance(
        _ session: Session, to dialogue: JSONObject, at work: SessionWork
    ) throws(Refusal) -> Session {
        var next = session
        next.step += 1
        next.dialogue = dialogue
        next.work = work
        let text = JSONValue.object(dialogue).description
        let changed =
            work == session.work
            ? try db.run(Self.advanceAtTheSame, next.step, text, session.row, session.step)
            : try db.run(
                Self.advance, next.step, text, work.tour, work.order, work.parcel, session.row, session.step)
        try db.expectOne(changed, "session", "\(session.row), open at step \(session.step)")
        kept.wrote(next, for: session.row)
        return next
    }

    /// Another device goes on with a session. The prompt that stands has the next step number: what the device before
    /// has yet to send is no answer to it.
    @discardableResult
    public func move(_ session: Session, to device: DeviceID) throws(Refusal) -> Session {
        try db.expectOne(
            try db.run(Self.move, device, session.row, session.step), "session",
            "\(session.row), open at step \(session.step)")
        var next = session
        next.device = device
        next.step += 1
        kept.wrote(next, for: session.row)
        return next
    }

    /// Ends a session, which is at nothing any more.
    @discardableResult
    public func end(_ session: Session, idle: JSONObject, at now: Instant) throws(Refusal) -> Session {
        try db.expectOne(
            try db.run(Self.end, now, JSONValue.object(idle).description, session.row), "session",
            "\(session.row), open at step \(session.step)")
        var next = session
        next.endedAt = now
        next.dialogue = idle
        next.work = SessionWork()
        kept.wrote(next, for: session.row)
        return next
    }
}

extension Session {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), badge: try columns.id(), device: try columns.id(),
            warehouse: try columns.id(),
            station: try columns.optionalID(), cart: try columns.optionalID(),
            startedAt: try columns.instant(),
            endedAt: try columns.optionalInstant(), step: try columns.int(), dialogue: try columns.object(),
            work: SessionWork(
                tour: try columns.optionalRow(), order: try columns.optionalRow(),
                parcel: try columns.optionalRow()))
    }
}
