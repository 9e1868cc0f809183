import Domain

/// The numbers of orders by stage, which are kept beside the orders.
extension AuditTable {
    /// So many orders are counted in an index in the time that one row takes.
    private static let ordersPerRow = 100

    /// The stages that are counted and those that there are, found by one search each.
    private static let stages = SQL(
        """
        WITH RECURSIVE there (stage) AS (
            SELECT min(stage) FROM orders
            UNION ALL SELECT (SELECT min(stage) FROM orders WHERE orders.stage > there.stage)
            FROM there WHERE there.stage IS NOT NULL)
        SELECT stage, coalesce((SELECT n FROM stage_count WHERE stage_count.stage = known.stage), 0),
            (SELECT count(*) FROM orders INDEXED BY order_stage WHERE orders.stage = known.stage)
        FROM (SELECT stage FROM stage_count UNION SELECT stage FROM there WHERE stage IS NOT NULL) AS known
        WHERE stage > ? ORDER BY stage LIMIT 1
        """,
        mayScan: "a stage is counted in an index, and orders that are over leave it for the archive")

    /// Counts the orders of one stage after another.
    ///
    /// - Complexity: linear in the orders of the last stage that is counted, whatever the limit.
    func findWrongCounts(after last: String, limit: Int) throws(Refusal) -> AuditFinding {
        var finding = AuditFinding()
        var last = last
        while finding.rows < limit {
            let found = try db.first(Self.stages, last) { (columns) throws(Refusal) in
                (stage: try columns.text(), counted: try columns.int(), orders: try columns.int())
            }
            guard let found else { return finding }
            if found.counted != found.orders {
                finding.add("\(found.stage): \(found.counted) counted, \(found.orders) there")
            }
            finding.rows += 1 + found.orders / Self.ordersPerRow
            last = found.stage
        }
        finding.next = [.string(last)]
        return finding
    }
}
