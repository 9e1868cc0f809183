import Domain
import JSON
import Testing

@testable import Store

/// Version 8: the pool goes by urgency, imports go in slices, and what is over goes by the moment of its end.
@Suite struct CarriedPoolTests {
    private let store: Store

    init() throws {
        store = try carriedStore(
            from: 7,
            holding: """
                INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track,
                    rotation, shelf_life_days, units, packing)
                VALUES ('', 'TEA', 'Tea', 120, 80, 60, 250, 'ambient', '', '', 'FEFO', NULL, '[]', '{}');
                INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                    on_short, accepted_at, released_at, stage, is_held)
                VALUES (3, '', 'O-3', 'NY', 1, '{}', 50, '', '', 2000, 'wait', 1, 2, 'released', 0),
                    (4, '', 'O-4', 'NY', 1, '{}', 80, '', '', NULL, 'wait', 1, 2, 'released', 0),
                    (5, '', 'O-5', 'NY', 1, '{}', 80, '', '', 9000, 'wait', 1, 2, 'picking', 0),
                    (6, '', 'O-6', 'NY', 1, '{}', 50, '', '', 1000, 'wait', 1, 2, 'released', 0),
                    (7, '', 'O-7', 'NY', 1, '{}', 99, '', '', 500, 'wait', 1, 2, 'released', 1);
                INSERT INTO line (order_row, line, position, client, sku, quantity, lot)
                    SELECT id, '1', 0, '', 'TEA', 3, '' FROM orders;
                INSERT INTO session (id, badge, device, warehouse, cart, started_at, ended_at, tour)
                VALUES (1, 'anna', 'h07', 'NY', 'C-1', 1, NULL, 2), (2, 'bert', 'h08', 'NY', 'C-1', 1, 20, 1);
                INSERT INTO tour (id, warehouse, kind, state, session, start, finish, priority, length_mm, lower_bound_mm,
                    by_location_code_mm, done, total, planned_at)
                VALUES (1, 'NY', 'pick', 'cancelled', NULL, 'DEPOT', 'PACK-1', 50, 0, 0, 0, 0, 0, 10),
                    (2, 'NY', 'pick', 'started', 1, 'DEPOT', 'PACK-1', 80, 0, 0, 0, 1, 2, 10);
                INSERT INTO pick (id, order_row, line, warehouse, client, sku, lot, expiry, stock, bin, quantity, state,
                    tour, position, session, tote)
                VALUES (1, 3, '1', 'NY', '', 'TEA', '', '', 1, 'A-01-1', 1, 'open', NULL, NULL, NULL, NULL),
                    (2, 4, '1', 'NY', '', 'TEA', '', '', 1, 'A-01-1', 3, 'open', NULL, NULL, NULL, NULL),
                    (3, 5, '1', 'NY', '', 'TEA', '', '', 1, 'A-01-1', 1, 'claimed', 2, 2, 1, NULL),
                    (4, 5, '1', 'NY', '', 'TEA', '', '', NULL, 'A-01-1', 1, 'picked', 2, 1, 1, 'T-1'),
                    (5, 5, '1', 'NY', '', 'TEA', '', '', 1, 'A-01-1', 1, 'open', NULL, NULL, NULL, NULL),
                    (6, 6, '1', 'NY', '', 'TEA', '', '', 1, 'A-01-1', 2, 'open', NULL, NULL, NULL, NULL),
                    (7, 3, '1', 'NY', '', 'TEA', '', '', 1, 'A-01-1', 2, 'open', NULL, NULL, NULL, NULL),
                    (8, 7, '1', 'NY', '', 'TEA', '', '', 1, 'A-01-1', 3, 'open', NULL, NULL, NULL, NULL);
                INSERT INTO import (id, kind, common, begun_at, state, rows, done)
                VALUES (2, 'sku', '{"client":""}', 5, 'open', 3, 0), (3, 'tote', '{}', 6, 'committed', 1, 1);
                INSERT INTO import_row (import, line, row)
                VALUES (2, 2, '{"sku":"X"}'), (2, 3, '{"sku":"Y"}'), (2, 4, '{"sku":"Z"}');
                """)
    }

    private func at(_ milliseconds: Int) -> Instant { Instant(millisecondsSince1970: milliseconds) }

    private func pool() throws -> [PooledPick] { try store.picks.pool(in: "NY", limit: 99) }

    /// The higher priority first, then the earlier pickup, then one that nobody fetches at a certain time; neither what
    /// is on a tour nor what is held.
    @Test func thePoolGoesByUrgency() throws {
        #expect(try pool().map(\.row.number) == [5, 2, 6, 1, 7])
        #expect(try pool().map(\.order.number) == [5, 4, 6, 3, 3])
        var pages: [PooledPick] = []
        while true {
            let page = try store.picks.pool(in: "NY", after: pages.last, limit: 2)
            if page.isEmpty { break }
            pages += page
        }
        #expect(try pages == pool())
    }

    /// What was carried and what is opened now go by the same rank.
    @Test func newPicksStandAmongThoseCarried() throws {
        let record = StockRecord.sample(1)
        for order in [3, 4, 5, 6] {
            let line = try store.orders.line("1", of: OrderRow(order))
            try store.picks.insert(NewPick(of: line, from: record, quantity: 1))
        }
        let picks = try store.picks.pool(in: record.key.warehouse, limit: 99)
        #expect(picks.map(\.order.number) == [5, 4, 6, 3])
        let ranks = Dictionary(uniqueKeysWithValues: picks.map { ($0.order, $0.rank) })
        for carried in try pool() { #expect(carried.rank == ranks[carried.order]) }
    }

    @Test func onlyAClaimIsHeld() throws {
        #expect(try store.picks.pick(PickRow(3)).session == SessionRow(1))
        #expect(try store.picks.pick(PickRow(4)).session == nil)
        #expect(try store.sessions.session(SessionRow(1))?.work.tour == TourRow(2))
        #expect(try store.sessions.session(SessionRow(2))?.work == SessionWork())
    }

    @Test func whatWasOverBeforeIsRemoved() throws {
        #expect(try store.tours.tour(TourRow(1)).finishedAt == at(10))
        #expect(try store.tours.removeEnded(before: at(99), limit: 9).removed == 1)
        #expect(try store.sessions.removeEnded(before: at(99), limit: 9).removed == 1)
        #expect(try store.imports.removeEnded(before: at(99), limit: 9).removed == 1)
        #expect(try store.tours.list(limit: 9).map(\.row) == [TourRow(2)])
        #expect(try store.imports.begin(.box, common: JSONObject(), at: at(100)).row == ImportRow(4))
    }

    @Test func anOpenImportGoesOn() throws {
        let imports = store.imports
        let one = try #require(try imports.import(ImportRow(2)))
        #expect(one.state == .open && one.step == .replacing && one.rows == 3 && one.lastLine == 4)
        #expect(try imports.import(ImportRow(3))?.step == .done)
        #expect(try imports.rows(of: one.row, after: 0, limit: 9).map(\.line) == [2, 3, 4])
        let again = [NewStagedRow(line: 3, row: ["sku": "Y2"]), NewStagedRow(line: 5, row: ["sku": "V"])]
        #expect(try imports.stage(again, in: one) == 4)
        #expect(try imports.rows(of: one.row, after: 2, limit: 1).map(\.value) == [["sku": "Y2"]])
        #expect(try imports.left(from: at(6))?.row == one.row)
        try imports.move(try #require(try imports.import(one.row)), to: .committing)
        #expect(try imports.committing().map(\.row) == [one.row])
    }
}
