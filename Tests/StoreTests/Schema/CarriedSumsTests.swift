import Domain
import Testing

@testable import Store

/// Version 10 keeps no sums of promises and no counts of orders: those of a file that had them are those of its rows.
@Suite struct CarriedSumsTests {
    /// Lines with promises and without, of several warehouses and clients, as versions 8 and 9 kept them.
    private static let day = """
        INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, on_short, accepted_at,
            released_at, stage, ended_at)
        VALUES (3, '', 'O-3', 'NY', 1, '{}', 50, '', '', 'wait', 40, NULL, 'accepted', NULL),
            (4, 'ACME', 'O-4', 'NY', 1, '{}', 50, '', '', 'wait', 40, NULL, 'accepted', NULL),
            (5, '', 'O-5', 'LA', 1, '{}', 50, '', '', 'wait', 40, NULL, 'accepted', NULL),
            (6, '', 'O-6', 'NY', 1, '{}', 50, '', '', 'wait', 40, 41, 'picked', NULL),
            (7, '', 'O-7', 'NY', 1, '{}', 50, '', '', 'wait', 40, 41, 'in_transit', 60);
        INSERT INTO line (order_row, line, position, client, sku, quantity, lot, promised, unpromised, warehouse, rank,
            order_id)
        VALUES (3, '1', 0, '', 'TEA', 5, '', 5, 0, 'NY', 509000000000000000, 'O-3'),
            (3, '2', 1, '', 'CUP', 2, '', 0, 2, 'NY', 509000000000000000, 'O-3'),
            (3, '3', 2, '', 'TEA', 2, 'L1', 2, 0, 'NY', 509000000000000000, 'O-3'),
            (4, '1', 0, 'ACME', 'TEA', 4, '', 3, 1, 'NY', 509000000000000000, 'O-4'),
            (5, '1', 0, '', 'TEA', 1, '', 1, 0, 'LA', 509000000000000000, 'O-5'),
            (6, '1', 0, '', 'TEA', 9, '', 0, 0, 'NY', 0, 'O-6'),
            (7, '1', 0, '', 'TEA', 9, '', 0, 0, 'NY', 0, 'O-7');
        INSERT INTO promise (warehouse, client, sku, quantity)
        VALUES ('NY', '', 'TEA', 7), ('NY', '', 'CUP', 0), ('NY', 'ACME', 'TEA', 3), ('LA', '', 'TEA', 1);
        INSERT INTO stage_count (stage, n) VALUES ('accepted', 3), ('packed', 0), ('picked', 1), ('in_transit', 1);
        INSERT INTO account (warehouse, client, sku, lot, expiry, received)
        VALUES ('NY', '', 'TEA', '', '', 9), ('NY', '', 'CUP', '', '', 9), ('NY', 'ACME', 'TEA', '', '', 9),
            ('LA', '', 'TEA', '', '', 9);
        """

    @Test("What is promised and how many orders there are is as it was", arguments: [8, 9])
    func sums(version: Int) throws {
        let store = try carriedStore(from: version, holding: Self.day)
        func promised(_ sku: SKUID, _ client: ClientID = "", in warehouse: WarehouseCode) throws -> Int {
            try store.promises.quantity(of: sku, client, in: warehouse)
        }
        #expect(try promised("TEA", in: "NY") == 7)
        #expect(try promised("CUP", in: "NY") == 0)
        #expect(try promised("TEA", "ACME", in: "NY") == 3)
        #expect(try promised("TEA", in: "LA") == 1)
        #expect(try store.orders.counts() == [.accepted: 3, .picked: 1, .inTransit: 1])
        for rule in AuditRule.all where Self.rules.contains(where: { rule.rule.hasPrefix($0) }) {
            #expect(try store.audit.find(rule, after: nil, limit: 100).breaches == [])
        }
    }

    private static let rules = ["what is promised of a SKU is the sum", "the counts of orders"]

    @Test("They go on from there, and SKUs follow each other", arguments: [8, 9])
    func later(version: Int) throws {
        let store = try carriedStore(from: version, holding: Self.day)
        try store.promises.change(by: -6, of: "TEA", "", in: "NY")
        #expect(throws: Refusal.self) { try store.promises.change(by: -2, of: "TEA", "", in: "NY") }
        _ = try store.orders.insert(.sample("O-8", warehouse: "NY"), at: second(0))
        #expect(try store.orders.counts()[.accepted] == 4)
        var found: [SKUKey] = []
        while let next = try store.promises.next(after: found.last ?? .first, in: "NY"), found.count < 9 {
            found.append(next)
        }
        #expect(found == [SKUKey("", "CUP"), SKUKey("", "TEA"), SKUKey("ACME", "TEA")])
    }

    @Test func theirTablesAreGone() throws {
        let store = try carriedStore(from: 9, holding: Self.day)
        let left = "SELECT count(*) FROM sqlite_master WHERE name IN ('promise', 'stage_count')"
        #expect(try store.number(left) == 0)
    }
}
