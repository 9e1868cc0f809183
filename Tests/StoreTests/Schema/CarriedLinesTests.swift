import Domain
import Testing

@testable import Store

/// Version 10 makes the tables of lines and events anew, with fewer indexes: all that was in them is there, and goes on.
@Suite struct CarriedLinesTests {
    private let store: Store
    private var orders: OrderTable { store.orders }

    init() throws {
        store = try carriedStore(
            from: 9,
            holding: """
                INSERT INTO orders (id, client, order_id, warehouse, revision, priority, sla, driver, pickup_at, on_short,
                    accepted_at, released_at, stage, content)
                VALUES (3, 'ACME', 'O-1', 'NY', 1, 50, '', 'UPS', 2000, 'ship', 40, 50, 'picked', '{}'),
                    (4, '', 'O-1', 'LA', 1, 80, '', '', NULL, 'wait', 41, NULL, 'accepted', '{}'),
                    (5, '', 'O-2', 'LA', 1, 90, '', '', NULL, 'wait', 42, NULL, 'accepted', '{}'),
                    (6, '', 'O-3', 'LA', 1, 70, '', '', NULL, 'wait', 43, NULL, 'accepted', '{}');
                INSERT INTO line (order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
                    min_life_days, promised, unpromised, warehouse, rank, order_id)
                VALUES (3, 'b', 0, 'ACME', 'TEA', 24, 'case', 2, 3, 'L1', 10, 0, 0, 'NY', 0, 'O-1'),
                    (3, 'a', 1, 'ACME', 'CUP', 1, 'each', NULL, NULL, '', NULL, 0, 0, 'NY', 500000000000002000, 'O-1'),
                    (4, '1', 0, '', 'TEA', 3, 'each', NULL, NULL, '', NULL, 1, 2, 'LA', 209000000000000000, 'O-1'),
                    (5, '1', 0, '', 'TEA', 3, 'each', NULL, NULL, '', NULL, 3, 0, 'LA', 109000000000000000, 'O-2'),
                    (6, '1', 0, '', 'TEA', 3, 'each', NULL, NULL, '', NULL, 0, 3, 'LA', 309000000000000000, 'O-3');
                INSERT INTO pick (id, order_row, line, warehouse, client, sku, lot, expiry, bin, quantity, state)
                VALUES (1, 3, 'a', 'NY', 'ACME', 'CUP', '', '', 'A-01-1', 1, 'picked');
                INSERT INTO event_kind (number, type, warehouse) VALUES (1, 'order.accepted', 'NY');
                INSERT INTO event (sequence, kind, run, after_ms, subject, data)
                VALUES (5, 1, 1, 46, NULL, '{"order_id":"O-1"}'), (6, 1, 1, 47, 'O-2', '{}'), (9, 1, 1, 48, 'O-3', '{}');
                DELETE FROM event WHERE sequence = 9;
                """)
    }

    private func names(_ condition: String) throws -> [String] {
        try store.db.all(text: "SELECT name FROM sqlite_master WHERE \(condition) ORDER BY name", []) {
            (columns) throws(Refusal) -> String in try columns.text()
        }
    }

    @Test func everyColumnOfALineIsKept() throws {
        let lines = try orders.lines(of: OrderRow(3))
        #expect(lines.map(\.line) == ["b", "a"] && lines.map(\.unit) == [.case, .each])
        #expect(lines.map(\.client) == ["ACME", "ACME"] && lines.map(\.sku) == ["TEA", "CUP"])
        #expect(lines.map(\.quantity) == [24, 1] && lines.map(\.promised) == [0, 0])
        #expect((lines[0].unitQuantity, lines[0].capacity, lines[0].lot, lines[0].minLifeDays) == (2, 3, "L1", 10))
        let split = try orders.line("1", of: OrderRow(4))
        #expect((split.promised, split.unpromised) == (1, 2))
        #expect(try names("name = 'new_line' OR name = 'new_event' OR name = 'line_open_urgency'").isEmpty)
    }

    @Test func promisesAreFoundByUrgency() throws {
        #expect(try orders.linesPromised("TEA", of: "", in: "LA", limit: 9).map(\.order.number) == [4, 5])
        #expect(try orders.linesPromised("TEA", of: "ACME", in: "NY", limit: 9).isEmpty)
        #expect(try orders.linesUnpromised("TEA", of: "", in: "LA", limit: 9).map(\.order.number) == [4, 6])
        try orders.renewPromise(try orders.line("1", of: OrderRow(6)), 1)
        #expect(try orders.linesPromised("TEA", of: "", in: "LA", limit: 9).map(\.order.number) == [6, 4, 5])
    }

    @Test func ordersAreFoundByTheirSKUs() throws {
        func found(_ filter: OrderFilter) throws -> [Int] {
            try orders.orders(of: "TEA", filter, limit: 9, passing: 99).orders.map(\.row.number)
        }
        #expect(try found(OrderFilter()) == [5, 4, 6, 3])
        #expect(try found(OrderFilter(client: "ACME")) == [3])
        #expect(try found(OrderFilter(warehouse: "LA")) == [5, 4, 6])
        #expect(try orders.list(OrderFilter(order: "O-1", sku: "TEA"), limit: 9).map(\.row.number) == [4, 3])
    }

    @Test func linesAndPicksFollowTheirOrder() throws {
        try store.db.execute(script: "UPDATE orders SET priority = 100, pickup_at = 7 WHERE id IN (3, 4)")
        #expect(try store.number("SELECT count(*) FROM line WHERE rank = 7") == 3)
        #expect(try store.number("SELECT count(*) FROM line WHERE promised_rank = 7") == 1)
        #expect(try store.number("SELECT rank FROM pick") == 7)
        #expect(try orders.linesPromised("TEA", of: "", in: "LA", limit: 9).map(\.order.number) == [5, 4])
    }

    /// The newest had been forgotten.
    @Test func eventsGoOnBehindTheHighest() throws {
        let page = try store.events.page(after: 0, limit: 9, rowsMax: 9).events
        #expect(page.map(\.sequence) == [5, 6])
        #expect(page.map { $0.text.contains(#""subject":"O-1""#) } == [true, false])
        #expect(try store.events.head() == 9)
        #expect(try store.events.append("order.held", of: "O-1", in: "NY", data: "{}", at: Sample.noon) == 10)
        #expect(try names("name = 'event' AND sql LIKE '%AUTOINCREMENT%'").isEmpty)
        #expect(try store.number("SELECT count(*) FROM sqlite_sequence WHERE name LIKE '%event'") == 0)
    }

    /// Every line of an accepted order is written into the table and into one index.
    @Test func aLineIsInOneIndexMore() throws {
        let indexes = try names("type = 'index' AND tbl_name = 'line' AND sql IS NOT NULL")
        #expect(indexes == ["line_open_unpromised", "line_sku"])
        #expect(try store.db.pragma("integrity_check") == "ok")
    }
}
