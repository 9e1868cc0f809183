import Domain
import JSON
import Testing

@testable import Store

/// Version 9 makes the tables of orders, lines and labels anew: all that was in them is there, and goes on.
@Suite struct CarriedOrdersTests {
    private let store: Store
    private var orders: OrderTable { store.orders }

    init() throws {
        store = try carriedStore(
            from: 8,
            holding: """
                INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                    delivery_at, not_before, on_short, accepted_at, released_at, stage, is_short, is_held, hold_reason,
                    is_cancel_requested, is_cancelled, picked_event, packed_event, ended_at)
                VALUES (3, 'ACME', 'O-1', 'NY', 2, '{"items":[],"order_id":"O-1"}', 50, 'FAST', 'UPS', 2000, 3000, 1000,
                        'ship', 40, 50, 'picked', 1, 1, 'address', 1, 0, 11, 12, NULL),
                    (4, '', 'O-1', 'LA', 1, '{}', 80, '', '', NULL, NULL, NULL, 'wait', 41, NULL, 'accepted', 0, 0, NULL,
                        0, 0, NULL, NULL, NULL),
                    (7, '', 'O-7', 'NY', 1, '{}', 80, '', '', NULL, NULL, NULL, 'wait', 42, 43, 'in_transit', 0, 0, NULL,
                        0, 0, NULL, NULL, 60),
                    (9, '', 'O-9', 'NY', 1, '{}', 80, '', '', NULL, NULL, NULL, 'wait', 42, 43, 'closed', 0, 0, NULL,
                        0, 0, NULL, NULL, 60);
                DELETE FROM orders WHERE id = 9;
                INSERT INTO line (order_row, line, position, client, sku, quantity, unit, unit_quantity, capacity, lot,
                    min_life_days, promised, unpromised, warehouse, rank, order_id)
                VALUES (3, 'b', 0, 'ACME', 'TEA', 24, 'case', 2, 3, 'L1', 10, 0, 0, 'NY', 500000000000002000, 'O-1'),
                    (3, 'a', 1, 'ACME', 'CUP', 1, 'each', NULL, NULL, '', NULL, 0, 0, 'NY', 500000000000002000, 'O-1'),
                    (4, '1', 0, '', 'TEA', 3, 'each', NULL, NULL, '', NULL, 1, 2, 'LA', 209000000000000000, 'O-1');
                INSERT INTO pick (id, order_row, line, warehouse, client, sku, lot, expiry, bin, quantity, state)
                VALUES (1, 3, 'a', 'NY', 'ACME', 'CUP', '', '', 'A-01-1', 1, 'picked');
                INSERT INTO parcel (id, order_row, number, state, box, pieces, expected_weight_g, driver)
                VALUES (8, 3, 1, 'open', 'S', 1, 900, 'UPS');
                INSERT INTO label_job (id, parcel, printer, template, data, sscc, copy, state, outcome, queued_at,
                    spooled_at, settled_at)
                VALUES (5, 8, 'dock', 'shipping', '{"order_id":"O-1"}', 'A', 0, 'queued', NULL, 50, NULL, NULL),
                    (6, 8, 'dock', 'shipping', '{}', 'B', 0, 'printed', NULL, 60, 65, 70);
                DELETE FROM label_job WHERE id = 6;
                """)
    }

    private func at(_ milliseconds: Int) -> Instant { Instant(millisecondsSince1970: milliseconds) }

    @Test func everyColumnOfAnOrderIsKept() throws {
        var order = Order(
            row: OrderRow(3), client: "ACME", id: "O-1", warehouse: "NY", priority: 50, sla: "FAST", driver: "UPS",
            pickupAt: at(2000), deliveryAt: at(3000), notBefore: at(1000), onShort: .ship, acceptedAt: at(40),
            stage: .picked)
        (order.revision, order.releasedAt, order.isShort, order.isHeld) = (2, at(50), true, true)
        (order.holdReason, order.isCancelRequested) = ("address", true)
        (order.pickedEvent, order.packedEvent) = (11, 12)
        #expect(try orders.order("O-1", of: "ACME") == order)
        #expect(try orders.content(of: order.row) == ["order_id": "O-1", "items": []])
        #expect(try orders.orders("O-1").map(\.row.number) == [4, 3])
        #expect(try orders.ended(in: .inTransit, by: at(60), limit: 9).map(\.id) == ["O-7"])
    }

    @Test func everyLineIsKept() throws {
        let lines = try orders.lines(of: OrderRow(3))
        #expect(lines.map(\.line) == ["b", "a"] && lines.map(\.unit) == [.case, .each])
        #expect((lines[0].unitQuantity, lines[0].capacity, lines[0].lot, lines[0].minLifeDays) == (2, 3, "L1", 10))
        let waiting = try #require(try orders.linesUnpromised("TEA", of: "", in: "LA", limit: 9).first)
        #expect((waiting.order, waiting.promised, waiting.unpromised) == (OrderRow(4), 1, 2))
        #expect(try orders.linesPromised("TEA", of: "", in: "LA", limit: 9) == [waiting])
    }

    @Test func listsHaveThem() throws {
        func found(_ filter: OrderFilter) throws -> [Int] { try orders.list(filter, limit: 9).map(\.row.number) }
        #expect(try found(OrderFilter()) == [4, 7, 3])
        #expect(try found(OrderFilter(order: "O-1")) == [4, 3])
        #expect(try found(OrderFilter(warehouse: "NY")) == [7, 3])
        #expect(try found(OrderFilter(driver: "UPS")) == [3])
        #expect(try orders.orders(of: "TEA", OrderFilter(), limit: 9, passing: 9).orders.map(\.row.number) == [4, 3])
        #expect(try found(OrderFilter(stage: .accepted)) == [4])
        for flag in OrderFlag.kept { #expect(try found(OrderFilter(flag: flag)) == [3]) }
        #expect(try orders.accepted(in: "LA", limit: 9).map(\.row.number) == [4])
        #expect(try orders.accepted(in: "LA", of: "", limit: 9, passing: 9).orders.map(\.row.number) == [4])
        #expect(try found(OrderFilter(warehouse: "NY", stage: .inTransit)) == [7])
        #expect(try found(OrderFilter(client: "", warehouse: "NY")) == [7])
        #expect(try orders.short(in: "NY", limit: 9).map(\.row.number) == [3])
    }

    /// One index by stage and warehouse is in the place of two, and one of the accepted orders in that of two.
    @Test func indexesAreFewer() throws {
        let indexes = try store.db.all(
            text: "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'orders'", []
        ) { (columns) throws(Refusal) -> String in try columns.text() }
        #expect(indexes.contains("order_stage") && indexes.contains("order_open_accepted"))
        #expect(!indexes.contains("order_warehouse") && !indexes.contains("order_open_client"))
    }

    /// Numbers of orders that have left for the archive are not given out again, nor those of their labels.
    @Test func numbersGoOn() throws {
        #expect(try orders.insert(.sample("O-10"), at: at(90)).row == OrderRow(10))
        #expect(try store.labels.newest() == LabelRow(6))
        #expect(try store.labels.insert(Sample.label(ParcelRow(8)), at: at(90)).row == LabelRow(7))
        #expect(try store.labels.label(LabelRow(5))?.data == ["order_id": "O-1"])
    }

    @Test func linesPicksAndParcelsFollowTheirOrder() throws {
        try store.db.execute(script: "UPDATE orders SET priority = 90, pickup_at = 77, driver = 'DHL' WHERE id = 3")
        let rank = 100_000_000_000_000_077
        #expect(try store.number("SELECT count(*) FROM line WHERE order_row = 3 AND rank = \(rank)") == 2)
        #expect(try store.number("SELECT rank FROM pick") == rank)
        #expect(try store.parcels.list(ParcelTable.Filter(driver: "DHL"), after: nil, limit: 9).count == 1)
    }

    /// An id is one order of each client still.
    @Test func noOrderIsThereTwice() throws {
        #expect(throws: Refusal.self) { try orders.insert(.sample("O-1", client: "ACME"), at: at(90)) }
    }
}
