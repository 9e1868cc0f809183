public import Domain
import JSON

/// Tasks: work that serves no line.
///
/// A tour's count of what is over on it changes in the same method as the task's state.
public struct TaskTable {
    let db: Connection
    let tours: TourTable

    init(_ db: Connection, tours: TourTable) {
        self.db = db
        self.tours = tours
    }

    static let columns = """
        id, kind, state, warehouse, client, sku, lot, expiry, quantity, source_bin, source_tote, target_bin, order_row, \
        pick, parcel, tour, position, session, facts, reason, priority, not_by, for_lead, opened_at, ended_at, ended_by
        """

    /// What somebody has yet to do: the condition of the indexes of open tasks.
    static let isUnfinished = "state IN (\(sql: TaskState.open, .claimed, .loaded))"
    /// A row where a task is on the tour of row `?1`, or was done there.
    static let namingTour = "SELECT 1 FROM task WHERE task.tour = ?1"
    /// A row where the session of row `?1` is or was at a task.
    static let namingSession = "SELECT 1 FROM task INDEXED BY task_session WHERE task.session = ?1"

    private static let byRow = SQL("SELECT \(columns) FROM task WHERE id = ?")
    private static let insertion: SQL = """
        INSERT INTO task (kind, state, warehouse, client, sku, lot, expiry, quantity, source_bin, source_tote, target_bin,
            order_row, pick, parcel, session, facts, reason, priority, not_by, for_lead, opened_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    private static let step: SQL = """
        UPDATE task SET state = ?, tour = ?, position = ?, session = ?, reason = ?, ended_at = ?, ended_by = ?
        WHERE id = ? AND state = ?
        """
    private static let details: SQL = """
        UPDATE task SET client = ?, sku = ?, quantity = ?, source_bin = ?, source_tote = ?, target_bin = ?, facts = ?,
            priority = ?, not_by = ?, for_lead = ?
        WHERE id = ? AND state = ?
        """
    private static let removal: SQL = "DELETE FROM task WHERE order_row = ?"

    public func task(_ row: TaskRow) throws(Refusal) -> WorkTask? {
        try db.first(Self.byRow, row, read: WorkTask.init)
    }

    /// Opens a task, or one that a session is at already.
    public func insert(
        _ new: NewTask, claimedBy session: SessionRow? = nil, at now: Instant
    ) throws(Refusal) -> WorkTask {
        assert(new.quantity >= 0, "pieces are not below none")
        let state: TaskState = session == nil ? .open : .claimed
        try checkInitial(state)
        let row: TaskRow = try db.insert(
            Self.insertion, new.kind, state, new.warehouse, new.client, new.sku.orEmpty(), new.lot,
            new.expiry?.description ?? "",
            new.quantity, new.sourceBin, new.sourceTote, new.targetBin, new.order, new.pick, new.parcel,
            session,
            JSONValue.object(new.facts.json).description, new.reason, new.priority, new.notBy, new.isForLead, now)
        return WorkTask(row: row, state: state, work: new, session: session, openedAt: now)
    }

    /// Removes the tasks of an order that the archive has. Tours go on counting them.
    public func remove(of order: OrderRow) throws(Refusal) { try db.run(Self.removal, order) }

    // MARK: States

    public func claim(_ task: WorkTask, by session: SessionRow) throws(Refusal) -> WorkTask {
        try step(task, to: .claimed) { $0.session = session }
    }

    /// The person who had it has gone; anybody may do it.
    @discardableResult
    public func unclaim(_ task: WorkTask) throws(Refusal) -> WorkTask {
        try step(task, to: .open) { $0.session = nil }
    }

    /// The goods are in hand, or on the truck.
    @discardableResult
    public func load(_ task: WorkTask) throws(Refusal) -> WorkTask { try step(task, to: .loaded) { _ in } }

    /// What was done without anybody having claimed it, as a count that a lead brings, goes through `claimed` at once.
    @discardableResult
    public func complete(_ task: WorkTask, by badge: BadgeID?, at now: Instant) throws(Refusal) -> WorkTask {
        let begun = task.state == .open ? try step(task, to: .claimed) { _ in } : task
        return try step(begun, to: .done) {
            $0.endedAt = now
            $0.endedBy = badge
        }
    }

    /// It need not be done any more. It leaves its tour.
    @discardableResult
    public func cancel(
        _ task: WorkTask, reason: String? = nil, by badge: BadgeID? = nil, at now: Instant
    ) throws(Refusal) -> WorkTask {
        try step(task, to: .cancelled) {
            $0.tour = nil
            $0.position = nil
            $0.work.reason = reason ?? $0.work.reason
            $0.endedAt = now
            $0.endedBy = badge
        }
    }

    private func step(
        _ task: WorkTask, to state: TaskState, _ edit: (inout WorkTask) -> Void
    ) throws(Refusal) -> WorkTask {
        try task.state.checkStep(to: state, of: task.row.description)
        var next = task
        next.state = state
        edit(&next)
        try db.expectOne(
            try db.run(
                Self.step, state, next.tour, next.position, next.session, next.work.reason, next.endedAt,
                next.endedBy,
                task.row, task.state), "task", "\(task.row), \(task.state.rawValue)")
        if let tour = task.tour {
            let isDone = next.tour != nil && !state.isUnfinished
            try tours.count(done: isDone ? 1 : 0, total: next.tour == nil ? -1 : 0, on: tour)
        }
        return next
    }

    // MARK: Details

    /// Writes what has been learned of an unfinished task: which goods and how many, from where, to where, its facts,
    /// and whose it is.
    @discardableResult
    public func update(_ task: WorkTask, _ edit: (inout NewTask) -> Void) throws(Refusal) -> WorkTask {
        precondition(task.state.isUnfinished, "what is over is not changed any more")
        var next = task
        edit(&next.work)
        assert(next.quantity >= 0, "pieces are not below none")
        let work = next.work
        try db.expectOne(
            try db.run(
                Self.details, work.client, work.sku.orEmpty(), work.quantity, work.sourceBin, work.sourceTote,
                work.targetBin, JSONValue.object(work.facts.json).description, work.priority, work.notBy, work.isForLead,
                task.row, task.state),
            "task",
            "\(task.row), \(task.state.rawValue)")
        return next
    }
}

extension WorkTask {
    init(_ columns: inout Columns) throws(Refusal) {
        let row: TaskRow = try columns.row()
        let kind: WorkKind = try columns.word()
        let state: TaskState = try columns.word()
        var work = NewTask(kind: kind, warehouse: try columns.id())
        work.client = try columns.id()
        work.sku = try columns.idOrNone()
        work.lot = try columns.text()
        work.expiry = try columns.dayOrNone()
        work.quantity = try columns.int()
        work.sourceBin = try columns.optionalID()
        work.sourceTote = try columns.optionalID()
        work.targetBin = try columns.optionalID()
        work.order = try columns.optionalRow()
        work.pick = try columns.optionalRow()
        work.parcel = try columns.optionalRow()
        let (tour, position): (TourRow?, Int?) = (try columns.optionalRow(), try columns.optionalInt())
        let session: SessionRow? = try columns.optionalRow()
        let kept = try columns.object()
        guard let facts = WorkFacts(json: kept) else {
            throw columns.unreadable(JSONValue.object(kept).description)
        }
        work.facts = facts
        work.reason = try columns.optionalText()
        work.priority = try columns.int()
        work.notBy = try columns.optionalID()
        work.isForLead = try columns.flag()
        self.init(
            row: row, state: state, work: work, tour: tour, position: position, session: session,
            openedAt: try columns.instant(), endedAt: try columns.optionalInstant(),
            endedBy: try columns.optionalID())
    }
}
