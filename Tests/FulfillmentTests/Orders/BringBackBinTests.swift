import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Where the pieces of cancelled orders go.
@Suite struct BringBackBinTests {
    @Test("Where the home bin is closed, the pieces go to one with the same goods, else to an empty one")
    func closedHome() throws {
        for holdsOthers in [true, false] {
            let site = try TestSite()
            try site.receive(3, "PEN", in: "A-1-01")
            try site.send("O-1", [("PEN", 3)])
            try site.pickEverything()
            if holdsOthers { try site.receive(2, "PEN", in: "J-20-01") }
            try site.load(try TestSite.layoutText("wh-ny") + "\nclosed: [A-1]\n")
            try site.done(OrderCancel("O-1"))
            #expect(try site.tasks().map(\.target) == ["A-1-01"])
            let carrier = try site.carrier()
            try carrier.answer()
            let bin = carrier.show.bin?.text ?? ""
            #expect(holdsOthers ? bin == "J-20-01" : bin != "A-1-01")
            try carrier.answer(until: .none)
            #expect(try site.onHand("PEN", in: bin) == (holdsOthers ? 5 : 3))
            #expect(try site.available("PEN") == (holdsOthers ? 5 : 3))
            #expect(try site.stage(of: "O-1") == .cancelled)
            #expect(try site.breaches() == [])
        }
    }

    @Test("Where the home bin is full, *FULL leads to another one, and to a third")
    func fullHome() throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])])
        try site.receive(1, "PEN", in: "J-20-01")
        let carrier = try site.carrier()
        try carrier.answer()
        #expect(carrier.show.bin == "A-1-01")
        try carrier.answer()
        try carrier.scan("*FULL")
        #expect(carrier.expects == .bin && carrier.show.bin == "J-20-01")
        try carrier.scan("*FULL")
        let third = carrier.show.bin?.text ?? ""
        #expect(!["A-1-01", "J-20-01", ""].contains(third))
        try carrier.answer(until: .none)
        #expect(try site.onHand("PEN", in: third) == 3)
        #expect(try site.onHand("PEN", in: "A-1-01") == 7)
        #expect(try site.events("task.done").last?["data"]?["bin"] == .string(third))
        #expect(try site.breaches() == [])
    }

    @Test("Cold goods that were outside for too long go to quarantine, others do not", arguments: [29, 31])
    func warm(minutes: Int) throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 2), ("BRICK", 2)])])
        let pickedAt = site.now
        let carrier = try site.carrier()
        site.now = pickedAt.adding(seconds: minutes * 60)
        try carrier.answer(until: .none)
        let isWarm = minutes > SiteSettings().warmMinutesMax
        #expect(try site.onHand("BRICK", in: "C-5-04", status: .quarantine) == (isWarm ? 2 : 0))
        #expect(try site.onHand("BRICK", in: "C-5-04", status: .available) == (isWarm ? 8 : 10))
        #expect(try site.onHand("PEN", in: "A-1-01", status: .available) == 10)
        #expect(try (site.available("PEN"), site.available("BRICK")) == (10, isWarm ? 8 : 10))
        let told = try site.events("stock.changed").compactMap { $0["data"] }.filter {
            $0["reason"] == "put_back" && $0["sku"] == "BRICK"
        }
        #expect(told.map { $0["status"] } == [.string(isWarm ? "quarantine" : "available")])
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.breaches() == [])
    }

    @Test("How long cold goods may be outside is a setting")
    func warmSetting() throws {
        var settings = SiteSettings()
        settings.warmMinutesMax = 0
        let site = try TestSite.bringingBack([("O-1", [("BRICK", 2)])], settings: settings)
        try site.pickEverything()
        #expect(try site.onHand("BRICK", in: "C-5-04", status: .quarantine) == 2)
    }
}
