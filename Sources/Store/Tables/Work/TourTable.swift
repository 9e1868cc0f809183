public import Domain

/// Tours. How many picks and tasks are on one, and how many of them are over, is counted as these change.
public struct TourTable {
    let db: Connection
    /// More than are walked at a time.
    private static let keptMax = 4_096
    let kept: RowCache<TourRow, Tour>

    init(_ db: Connection) {
        self.db = db
        kept = RowCache(of: db, rowsMax: Self.keptMax)
    }

    static let columns = """
        id, warehouse, kind, state, session, start, finish, cart, priority, length_mm, lower_bound_mm, \
        by_location_code_mm, walked_mm, stands_at, done, total, planned_at, started_at, finished_at
        """

    /// What is walked or has yet to be: the condition of the indexes of open tours.
    static let isUnfinished = "state IN (\(sql: TourState.planned, .started, .paused))"
    /// A row where the tour of a row of `task` is not over.
    static let unfinishedOfTask = "SELECT 1 FROM tour WHERE tour.id = task.tour AND tour.\(isUnfinished)"
    /// A row where the session of row `?1` walks or walked a tour.
    static let namingSession = "SELECT 1 FROM tour INDEXED BY tour_session WHERE tour.session = ?1"

    private static let byRow = SQL("SELECT \(columns) FROM tour WHERE id = ?")
    private static let insertion: SQL = """
        INSERT INTO tour (warehouse, kind, state, start, finish, cart, priority, length_mm, lower_bound_mm,
            by_location_code_mm, planned_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    private static let state: SQL = """
        UPDATE tour SET state = ?, session = ?, started_at = ?, finished_at = ? WHERE id = ? AND state = ?
        """
    private static let counts: SQL = "UPDATE tour SET done = done + ?, total = total + ? WHERE id = ?"
    private static let arrival: SQL = "UPDATE tour SET stands_at = ?, walked_mm = walked_mm + ? WHERE id = ?"
    private static let lengths: SQL = """
        UPDATE tour SET length_mm = ?, lower_bound_mm = ?, by_location_code_mm = ? WHERE id = ?
        """

    public func tour(_ row: TourRow) throws(Refusal) -> Tour {
        let tour = try kept.value(for: row) { () throws(Refusal) in
            try db.first(Self.byRow, row, read: Tour.init)
        }
        guard let tour else { throw .missingRow("tour", row) }
        return tour
    }

    public func insert(_ new: NewTour, at now: Instant) throws(Refusal) -> Tour {
        let state = TourState.planned
        try checkInitial(state)
        let row: TourRow = try db.insert(
            Self.insertion, new.warehouse, new.kind, state, new.start, new.finish, new.cart, new.priority,
            new.lengths.plannedMM, new.lengths.lowerBoundMM, new.lengths.byLocationCodeMM, now)
        return Tour(
            row: row, warehouse: new.warehouse, kind: new.kind, state: state, start: new.start,
            finish: new.finish,
            cart: new.cart, priority: new.priority, lengths: new.lengths, plannedAt: now)
    }

    // MARK: States

    /// A session begins to walk the tour, or goes on with it. Its picks and tasks are claimed by their tables.
    public func start(_ tour: Tour, by session: SessionRow, at now: Instant) throws(Refusal) -> Tour {
        try step(tour, to: .started) {
            $0.session = session
            $0.startedAt = $0.startedAt ?? now
        }
    }

    /// The cart is left where it is; anybody may go on with it.
    @discardableResult
    public func pause(_ tour: Tour) throws(Refusal) -> Tour {
        try step(tour, to: .paused) { $0.session = nil }
    }

    @discardableResult
    public func finish(_ tour: Tour, at now: Instant) throws(Refusal) -> Tour {
        try step(tour, to: .finished) { $0.finishedAt = now }
    }

    /// Nothing is left to walk to.
    @discardableResult
    public func cancel(_ tour: Tour, at now: Instant) throws(Refusal) -> Tour {
        try step(tour, to: .cancelled) { $0.finishedAt = now }
    }

    private func step(_ tour: Tour, to state: TourState, _ edit: (inout Tour) -> Void) throws(Refusal) -> Tour
    {
        try tour.state.checkStep(to: state, of: tour.row.description)
        var next = tour
        next.state = state
        edit(&next)
        try db.expectOne(
            try db.run(
                Self.state, state, next.session, next.startedAt, next.finishedAt, tour.row, tour.state),
            "tour", "\(tour.row), \(tour.state.rawValue)")
        kept.update(tour.row) {
            ($0.state, $0.session) = (state, next.session)
            ($0.startedAt, $0.finishedAt) = (next.startedAt, next.finishedAt)
        }
        return next
    }

    // MARK: The walk

    /// The picker has come to a bin and has walked so far since the one before.
    @discardableResult
    public func arrive(_ tour: Tour, at bin: BinCode, walkedMM: Int) throws(Refusal) -> Tour {
        precondition(walkedMM >= 0, "nobody walks back in time")
        try db.expectOne(try db.run(Self.arrival, bin, walkedMM, tour.row), "tour", tour.row)
        kept.update(tour.row) {
            $0.standsAt = bin
            $0.walkedMM += walkedMM
        }
        var tour = tour
        tour.standsAt = bin
        tour.walkedMM += walkedMM
        return tour
    }

    @discardableResult
    public func setLengths(_ lengths: TourLengths, of tour: Tour) throws(Refusal) -> Tour {
        if tour.lengths == lengths { return tour }
        try db.expectOne(
            try db.run(
                Self.lengths, lengths.plannedMM, lengths.lowerBoundMM, lengths.byLocationCodeMM, tour.row),
            "tour", tour.row)
        kept.update(tour.row) { $0.lengths = lengths }
        var tour = tour
        tour.lengths = lengths
        return tour
    }

    /// A pick or task of the tour came, went, or is over: its table says so.
    func count(done: Int, total: Int, on tour: TourRow) throws(Refusal) {
        if done == 0 && total == 0 { return }
        try db.expectOne(try db.run(Self.counts, done, total, tour), "tour", tour)
        kept.update(tour) {
            $0.done += done
            $0.total += total
        }
    }
}

extension Tour {
    init(_ columns: inout Columns) throws(Refusal) {
        self.init(
            row: try columns.row(), warehouse: try columns.id(), kind: try columns.word(),
            state: try columns.word(),
            session: try columns.optionalRow(), start: try columns.id(), finish: try columns.id(),
            cart: try columns.optionalID(), priority: try columns.int(),
            lengths: TourLengths(
                plannedMM: try columns.int(), lowerBoundMM: try columns.int(),
                byLocationCodeMM: try columns.int()),
            walkedMM: try columns.int(), standsAt: try columns.optionalID(), done: try columns.int(),
            total: try columns.int(), plannedAt: try columns.instant(),
            startedAt: try columns.optionalInstant(),
            finishedAt: try columns.optionalInstant())
    }
}
