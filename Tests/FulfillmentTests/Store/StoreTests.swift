import Foundation
import GRDB
import JSON
import Testing

@testable import Fulfillment

@Suite struct StoreTests {
    @Test func commitsAreDurable() throws {
        let site = try TestSite(empty: ())
        let pragmas = try site.site.read { db in
            try ["journal_mode", "locking_mode", "synchronous", "foreign_keys", "application_id"].map { name in
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
        try String(repeating: "not a database ", count: 100).write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: SiteError.foreignFile(path: path)) { try open(path) }
    }

    @Test func aNewerFileIsRefused() throws {
        let path = try scratchFile { db in
            try db.execute(sql: "CREATE TABLE meta (name TEXT); PRAGMA user_version = 99")
            try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
        }
        #expect(throws: SiteError.newerFile(path: path, version: 99, known: Schema.versions.count)) { try open(path) }
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
        let before = (try site.read("status"), try site.read("order.get", ["order_id": "O-1"]), try site.events())
        try site.reopen(newJournal: "ffffffff")
        let after = (try site.read("status"), try site.read("order.get", ["order_id": "O-1"]), try site.events())
        #expect(before == after)
        #expect(site.site.journal == "0a1b2c3d")
    }

    private func open(_ path: String) throws {
        _ = try Site(databasePath: path, settings: SiteSettings(), newJournal: "0a1b2c3d")
    }

    private func scratchFile(_ write: (Database) throws -> Void) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "scratch-\(UUID().uuidString).db").path
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction(write)
        try queue.close()
        return path
    }
}
