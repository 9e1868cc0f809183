import Domain
import GRDB
import Operations

extension Transaction {
    /// What the order's stage is derived from, as it stands.
    func facts(of order: OrderRow) throws(Refusal) -> OrderFacts {
        var facts = OrderFacts()
        let flags = try row(
            "SELECT released_at IS NOT NULL AS released, is_cancelled AS cancelled FROM orders WHERE id = ?",
            [order])
        facts.isReleased = flags?["released"] ?? false
        facts.isCancelled = flags?["cancelled"] ?? false
        for row in try rows(
            "SELECT state, count(*) AS n FROM pick WHERE order_row = ? GROUP BY state", [order])
        {
            facts.picks[try row.word("state")] = row["n"]
        }
        facts.totesUnderWay =
            try value(
                Int.self, "SELECT count(*) FROM tote WHERE order_row = ? AND state IN ('bound', 'parked')",
                [order])
            ?? 0
        let parcels = try rows(
            "SELECT state, count(*) AS n FROM parcel WHERE order_row = ? AND state <> 'voided' GROUP BY state",
            [order])
        for row in parcels {
            facts.parcels[try row.word("state")] = row["n"]
        }
        return facts
    }

    /// Derives the stage anew and keeps it for lists.
    ///
    /// - Returns: the stage before and after.
    @discardableResult
    func renewStage(of row: OrderRow) throws(Refusal) -> (before: OrderStage, after: OrderStage) {
        let before = try order(row).stage
        let after = try facts(of: row).stage
        if after != before { try run("UPDATE orders SET stage = ? WHERE id = ?", [after.rawValue, row]) }
        return (before, after)
    }

    /// Marks an order short and says so, line by line.
    func markShort(_ row: OrderRow, _ lines: [OrderShort.Line]) throws(Refusal) {
        try run("UPDATE orders SET is_short = 1 WHERE id = ?", [row])
        let order = try order(row)
        var data = OrderShort()
        (data.order, data.onShort, data.lines) = (order.id, order.onShort, lines)
        try emit(data, of: order)
    }

    /// Takes the short flag away once every line is promised or picked whole.
    func clearShortWhenWhole(_ order: OrderRow) throws(Refusal) {
        let missing = try value(
            Int.self,
            """
            SELECT (SELECT count(*) FROM orders JOIN line ON line.order_row = orders.id
                    WHERE orders.id = ?1 AND released_at IS NULL AND promised < quantity)
                 + (SELECT count(*) FROM pick WHERE order_row = ?1 AND state = 'short')
            """, [order])
        if missing == 0 { try run("UPDATE orders SET is_short = 0 WHERE id = ?", [order]) }
    }
}
