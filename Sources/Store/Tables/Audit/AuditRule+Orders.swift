import Domain

/// Orders: their lines and picks, and that none stands where nobody can do anything for it.
extension AuditRule {
    static let ofOrders = [
        AuditRule("a released line's quantity is the sum of its picks' quantities", cost: 6, lines),
        AuditRule(
            "until its order is released, a line's quantity is promised or waits for stock", cost: 3,
            promises),
        AuditRule("an order that is packed has every picked piece in a parcel", cost: 3, packed),
        AuditRule("every unfinished order has something that somebody may do for it", cost: 6, unfinished),
        AuditRule("an order that waits for stock is flagged short", cost: 5, waiting),
        AuditRule("a pick that waits is in the pool, or on a tour that is not over", cost: 4, walked),
        AuditRule(
            "what was picked lies in a tote of its order until it comes to the bench", cost: 5, inTotes),
        AuditRule(cancellation, cost: 6, cancelling),
        AuditRule(cancellation, cost: 3, cancelled),
        AuditRule(rule: "the counts of orders by stage are those of the orders", check: .stageCounts, cost: 1),
    ]

    private static let cancellation =
        "every piece of an order that is not wanted any more is brought back to its bin"
    private static let isUnderWay = OrderTable.isUnderWay

    private static let lines = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN released_at IS NOT NULL AND is_cancelled = 0 THEN (
                SELECT orders.order_id || ' line ' || line || ': ' || sum(wanted) || ' wanted, ' || sum(there) || ' in picks'
                FROM (
                    SELECT line, quantity AS wanted, 0 AS there FROM line WHERE line.order_row = orders.id
                    UNION ALL
                    SELECT line, 0, quantity FROM pick INDEXED BY pick_order
                    WHERE pick.order_row = orders.id AND state <> \(sql: PickState.lost))
                GROUP BY line HAVING sum(wanted) <> sum(there) LIMIT 1) END
            """)

    private static let promises = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            (SELECT orders.order_id || ' line ' || line.line || ': ' || line.quantity || ' wanted, ' || line.promised
                || ' promised, ' || line.unpromised || ' wait for stock'
            FROM line WHERE line.order_row = orders.id AND line.promised + line.unpromised <>
                CASE WHEN orders.released_at IS NULL AND orders.is_cancelled = 0 THEN line.quantity ELSE 0 END
            LIMIT 1)
            """)

    private static let packed = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN stage IN (\(sql: OrderStage.packed, .inTransit, .delivered, .closed)) THEN (
                SELECT orders.order_id || ' is ' || orders.stage || ', a pick of ' || pick.sku || ' is ' || pick.state
                FROM pick INDEXED BY pick_order
                WHERE pick.order_row = orders.id AND (pick.state IN (\(sql: PickState.open, .claimed, .picked))
                    OR pick.state = \(sql: PickState.packed) AND packed <> quantity) LIMIT 1) END
            """)

    private static let unfinished = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN \(isUnderWay)
                AND NOT EXISTS (SELECT 1 FROM pick INDEXED BY pick_order
                    WHERE pick.order_row = orders.id
                        AND pick.state IN (\(sql: PickState.open, .claimed, .short, .picked)))
                AND NOT EXISTS (SELECT 1 FROM parcel INDEXED BY parcel_order
                    WHERE parcel.order_row = orders.id
                        AND parcel.state NOT IN (\(sql: ParcelState.handedOver, .voided, .lost)))
                AND NOT EXISTS (SELECT 1 FROM task INDEXED BY task_order
                    WHERE task.order_row = orders.id AND task.\(TaskTable.isUnfinished))
            THEN order_id || ' is ' || stage || ' and nothing is left to be done for it' END
            """)

    /// Only orders with the flag are served when stock comes.
    private static let waiting = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN is_short = 0 AND is_cancelled = 0 AND (
                EXISTS (SELECT 1 FROM line WHERE line.order_row = orders.id AND line.unpromised > 0)
                OR EXISTS (SELECT 1 FROM pick INDEXED BY pick_order
                    WHERE pick.order_row = orders.id AND pick.state = \(sql: PickState.short)))
            THEN order_id || ' waits for stock and is not flagged short' END
            """)

    private static let walked = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            (SELECT 'pick ' || pick.id || ' of ' || orders.order_id || ' is ' || pick.state || ' on tour ' || pick.tour
                || ', which is ' || coalesce(tour.state, 'gone')
            FROM pick INDEXED BY pick_order LEFT JOIN tour ON tour.id = pick.tour
            WHERE pick.order_row = orders.id AND pick.tour IS NOT NULL AND (tour.id IS NULL
                OR orders.\(isUnderWay) AND pick.\(PickTable.isReserving)
                    AND tour.state NOT IN (\(sql: TourState.planned, .started, .paused))) LIMIT 1)
            """)

    private static let inTotes = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN \(isUnderWay) THEN (
                SELECT 'pick ' || pick.id || ' of ' || orders.order_id || ' lies in tote ' || coalesce(pick.tote, '')
                    || ', which is ' || coalesce(tote.state, 'gone')
                    || CASE WHEN tote.order_row IS orders.id THEN '' ELSE ' and not its order''s' END
                FROM pick INDEXED BY pick_order LEFT JOIN tote ON tote.tote = pick.tote
                WHERE pick.order_row = orders.id AND pick.state = \(sql: PickState.picked) AND pick.parcel IS NULL
                    AND (tote.order_row IS NOT orders.id
                        OR tote.state NOT IN (\(sql: ToteState.bound, .parked, .atStation, .packing, .putBack)))
                            LIMIT 1) END
            """)

    /// The tasks of an order that somebody has yet to do.
    private static let tasksLeft = """
        FROM task INDEXED BY task_order
        WHERE task.order_row = orders.id AND task.\(TaskTable.isUnfinished)
        """

    private static let cancelling = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN is_cancel_requested = 1 THEN coalesce(
                (SELECT 'pick ' || pick.id || ' of ' || orders.order_id || ' is ' || pick.state
                    || ', its order is to be cancelled, and nobody is to bring it back'
                FROM pick INDEXED BY pick_order
                WHERE pick.order_row = orders.id AND (pick.\(PickTable.isReserving)
                    OR pick.state IN (\(sql: PickState.picked, .packed))
                        AND NOT EXISTS (SELECT 1 FROM parcel WHERE parcel.id = pick.parcel
                            AND parcel.state = \(sql: ParcelState.handedOver))
                        AND NOT EXISTS (SELECT 1 \(tasksLeft)
                        AND (task.pick = pick.id OR task.kind = \(sql: WorkKind.unpack)
                            AND task.parcel = pick.parcel))) LIMIT 1),
                CASE WHEN NOT EXISTS (SELECT 1 \(tasksLeft))
                THEN order_id || ' is to be cancelled, and nothing of it is to be brought back' END) END
            """)

    private static let cancelled = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN stage = \(sql: OrderStage.cancelled) THEN (
                SELECT 'pick ' || pick.id || ' is ' || pick.state || ', and its order ' || orders.order_id || ' is cancelled'
                FROM pick INDEXED BY pick_order WHERE pick.order_row = orders.id
                    AND pick.state IN (\(sql: PickState.open, .claimed, .picked, .packed)) LIMIT 1) END
            """)
}
