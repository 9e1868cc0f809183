import Domain
import Testing

@testable import Store

/// A file of version 6 in memory, with what these steps carry over.
@Suite struct CarriedGoodsTests {
    private let db: Connection

    init() throws {
        let store = try carriedStore(
            from: 6,
            holding: """
                INSERT INTO meta (name, value) VALUES ('journal', '7f3c91d2'), ('sscc', 41);
                INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla, driver, on_short,
                    accepted_at, stage) VALUES (3, '', 'O-1', 'NY', 1,
                    '{"plan":{"estimated_delivery":"2026-05-06T17:30:00+02:00"}}', 50, '', 'UPS', 'wait', 0, 'packing');
                INSERT INTO sku (client, sku, name, length_mm, width_mm, height_mm, weight_g, storage, hazard, track,
                    rotation, shelf_life_days, units, packing)
                VALUES ('', 'MUG', 'Mug', 90, 90, 100, 300, 'ambient', '', 'lot', 'FEFO', NULL, '[]', '{}'),
                    ('', 'TEA', 'Tea', 120, 80, 60, 250, 'ambient', '', '', 'FEFO', NULL,
                     '[{"unit":"case","qty":12,"barcodes":["4012345678901","CASE-7"]}]', '{}');
                INSERT INTO parcel (id, order_row, number, state, box, plan, expected_weight_g)
                VALUES (8, 3, 1, 'open', 'S',
                    '[{"sku":"TEA","at_mm":[0,0,0],"size_mm":[120,80,60]},{"sku":"TEA","at_mm":[120,0,0],"size_mm":[120,80,60]},{"sku":"MUG","at_mm":[0,80,0],"size_mm":[90,90,100]}]', 900),
                    (9, 3, 2, 'voided', 'S', '[]', 0);
                INSERT INTO pick (id, order_row, line, warehouse, client, sku, lot, expiry, bin, quantity, state, parcel, packed)
                VALUES (1, 3, '1', 'NY', '', 'TEA', '', '', 'A-01-1', 2, 'picked', 8, 1);
                INSERT INTO label_job (id, parcel, printer, template, data, copy, state, queued_at)
                VALUES (5, 8, 'dock', 'shipping', '{}', 0, 'queued', 1);
                INSERT INTO stock (id, warehouse, client, sku, lot, expiry, status, plate, bin, received_at, on_hand, reserved)
                VALUES (4, 'NY', '', 'TEA', '', '', 'available', '', 'A-01-1', 0, 6, 2),
                    (5, 'NY', '', 'MUG', '', '', 'available', '', 'A-01-1', 0, 0, 0);
                INSERT INTO command (command_id, fingerprint, answer, at) VALUES ('c1', x'01', '{"n":1}', 7);
                INSERT INTO event (sequence, type, subject, body, at) VALUES (6, 'order.accepted', 'O-1',
                    '{"specversion":"1.0","id":"7f3c91d2/6","source":"wmsd/NY","type":"order.accepted","subject":"O-1","time":"1970-01-01T00:00:00.007Z","sequence":"6","data":{"order_id":"O-1","n":1.50}}', 7);
                INSERT INTO import (id, kind, common, begun_at, state) VALUES (2, 'sku', '{"client":""}', 0, 'open');
                INSERT INTO import_row (import, line, row) VALUES (2, 1, '{"sku":"X"}');
                """)
        db = store.db
    }

    @Test func aPlanIsItsRuns() throws {
        let parcels = ParcelTable(db)
        let parcel = try #require(try parcels.parcel(ParcelRow(8)))
        #expect(parcel.pieces == 3 && parcel.done == 1)
        #expect(try parcels.runs(of: parcel.row).map(\.sku) == ["TEA", "MUG"])
        #expect(try parcels.plan(of: parcel.row).pieces[1].at == PositionMM(across: 120, deep: 0, up: 0))
        #expect(try parcels.parcel(ParcelRow(9))?.pieces == 0)
    }

    @Test func anOrderTellsWhenItIsToArrive() throws {
        #expect(try OrderTable(db).order(OrderRow(3)).deliveryAt == Instant("2026-05-06T15:30:00Z"))
    }

    @Test func barcodesOfUnitsAreFound() throws {
        let skus = SKUTable(db)
        #expect(try skus.meanings(of: ["04012345678901"]).map(\.pieces) == [12])
        #expect(try skus.meanings(of: ["CASE-7"]).map(\.sku.id) == ["TEA"])
    }

    @Test func theOtherTablesReadWhatTheFileHad() throws {
        #expect(try StockTable(db).record(StockRow(4))?.free == 4)
        #expect(try StockTable(db).record(StockRow(5)) == nil)
        #expect(try StockTable(db).add(1, to: Sample.key("MUG"), receivedAt: Sample.noon).row > StockRow(4))
        #expect(try LabelTable(db).queued(for: "dock", limit: 9).map(\.row) == [LabelRow(5)])
        #expect(try CommandTable(db).answer(to: "c1", of: 1000)?.text == #"{"n":1}"#)
        #expect(try MetaTable(db).nextSSCCSerial() == 42)
        let one = try #require(try ImportTable(db).import(ImportRow(2)))
        #expect(one.rows == 1 && one.state == .open && one.step == .replacing && one.lastLine == 1 && one.faults.isEmpty)
        #expect(try SKUTable(db).sku("MUG", of: "")?.track == [.lot])
    }

    /// The bytes that were told before are told again.
    @Test func eventsAreToldAsBefore() throws {
        let text =
            #"{"specversion":"1.0","id":"7f3c91d2/6","source":"wmsd/NY","type":"order.accepted","subject":"O-1","#
            + #""time":"1970-01-01T00:00:00.007Z","sequence":"6","data":{"order_id":"O-1","n":1.50}}"#
        #expect(try EventTable(db).page(after: 5, limit: 1, rowsMax: 9).events.map(\.text) == [text])
        #expect(try EventTable(db).head() == 6)
    }
}
