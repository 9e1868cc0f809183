import Domain

/// Tasks: that each waits for somebody who can do it.
extension AuditRule {
    static let ofTasks = [
        AuditRule(
            "every unfinished task waits for somebody, or is held by one who is at work", cost: 3,
            unfinishedTasks),
        AuditRule("every unfinished task can be done: what it is about is there", cost: 3, feasible),
    ]

    private static let isLeft = TaskTable.isUnfinished
    private static let isWalked = TourTable.isUnfinished

    private static let unfinishedTasks = AuditRows(
        of: "task INDEXED BY task_open_id", by: .number("id"),
        where: isLeft,
        breach: """
            CASE
            WHEN tour IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tour WHERE tour.id = task.tour AND tour.\(isWalked))
                THEN 'task ' || id || ' is ' || state || ' and its tour is over'
            WHEN tour IS NOT NULL AND state = \(sql: TaskState.claimed)
                AND session IS NOT (SELECT session FROM tour WHERE tour.id = task.tour)
                THEN 'task ' || id || ' is ' || state || ' and tour ' || tour || ' is not walked by its session'
            WHEN tour IS NULL AND state <> \(sql: TaskState.open) AND NOT EXISTS (
                    SELECT 1 FROM session WHERE session.id = task.session AND session.ended_at IS NULL)
                THEN 'task ' || id || ' is ' || state || ' and nobody is at it'
            END
            """)

    /// Pieces are brought back from totes that are on their way to a station or stand there for it.
    private static let feasible = AuditRows(
        of: "task INDEXED BY task_open_id", by: .number("id"), where: isLeft,
        breach: """
            CASE
            WHEN kind = \(sql: WorkKind.putBack) AND NOT EXISTS (SELECT 1 FROM pick WHERE pick.id = task.pick
                AND pick.state = \(sql: PickState.picked))
                THEN 'task ' || id || ' brings back pick ' || coalesce(pick, 'none') || ', which is not picked'
            WHEN kind = \(sql: WorkKind.putBack) AND NOT EXISTS (SELECT 1 FROM tote
                    WHERE tote.tote = task.source_tote AND tote.state IN (\(sql: ToteState.bound, .parked, .putBack)))
                THEN 'task ' || id || ' empties tote ' || coalesce(source_tote, 'none') || ', which does not wait for it'
            WHEN kind = \(sql: WorkKind.unpack) AND NOT EXISTS (SELECT 1 FROM parcel
                    WHERE parcel.id = task.parcel AND parcel.state = \(sql: ParcelState.open))
                THEN 'task ' || id || ' unpacks parcel ' || coalesce(parcel, 'none') || ', which is not open'
            WHEN kind = \(sql: WorkKind.count) AND source_bin IS NULL THEN 'task ' || id || ' counts no bin'
            END
            """)
}
