import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Pieces of cancelled orders that are not in the tote when they are to be brought home.
@Suite struct BringBackMissedTests {
    @Test("Pieces that are not in the tote are on hold until their bin is counted", arguments: [0, 2])
    func missing(found: Int) throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])])
        let carrier = try site.carrier()
        try carrier.answer(until: .quantity)
        try carrier.scan(String(found))
        #expect(carrier.expects == .yesNo && carrier.prompt.choices == ["yes", "no"])
        #expect(carrier.prompt.say == "\(3 - found) of PEN are gone?")
        guard case .badParams = try carrier.refusal(of: "PEN") else {
            Issue.record("a code said that pieces are gone")
            return
        }
        try carrier.scan("no")
        #expect(carrier.expects == .item)
        #expect(try site.onHand("PEN", in: "A-1-01") == 7)
        try carrier.scan("PEN")
        try carrier.scan(String(found))
        try carrier.scan("yes")
        #expect(carrier.expects == .none)
        #expect(try site.onHand("PEN", in: "A-1-01", status: .available) == 7 + found)
        #expect(try site.onHand("PEN", in: "A-1-01", status: .hold) == 3 - found)
        #expect(try site.available("PEN") == 7 + found)
        #expect(try site.stage(of: "O-1") == .cancelled)
        let changes = try site.events("stock.changed").compactMap { $0["data"] }
        #expect(changes.allSatisfy { $0["reason"] != "lost" })
        let missed = changes.filter { $0["reason"] == "missed_at_put_back" }
        #expect(missed.map { $0["change"] } == [.int(3 - found)])
        #expect(missed.allSatisfy { $0["bin"] == "A-1-01" && $0["status"] == "hold" && $0["by"] == "P1" })
        #expect(changes.filter { $0["reason"] == "put_back" }.count == (found == 0 ? 0 : 1))
        let count = try #require(try site.tasks(kind: .count).first)
        #expect((count.bin, count.sku, count.state) == ("A-1-01", "PEN", .open))
        #expect(try site.totes(.free).count == 40)
        #expect(try site.breaches() == [])
    }

    /// A site where two of three pens were not in the tote: eight may be picked, two are on hold.
    private func siteWithTwoMissed() throws -> TestSite {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])])
        let carrier = try site.carrier()
        try carrier.answer(until: .quantity)
        try carrier.scan("1")
        try carrier.scan("yes")
        return site
    }

    @Test("The count of the bin says how many of the missed pieces are gone", arguments: [8, 9, 10, 7])
    func countedAfterwards(found: Int) throws {
        for isByLead in [true, false] {
            let site = try siteWithTwoMissed()
            if isByLead {
                _ = try site.count(found, "PEN", in: "A-1-01")
            } else {
                try site.counter("P2").count([("PEN", found)])
            }
            #expect(try site.onHand("PEN", in: "A-1-01", status: .available) == found)
            #expect(try site.onHand("PEN", in: "A-1-01", status: .hold) == 0)
            #expect(try site.available("PEN") == found)
            #expect(try site.tasks(kind: .count).map(\.state) == [.done])
            #expect(try site.breaches() == [])
        }
    }

    @Test("A count that is under way has the missed pieces in its books: they are there already, or gone")
    func missedDuringACount() throws {
        for found in [8, 10] {
            let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])])
            let carrier = try site.carrier()
            try carrier.answer(until: .item)
            try site.openCount("A-1-01")
            let counter = try site.counter("P2")
            try counter.answer()
            try carrier.scan("PEN")
            try carrier.scan("0")
            try carrier.scan("yes")
            try counter.nextTour()
            for code in ["PEN", String(found), "done"] { try counter.scan(code) }
            #expect(try site.onHand("PEN", in: "A-1-01") == found)
            #expect(try site.onHand("PEN", in: "A-1-01", status: .hold) == 0)
            #expect(try site.tasks(kind: .count).map(\.state) == [.done])
            #expect(try site.breaches() == [])
        }
    }

    @Test("What is in doubt after a count stays on hold, and pieces that were received on hold do anyway")
    func heldInDoubt() throws {
        var settings = SiteSettings()
        (settings.counting.recountPieces, settings.counting.recountPermille) = (0, 0)
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])], settings: settings)
        try site.done(StockReceive(4, "PEN", in: "A-1-01", status: .hold))
        let carrier = try site.carrier()
        try carrier.answer(until: .quantity)
        try carrier.scan("1")
        try carrier.scan("yes")
        #expect(try site.onHand("PEN", in: "A-1-01", status: .hold) == 6)
        #expect(try site.count(13, "PEN", in: "A-1-01").mustRecount)
        #expect(try site.onHand("PEN", in: "A-1-01", status: .hold) == 6)
        #expect(try !site.count(13, "PEN", in: "A-1-01").mustRecount)
        #expect(try site.onHand("PEN", in: "A-1-01", status: .hold) == 4)
        #expect(try site.available("PEN") == 9)
        #expect(try site.tasks(kind: .count).map(\.state) == [.done])
        #expect(try site.breaches() == [])
    }
}
