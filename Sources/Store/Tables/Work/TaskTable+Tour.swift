public import Domain

/// The tasks of a tour, in walking order.
extension TaskTable {
    private static let onTour = SQL(
        "SELECT \(columns) FROM task INDEXED BY task_tour WHERE tour = ? ORDER BY position, id")
    private static let current = SQL(
        """
        SELECT \(columns) FROM task INDEXED BY task_open_tour
        WHERE tour = ? AND \(isUnfinished) ORDER BY position, id LIMIT 1
        """)
    private static let place: SQL = "UPDATE task SET tour = ?, position = ? WHERE id = ? AND state = ?"
    private static let claimAll = SQL(
        """
        UPDATE task INDEXED BY task_tour SET state = \(sql: TaskState.claimed), session = ? WHERE tour = ?
            AND state = \(sql: TaskState.open)
        """)
    private static let unclaimAll = SQL(
        """
        UPDATE task INDEXED BY task_tour SET state = \(sql: TaskState.open), session = NULL WHERE tour = ?
            AND state = \(sql: TaskState.claimed)
        """)

    private static let notLoaded = SQL(
        """
        SELECT \(columns) FROM task INDEXED BY task_open_tour
        WHERE tour = ? AND state = \(sql: TaskState.claimed) AND \(isUnfinished) ORDER BY position, id LIMIT 1
        """)
    private static let lastPosition = SQL(
        """
        SELECT max(position) FROM task INDEXED BY task_open_tour WHERE tour = ? AND \(isUnfinished)
        """)

    /// The first task on the walk whose goods are not in hand; nil where all are.
    public func firstNotLoaded(on tour: TourRow) throws(Refusal) -> WorkTask? {
        try db.first(Self.notLoaded, tour, read: WorkTask.init)
    }

    /// Leaves a task for later: it is walked to after all others.
    @discardableResult
    public func postpone(_ task: WorkTask) throws(Refusal) -> WorkTask {
        guard let tour = task.tour, let last = try db.int(Self.lastPosition, tour) else { return task }
        return try put([task], on: tour, from: last + 1)[0]
    }

    public func tasks(on tour: TourRow) throws(Refusal) -> [WorkTask] {
        try db.all(Self.onTour, tour, read: WorkTask.init)
    }

    /// The first unfinished task on the walk; nil after the last one.
    public func current(on tour: TourRow) throws(Refusal) -> WorkTask? {
        try db.first(Self.current, tour, read: WorkTask.init)
    }

    /// Puts tasks on a tour in this order; those that are on it already are numbered anew.
    @discardableResult
    public func put(_ tasks: [WorkTask], on tour: TourRow, from first: Int = 1) throws(Refusal) -> [WorkTask]
    {
        var placed: [WorkTask] = []
        for (offset, task) in tasks.enumerated() {
            precondition(task.state.isUnfinished, "only what is to be done is walked to")
            precondition(task.tour == nil || task.tour == tour, "it leaves the other tour first")
            try db.expectOne(
                try db.run(Self.place, tour, first + offset, task.row, task.state), "task",
                "\(task.row), \(task.state.rawValue)")
            var next = task
            next.tour = tour
            next.position = first + offset
            placed.append(next)
        }
        try tours.count(done: 0, total: tasks.count { $0.tour == nil }, on: tour)
        return placed
    }

    /// An open task leaves its tour, to be put on another one.
    @discardableResult
    public func removeFromTour(_ task: WorkTask) throws(Refusal) -> WorkTask {
        guard let tour = task.tour else { return task }
        guard task.state == .open else {
            throw .notAllowed(in: task.state, of: task.row.description, wanted: [.open])
        }
        try db.expectOne(
            try db.run(Self.place, TourRow?.none, Int?.none, task.row, task.state), "task",
            "\(task.row), \(task.state.rawValue)")
        try tours.count(done: 0, total: -1, on: tour)
        var next = task
        next.tour = nil
        next.position = nil
        return next
    }

    /// Claims all open tasks of a tour for the session that walks it.
    ///
    /// - Returns: how many.
    @discardableResult
    public func claimAll(on tour: TourRow, by session: SessionRow) throws(Refusal) -> Int {
        try db.run(Self.claimAll, session, tour)
    }

    /// Gives back the claims on a tour that is left; what is loaded stays with it.
    ///
    /// - Returns: how many.
    @discardableResult
    public func unclaimAll(on tour: TourRow) throws(Refusal) -> Int { try db.run(Self.unclaimAll, tour) }
}
