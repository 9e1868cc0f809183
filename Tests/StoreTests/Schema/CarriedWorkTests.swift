import Domain
import Testing

@testable import Store

/// Work in the middle of the day, as each release before the archive kept it, carried to today.
@Suite struct CarriedWorkTests {
    /// Two pieces lie in a tote on the cart, the next one is claimed; another order waits, a third was sent.
    static let day = """
        INSERT INTO meta (name, value) VALUES ('journal', '7f3c91d2'), ('sscc', 41);
        INSERT INTO warehouse (warehouse, name, revision) VALUES ('NY', 'New York', 1);
        INSERT INTO layout (warehouse, revision, yaml, loaded_at) VALUES ('NY', 1, 'warehouse: NY', 5);
        INSERT INTO session (id, badge, device, warehouse, station, cart, started_at, ended_at, step, dialogue)
        VALUES (2, 'lena', 'p01', 'NY', 'PACK-1', NULL, 10, 20, 9, '{"at":"idle"}'),
            (3, 'maria', 'h07', 'NY', NULL, 'CART-1', 30, NULL, 5, '{"tour":4,"at":"bin","counted":0}');
        INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track, rotation,
            shelf_life_days, units, packing)
        VALUES ('', 'TEA', 'Tea', 120, 80, 60, 250, 'ambient', '', 'lot', 'FEFO', 90,
            '[{"unit":"case","qty":12,"barcodes":["CASE-7"]}]', '{"fragile":true}');
        INSERT INTO barcode (barcode, client, sku, unit) VALUES ('PIECE-7', '', 'TEA', 'each');
        INSERT INTO box (box, inner_length_mm, inner_width_mm, inner_height_mm, tare_g, kind)
        VALUES ('S', 240, 160, 100, 90, 'carton');
        INSERT INTO tote (tote, tare_g, state, order_row, tour) VALUES ('T-1', 1200, 'bound', 7, 4),
            ('T-2', 1200, 'free', NULL, NULL);
        INSERT INTO stock (id, warehouse, client, sku, lot, expiry, status, plate, bin, received_at, on_hand, reserved)
        VALUES (6, 'NY', '', 'TEA', 'L1', '2027-03-01', 'available', '', 'A-01-1', 3, 8, 1);
        INSERT INTO account (warehouse, client, sku, lot, expiry, received, handed_over)
        VALUES ('NY', '', 'TEA', 'L1', '2027-03-01', 11, 1);
        INSERT INTO promise (warehouse, client, sku, quantity) VALUES ('NY', '', 'TEA', 2);
        INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at, on_short,
            accepted_at, released_at, stage)
        VALUES (7, '', 'O-1', 'NY', 1, '{"order_id":"O-1"}', 80, 'SAME_DAY', 'D1', 900, 'wait', 40, 50, 'picking'),
            (8, '', 'O-2', 'NY', 1, '{"order_id":"O-2"}', 40, 'STANDARD', '', NULL, 'ship', 41, NULL, 'accepted'),
            (9, '', 'O-3', 'NY', 1, '{"order_id":"O-3"}', 40, 'STANDARD', 'D1', NULL, 'wait', 39, 42, 'in_transit');
        INSERT INTO line (order_row, line, position, client, sku, quantity, lot, promised)
        VALUES (7, '1', 0, '', 'TEA', 3, '', 0), (8, '1', 0, '', 'TEA', 2, '', 2), (9, '1', 0, '', 'TEA', 1, '', 0);
        INSERT INTO tour (id, warehouse, kind, state, session, start, finish, priority, length_mm, lower_bound_mm,
            by_location_code_mm, planned_at, started_at)
        VALUES (4, 'NY', 'pick', 'started', 3, 'DEPOT', 'PACK-1', 80, 40000, 39000, 41000, 55, 60);
        INSERT INTO parcel (id, order_row, number, state, box, plan, expected_weight_g, weight_g, sscc, manifest, closed_at,
            handed_over_at)
        VALUES (5, 9, 1, 'handed_over', 'S', '[{"sku":"TEA","at_mm":[0,0,0],"size_mm":[120,80,60]}]', 340, 350,
            '106141410000000019', 2, 44, 46);
        INSERT INTO manifest (id, warehouse, driver, state, opened_at) VALUES (2, 'NY', 'D1', 'open', 45);
        INSERT INTO pick (id, order_row, line, warehouse, client, sku, lot, expiry, stock, bin, quantity, state, tour, position,
            session, tote, parcel, packed, picked_by, picked_at)
        VALUES (11, 7, '1', 'NY', '', 'TEA', 'L1', '2027-03-01', 6, 'A-01-1', 2, 'picked', 4, 1, 3, 'T-1', NULL, 0, 'maria', 65),
            (12, 7, '1', 'NY', '', 'TEA', 'L1', '2027-03-01', 6, 'A-01-1', 1, 'claimed', 4, 2, 3, NULL, NULL, 0, NULL, NULL),
            (13, 9, '1', 'NY', '', 'TEA', 'L1', '2027-03-01', NULL, 'A-01-1', 1, 'packed', NULL, NULL, NULL, NULL, 5, 1, 'maria', 43);
        INSERT INTO event (sequence, type, subject, body, at) VALUES (1, 'order.in_transit', 'O-3',
            '{"specversion":"1.0","id":"7f3c91d2/1","source":"wmsd/NY","type":"order.in_transit","subject":"O-3","time":"1970-01-01T00:00:00.046Z","sequence":"1","data":{"order_id":"O-3"}}', 46);
        INSERT INTO consumer (consumer, acknowledged, seen_at) VALUES ('shop', 1, 47);
        INSERT INTO command (command_id, fingerprint, answer, at) VALUES ('c-1', x'01', '{"n":1}', 48);
        INSERT INTO import (id, kind, common, begun_at, state) VALUES (2, 'sku', '{}', 49, 'open');
        INSERT INTO import_row (import, line, row) VALUES (2, 3, '{"sku":"MUG"}');
        """

    static let versions = Array(1...5)

    private func at(_ milliseconds: Int) -> Instant { Instant(millisecondsSince1970: milliseconds) }

    @Test("Orders, lines and promises", arguments: versions)
    func orders(version: Int) throws {
        let store = try carriedStore(from: version, holding: Self.day)
        let picking = try #require(try store.orders.order("O-1", of: ""))
        #expect(picking.row == OrderRow(7) && picking.stage == .picking && picking.driver == "D1")
        #expect(picking.pickupAt == at(900) && picking.releasedAt == at(50) && picking.endedAt == nil)
        let waiting = try #require(try store.orders.order("O-2", of: ""))
        #expect(waiting.stage == .accepted && waiting.onShort == .ship && waiting.driver == nil)
        #expect(try store.orders.order("O-3", of: "")?.endedAt == at(46))
        #expect(try store.orders.lines(of: waiting.row).map(\.promised) == [2])
        #expect(try store.orders.lines(of: waiting.row).map(\.unit) == [.each])
        let ordered = try store.orders.orders(of: "TEA", OrderFilter(), limit: 9, passing: 9)
        #expect(ordered.orders.map(\.id) == ["O-2", "O-1", "O-3"] && ordered.next == nil)
        #expect(try store.promises.quantity(of: "TEA", "", in: "NY") == 2)
        let promised = try store.orders.linesPromised("TEA", of: "", in: "NY", limit: 9)
        #expect(promised.map(\.order) == [waiting.row])
        #expect(try store.orders.counts() == [.picking: 1, .accepted: 1, .inTransit: 1])
        for order in try store.orders.orders(after: nil, limit: 9) {
            #expect(try store.orders.facts(of: order.row).stage == order.stage, "\(order.id)")
        }
    }

    @Test("A walk goes on where its picker stood", arguments: versions)
    func walk(version: Int) throws {
        let store = try carriedStore(from: version, holding: Self.day)
        let tour = try store.tours.tour(TourRow(4))
        #expect(tour.state == .started && tour.session == SessionRow(3) && tour.done == 1 && tour.total == 2)
        #expect(try store.picks.current(on: tour.row)?.row == PickRow(12))
        #expect(try store.picks.picks(in: "T-1").map(\.quantity) == [2])
        #expect(try store.picks.picks(reserving: StockRow(6)).map(\.row) == [PickRow(12)])
        let tote = try #require(try store.totes.tote("t-1"))
        #expect(tote.state == .bound && tote.order == OrderRow(7) && tote.warehouse == "NY")
        let session = try #require(try store.sessions.session(SessionRow(3)))
        #expect(session.isOpen && session.step == 5 && session.work == SessionWork(tour: tour.row))
        #expect(try store.sessions.session(SessionRow(2))?.isOpen == false)
    }

    @Test("Goods, boxes, stock and what left", arguments: versions)
    func goods(version: Int) throws {
        let store = try carriedStore(from: version, holding: Self.day)
        #expect(try store.skus.sku("TEA", of: "")?.track == [.lot])
        #expect(try store.skus.meanings(of: ["PIECE-7"]).map(\.pieces) == [1])
        #expect(try store.skus.meanings(of: ["CASE-7"]).map(\.pieces) == [12])
        #expect(try store.boxes.box("S")?.clearanceMM == 0)
        #expect(try store.stock.record(StockRow(6))?.free == 7)
        let parcel = try #require(try store.parcels.parcel(sscc: "106141410000000019"))
        #expect(parcel.state == .handedOver && parcel.pieces == 1 && parcel.manifest == ManifestRow(2))
        let filter = ParcelTable.Filter(driver: "D1", client: "", warehouse: "NY")
        #expect(try store.parcels.list(filter, after: nil, limit: 9) == [parcel])
        #expect(try store.layouts.revision(of: "NY") == 1)
    }

    @Test("Events, answers, consumers and imports; numbers go on", arguments: versions)
    func wire(version: Int) throws {
        let store = try carriedStore(from: version, holding: Self.day)
        #expect(try store.events.head() == 1)
        #expect(try store.consumers.acknowledged(by: "shop") == 1)
        #expect(try store.commands.answer(to: "c-1", of: 1000)?.text == #"{"n":1}"#)
        let one = try #require(try store.imports.import(ImportRow(2)))
        #expect(one.state == .open && one.rows == 1 && one.lastLine == 3)
        #expect(try store.meta.nextSSCCSerial() == 42)
        let further = try store.stock.add(1, to: Sample.key(bin: "B-01-1"), receivedAt: Sample.noon)
        #expect(further.row > StockRow(6))
    }
}
