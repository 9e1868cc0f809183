import Domain
import Foundation
import GRDB
import JSON
import Testing

@testable import Fulfillment

@Suite struct StoreTests {
    @Test func commitsAreDurable() throws {
        let site = try TestSite(empty: ())
        let pragmas = try site.site.read { db in
            try ["journal_mode", "locking_mode", "synchronous", "foreign_keys", "application_id"].map {
                name in
                try String.fetchOne(db, sql: "SELECT * FROM pragma_\(name)") ?? ""
            }
        }
        #expect(pragmas == ["wal", "exclusive", "2", "1", String(Store.applicationID)])
    }

    @Test func anotherProgramsFileIsRefused() throws {
        let path = try scratchFile { db in try db.execute(sql: "CREATE TABLE note (text TEXT)") }
        #expect(throws: SiteError.foreignFile(path: path)) { try open(path) }
    }

    @Test func aFileThatIsNoDatabaseIsRefused() throws {
        let path = try scratchFile { _ in }
        try String(repeating: "not a database ", count: 100).write(
            toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: SiteError.foreignFile(path: path)) { try open(path) }
    }

    @Test func aNewerFileIsRefused() throws {
        let path = try scratchFile { db in
            try db.execute(sql: "CREATE TABLE meta (name TEXT); PRAGMA user_version = 99")
            try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
        }
        #expect(throws: SiteError.newerFile(path: path, version: 99, known: Schema.versions.count)) {
            try open(path)
        }
    }

    @Test func oneSiteHoldsTheFile() throws {
        let site = try TestSite(empty: ())
        #expect(throws: SiteError.inUse(path: site.databasePath)) { try open(site.databasePath) }
        try site.done("tote.upsert", ["tote": "T-1"])
    }

    @Test func reopeningKeepsEverything() throws {
        let site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 2)])
        let before = (
            try site.read("status"), try site.read("order.get", ["order_id": "O-1"]), try site.events()
        )
        try site.reopen(newJournal: "ffffffff")
        let after = (
            try site.read("status"), try site.read("order.get", ["order_id": "O-1"]), try site.events()
        )
        #expect(before == after)
        #expect(site.site.journal == "0a1b2c3d")
    }

    @Test(
        "A file of any older version is brought up to date, with what it holds",
        arguments: 1..<Schema.versions.count)
    func anOlderFileIsMigrated(version: Int) throws {
        let path = try scratchFile { db in
            for text in Schema.versions.prefix(version) { try db.execute(sql: text) }
            try db.execute(
                sql: """
                    INSERT INTO meta VALUES ('journal', '01234567');
                    INSERT INTO session (id, badge, device, warehouse, cart, started_at, dialogue)
                        VALUES (1, 'P1', 'H1', 'WH-NY', 'C1', 1, '{"tour":7,"at":"item","bin":"B-3-02"}');
                    INSERT INTO tour (id, warehouse, kind, state, session, start, finish, priority, length_mm,
                        lower_bound_mm, by_location_code_mm, planned_at)
                        VALUES (7, 'WH-NY', 'pick', 'started', 1, 'DEPOT', 'PACK-1', 50, 9000, 9000, 12000, 1);
                    INSERT INTO orders (id, client, order_id, warehouse, revision, content, priority, sla,
                        driver, on_short, accepted_at, stage)
                        VALUES (1, '', 'O-1', 'WH-NY', 1, '{}', 50, '', 'D-7', 'wait', 1, 'picking');
                    INSERT INTO pick (order_row, line, warehouse, client, sku, lot, expiry, bin, quantity,
                        state, tour, position, session)
                        VALUES (1, '1', 'WH-NY', '', 'PEN', '', '', 'B-3-02', 2, 'claimed', 7, 1, 1);
                    PRAGMA user_version = \(version);
                    PRAGMA application_id = \(Store.applicationID)
                    """)
        }
        let site = try Site(databasePath: path, settings: SiteSettings(), newJournal: "0a1b2c3d")
        #expect(site.journal == "01234567")
        let (known, tour, pick) = try site.read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA user_version"),
                try #require(try Row.fetchOne(db, sql: "SELECT * FROM tour").map(FloorTour.init)),
                try #require(try Row.fetchOne(db, sql: "SELECT * FROM pick").map(Pick.init))
            )
        }
        #expect(known == Schema.versions.count)
        #expect(tour.lengthMM == 9_000 && tour.walkedMM == 0)
        // Version 3 says where pickers stand who were under way before.
        #expect(tour.standsAt == (version < 3 ? BinCode("B-3-02") : nil))
        #expect(pick.skips == 0 && pick.position == 1)
    }

    private func open(_ path: String) throws {
        _ = try Site(databasePath: path, settings: SiteSettings(), newJournal: "0a1b2c3d")
    }

    private func scratchFile(_ write: (Database) throws -> Void) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID().uuidString).db")
            .path
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction(write)
        try queue.close()
        return path
    }
}
