import Domain

/// Tours and totes: who holds what, and that each has somebody who may go on with it.
extension AuditRule {
    static let ofTours = [
        AuditRule(holders, cost: 5, claims),
        AuditRule(holders, cost: 2, claimsOnNoTour),
        AuditRule(oneWalk, cost: 3, walkers),
        AuditRule(oneWalk, cost: 3, sessions),
        AuditRule("on a tour that is walked nothing waits for somebody else", cost: 10, unclaimed),
        AuditRule("nobody packs a parcel that another packs", cost: 2, benches),
        AuditRule("a tour's counts are those of its picks and tasks", cost: 20, counts),
        AuditRule("every tour that waits to be begun has a stop", unfinishedTours),
    ]

    static let ofTotes = [
        AuditRule("a tote holds one order", cost: 3, oneOrder),
        AuditRule(
            "every tote that is not free is on a tour, holds something, or is out of use", cost: 3,
            unfinishedTotes),
    ]

    private static let holders =
        "a claimed pick or task is held by the session that walks its tour, and by nobody else"
    private static let oneWalk = "a session walks one tour, and is at the tour that it walks"
    private static let isWalked = TourTable.isUnfinished

    /// Tours that have claimed picks, each once.
    private static let claims = AuditRows(
        text: """
            SELECT tour, (
                SELECT 'pick ' || pick.id || ' is claimed and tour ' || pick.tour || ' is not walked by its session'
                FROM pick INDEXED BY pick_open_claimed LEFT JOIN tour ON tour.id = pick.tour
                WHERE pick.tour = claimed.tour AND pick.state = \(sql: PickState.claimed)
                    AND (tour.id IS NULL OR pick.session IS NULL OR pick.session IS NOT tour.session) LIMIT 1)
            FROM (SELECT DISTINCT tour FROM pick INDEXED BY pick_open_claimed
                WHERE state = \(sql: PickState.claimed) AND tour > ?1 ORDER BY tour LIMIT ?2) AS claimed
            """, first: [.int(0)])

    private static let claimsOnNoTour = AuditRows(
        of: "pick INDEXED BY pick_open_claimed", by: .number("id"),
        where: "state = \(sql: PickState.claimed) AND tour IS NULL",
        breach: "'pick ' || id || ' is claimed and on no tour'")

    private static let walkers = AuditRows(
        of: "tour INDEXED BY tour_open_id", by: .number("id"), where: isWalked,
        breach: """
            CASE
            WHEN state = \(sql: TourState.started) AND NOT EXISTS (SELECT 1 FROM session WHERE session.id = tour.session
                AND session.ended_at IS NULL AND session.tour = tour.id)
                THEN 'tour ' || id || ' is walked, and its session is not at it'
            WHEN state <> \(sql: TourState.started) AND session IS NOT NULL
                THEN 'tour ' || id || ' is ' || state || ' and has a session'
            WHEN session IS NOT NULL AND EXISTS (SELECT 1 FROM tour AS other INDEXED BY tour_open_session
                    WHERE other.session = tour.session AND other.session IS NOT NULL AND other.\(isWalked)
                        AND other.id < tour.id)
                THEN 'session ' || session || ' walks tour ' || id || ' and another'
            END
            """)

    private static let sessions = AuditRows(
        of: "session INDEXED BY session_open_id", by: .number("id"), where: "ended_at IS NULL",
        breach: """
            CASE
            WHEN tour IS NOT NULL AND parcel IS NOT NULL
                THEN 'session ' || id || ' is on tour ' || tour || ' and at parcel ' || parcel
            WHEN tour IS NOT NULL AND NOT EXISTS (SELECT 1 FROM tour WHERE tour.id = session.tour
                AND tour.state = \(sql: TourState.started) AND tour.session = session.id)
                THEN 'session ' || id || ' is on tour ' || tour || ', which it does not walk'
            WHEN parcel IS NOT NULL AND NOT EXISTS (SELECT 1 FROM parcel WHERE parcel.id = session.parcel)
                THEN 'session ' || id || ' is at parcel ' || parcel || ', which is gone'
            END
            """)

    /// Its picker is led to claimed work alone.
    private static let unclaimed = AuditRows(
        of: "tour INDEXED BY tour_open_id", by: .number("id"), where: isWalked,
        breach: """
            CASE WHEN state = \(sql: TourState.started) THEN coalesce(
                (SELECT 'tour ' || tour.id || ' is walked, and its pick ' || pick.id || ' is open'
                FROM pick INDEXED BY pick_tour WHERE pick.tour = tour.id AND pick.state = \(sql: PickState.open) LIMIT 1),
                (SELECT 'tour ' || tour.id || ' is walked, and its task ' || task.id || ' is open'
                FROM task INDEXED BY task_tour WHERE task.tour = tour.id AND task.state = \(sql: TaskState.open)
                    LIMIT 1)) END
            """)

    private static let benches = AuditRows(
        of: "session INDEXED BY session_open_id", by: .number("id"), where: "ended_at IS NULL",
        breach: """
            CASE WHEN parcel IS NOT NULL AND EXISTS (SELECT 1 FROM session AS other INDEXED BY session_open_parcel
                WHERE other.parcel = session.parcel AND other.parcel IS NOT NULL AND other.ended_at IS NULL
                    AND other.id < session.id)
            THEN 'sessions ' || id || ' and another are at parcel ' || parcel END
            """)

    private static let stopCount = """
        (SELECT count(*) FROM pick INDEXED BY pick_tour WHERE pick.tour = tour.id)
            + (SELECT count(*) FROM task INDEXED BY task_tour WHERE task.tour = tour.id)
        """
    private static let doneCount = """
        (SELECT count(*) FROM pick INDEXED BY pick_tour WHERE pick.tour = tour.id
            AND pick.state NOT IN (\(sql: PickState.open, .claimed)))
            + (SELECT count(*) FROM task INDEXED BY task_tour
                WHERE task.tour = tour.id AND task.state IN (\(sql: TaskState.done, .cancelled)))
        """

    private static let counts = AuditRows(
        of: "tour INDEXED BY tour_open_id", by: .number("id"), where: isWalked,
        breach: """
            CASE WHEN done <> \(doneCount) OR total <> \(stopCount)
            THEN 'tour ' || id || ': ' || done || ' of ' || total || ' counted, ' || (\(doneCount)) || ' of ' || (\(stopCount)) || ' there'
            END
            """)

    private static let unfinishedTours = AuditRows(
        of: "tour INDEXED BY tour_open_id", by: .number("id"), where: isWalked,
        breach: """
            CASE WHEN state = \(sql: TourState.planned) AND done >= total
                THEN 'tour ' || id || ' is planned and has no stop' END
            """)

    private static let oneOrder = AuditRows(
        of: "tote", by: .texts("tote"),
        breach: """
            CASE WHEN order_row IS NOT NULL AND EXISTS (SELECT 1 FROM pick INDEXED BY pick_open_tote
                WHERE pick.tote = tote.tote AND pick.state = \(sql: PickState.picked) AND pick.order_row <> tote.order_row
                    AND pick.tour = tote.tour)
            THEN 'tote ' || tote || ' holds picks of another order than its own' END
            """)

    private static let unfinishedTotes = AuditRows(
        of: "tote", by: .texts("tote"),
        breach: """
            CASE
            WHEN state IN (\(sql: ToteState.bound, .parked)) AND NOT EXISTS (
                    SELECT 1 FROM tour WHERE tour.id = tote.tour AND tour.\(isWalked))
                THEN 'tote ' || tote || ' is ' || state || ' and its tour is over'
            WHEN state = \(sql: ToteState.putBack) AND NOT EXISTS (SELECT 1 FROM task INDEXED BY task_open_tote
                    WHERE task.source_tote = tote.tote AND task.\(TaskTable.isUnfinished))
                THEN 'tote ' || tote || ' is put_back and nobody is to empty it'
            WHEN state IN (\(sql: ToteState.atStation, .packing)) AND NOT EXISTS (
                    SELECT 1 FROM pick INDEXED BY pick_open_tote WHERE pick.tote = tote.tote
                        AND pick.state = \(sql: PickState.picked))
                AND NOT EXISTS (SELECT 1 FROM task INDEXED BY task_open_tote
                    WHERE task.source_tote = tote.tote AND task.\(TaskTable.isUnfinished))
                AND NOT EXISTS (SELECT 1 FROM orders WHERE state = \(sql: ToteState.packing)
                    AND orders.id = tote.order_row
                    AND \(OrderTable.isUnderWay))
                THEN 'tote ' || tote || ' is ' || state || ' and holds nothing'
            END
            """)
}
