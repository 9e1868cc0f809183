import Domain

/// The numbers of orders by stage, which are kept in memory beside the orders.
extension AuditTable {
    /// So many orders are counted in an index in the time that one row takes.
    private static let ordersPerRow = 100

    private static let nextStage: SQL = "SELECT min(stage) FROM orders WHERE stage > ?"
    private static let ordersThere = SQL(
        "SELECT count(*) FROM orders INDEXED BY order_stage WHERE stage = ?",
        mayScan: "a stage is counted in an index, and orders that are over leave it for the archive")

    /// Counts the orders of one stage after another.
    ///
    /// - Complexity: linear in the orders of the last stage that is counted, whatever the limit.
    func findWrongCounts(after last: String, limit: Int) throws(Refusal) -> AuditFinding {
        var finding = AuditFinding()
        var last = last
        let counts = try orders.counts()
        while finding.rows < limit {
            guard let stage = try stage(after: last, counted: counts) else { return finding }
            let counted = OrderStage(rawValue: stage).flatMap { counts[$0] } ?? 0
            let there = try db.int(Self.ordersThere, stage) ?? 0
            if counted != there { finding.add("\(stage): \(counted) counted, \(there) there") }
            finding.rows += 1 + there / Self.ordersPerRow
            last = stage
        }
        finding.next = [.string(last)]
        return finding
    }

    /// The next stage, in the order of bytes, that orders are in or are counted in; it may be no stage at all.
    private func stage(after last: String, counted: [OrderStage: Int]) throws(Refusal) -> String? {
        var later = counted.keys.map(\.rawValue).filter { Self.precedes(last, $0) }
        let there = try db.first(Self.nextStage, last) { (columns) throws(Refusal) -> String? in
            try columns.optionalText()
        }
        if let there, let stage = there { later.append(stage) }
        return later.min(by: Self.precedes)
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }
}
