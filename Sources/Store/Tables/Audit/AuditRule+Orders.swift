/// Orders: their lines and picks, and that none stands where nobody can do anything for it.
extension AuditRule {
    static let ofOrders = [
        AuditRule("a released line's quantity is the sum of its picks' quantities", cost: 6, lines),
        AuditRule("an order that is packed has every picked piece in a parcel", cost: 3, packed),
        AuditRule("every unfinished order has something that somebody may do for it", cost: 6, unfinished),
        AuditRule("a pick that waits is in the pool, or on a tour that is not over", cost: 4, walked),
        AuditRule(rule: "the counts of orders by stage are those of the orders", check: .stageCounts, cost: 1),
    ]

    private static let lines = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN released_at IS NOT NULL AND is_cancelled = 0 THEN (
                SELECT orders.order_id || ' line ' || line || ': ' || sum(wanted) || ' wanted, ' || sum(there) || ' in picks'
                FROM (
                    SELECT line, quantity AS wanted, 0 AS there FROM line WHERE line.order_row = orders.id
                    UNION ALL
                    SELECT line, 0, quantity FROM pick INDEXED BY pick_order
                    WHERE pick.order_row = orders.id AND state <> 'lost')
                GROUP BY line HAVING sum(wanted) <> sum(there) LIMIT 1) END
            """)

    private static let packed = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN stage IN ('packed', 'in_transit', 'delivered', 'closed') THEN (
                SELECT orders.order_id || ' is ' || orders.stage || ', a pick of ' || pick.sku || ' is ' || pick.state
                FROM pick INDEXED BY pick_order
                WHERE pick.order_row = orders.id AND (pick.state IN ('open', 'claimed', 'picked')
                    OR pick.state = 'packed' AND packed <> quantity) LIMIT 1) END
            """)

    private static let unfinished = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN stage IN ('released', 'picking', 'picked', 'packing', 'packed')
                AND NOT EXISTS (SELECT 1 FROM pick INDEXED BY pick_order
                    WHERE pick.order_row = orders.id AND pick.state IN ('open', 'claimed', 'short', 'picked'))
                AND NOT EXISTS (SELECT 1 FROM parcel INDEXED BY parcel_order
                    WHERE parcel.order_row = orders.id AND parcel.state NOT IN ('handed_over', 'voided', 'lost'))
                AND NOT EXISTS (SELECT 1 FROM task INDEXED BY task_order
                    WHERE task.order_row = orders.id AND task.state IN ('open', 'claimed', 'loaded'))
            THEN order_id || ' is ' || stage || ' and nothing is left to be done for it' END
            """)

    private static let walked = AuditRows(
        of: "orders", by: .number("id"),
        breach: """
            CASE WHEN stage IN ('released', 'picking', 'picked', 'packing', 'packed') THEN (
                SELECT 'pick ' || pick.id || ' of ' || orders.order_id || ' is ' || pick.state || ' on tour ' || pick.tour
                    || ', which is ' || coalesce(tour.state, 'gone')
                FROM pick INDEXED BY pick_order LEFT JOIN tour ON tour.id = pick.tour
                WHERE pick.order_row = orders.id AND pick.tour IS NOT NULL AND pick.state IN ('open', 'claimed')
                    AND coalesce(tour.state, '') NOT IN ('planned', 'started', 'paused') LIMIT 1) END
            """)
}
