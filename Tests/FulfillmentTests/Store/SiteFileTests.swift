import Domain
import Foundation
import JSON
import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct SiteFileTests {
    @Test func oneSiteHoldsTheFile() throws {
        let site = try TestSite(empty: ())
        #expect(throws: StoreError.inUse(path: site.databasePath)) {
            _ = try Site(databasePath: site.databasePath, settings: SiteSettings(), newJournal: "0a1b2c3d")
        }
        try site.done(ToteUpsert("T-1"))
    }

    @Test func reopeningKeepsEverything() throws {
        let site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 2)])
        let before = (
            try site.read("status"), try site.order("O-1").json, try site.events()
        )
        try site.reopen(newJournal: "ffffffff")
        let after = (
            try site.read("status"), try site.order("O-1").json, try site.events()
        )
        #expect(before == after)
        #expect(site.site.journal == "0a1b2c3d")
    }

    @Test("Where the number of the newest event cannot be read, no other is told")
    func unreadableHead() throws {
        let site = try TestSite()
        #expect(try site.site.head > 0)
        try site.site.store.db.run(SQL("INSERT OR REPLACE INTO meta (name, value) VALUES ('last_event', 'many')"))
        // As long as the daemon runs it knows the number.
        try site.reopen()
        #expect(throws: StoreError.self) { try site.site.head }
        try site.site.store.db.run(SQL("DELETE FROM event WHERE sequence > 0"))
        #expect(throws: StoreError.self) { try site.site.first }
    }

    @Test("Events of another start carry another mark, and those of before keep theirs")
    func marks() throws {
        let site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
        let before = try site.events().last?["id"]?.string
        try site.reopen(start: (mark: "05", at: site.now))
        try site.receive(5, "PEN", in: "A-1-01")
        let ids = try site.events().suffix(2).map { $0["id"]?.string }
        let head = try site.site.head
        #expect(ids == [before, "0a1b2c3d.05/\(head)"])
    }
}
