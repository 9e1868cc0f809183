import Operations
import Testing

@testable import Fulfillment

/// Who makes the second count of a large difference, and what waits for a lead.
@Suite struct SecondCountTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(1_000, "PEN", in: "A-1-01")
        try site.openCount("A-1-01")
    }

    /// What this person finds in the bin; nil where nobody is sent there.
    private func count(_ pens: Int, by badge: String) throws -> Handheld? {
        let counter = try site.counter(badge)
        if counter.expects == .none { return nil }
        #expect(counter.expects == .bin && counter.show.bin == "A-1-01")
        try counter.count([("PEN", pens)])
        return counter
    }

    private func task() throws -> TaskSummary { try #require(try site.tasks().first) }

    @Test("A large difference is counted again by somebody else, until two counts in a row agree")
    func others() throws {
        let first = try #require(try count(600, by: "P1"))
        #expect(first.expects == .none)
        #expect(try task().state == .open && task().mustRecount && task().notBy == "P1")
        #expect(try count(600, by: "P1") == nil)
        #expect(try count(610, by: "P2") != nil)
        #expect(try task().notBy == "P2")
        #expect(try count(610, by: "P2") == nil)
        #expect(try site.onHand("PEN", in: "A-1-01") == 1_000)
        #expect(try count(610, by: "P1") != nil)
        #expect(try site.onHand("PEN", in: "A-1-01") == 610)
        #expect(try task().state == .done && task().badge == "P1" && !task().mustRecount)
        #expect(try site.tours().map(\.state) == [.finished, .finished, .finished])
        #expect(try site.breaches() == [])
    }

    @Test("Who makes it is told neither what the books have nor what the first count found")
    func blind() throws {
        _ = try count(600, by: "P1")
        let second = try site.counter("P2")
        #expect(second.prompt.say == "Count A-1-01 again")
        try second.scan(["A-1-01", "PEN"])
        #expect(second.expects == .quantity && second.show.quantity == nil)
        #expect(try task().isBlind)
    }

    @Test("The walk goes on without the bin")
    func walkGoesOn() throws {
        try site.openCount("B-3-02")
        let counter = try site.counter()
        while counter.expects == .bin {
            try counter.count(counter.show.bin == "A-1-01" ? [("PEN", 1)] : [])
        }
        #expect(counter.expects == .none)
        #expect(try site.tasks().map(\.state) == [.open, .done])
        #expect(try site.tours().map(\.state) == [.finished])
        #expect(try site.breaches() == [])
    }

    @Test("Nobody goes on with a walk to a second count of what he counted first")
    func pausedWalk() throws {
        _ = try count(600, by: "P1")
        try site.counter("P2").scan("*PAUSE")
        #expect(try count(600, by: "P1") == nil)
        #expect(try site.tours().map(\.state) == [.finished, .cancelled])
        #expect(try site.breaches() == [])
        #expect(try count(600, by: "P2") != nil)
        #expect(try site.onHand("PEN", in: "A-1-01") == 600)
        #expect(try site.breaches() == [])
    }

    @Test("Of a walk that goes on elsewhere he has the other bins")
    func restOfPausedWalk() throws {
        _ = try count(600, by: "P1")
        try site.openCount("B-3-02")
        try site.counter("P2").scan("*PAUSE")
        let counter = try site.counter("P1")
        #expect(counter.show.bin == "B-3-02" && counter.show.of == 1)
        try counter.count([])
        #expect(counter.expects == .none)
        #expect(try site.tasks().map(\.state) == [.open, .done])
        #expect(try site.breaches() == [])
    }

    // MARK: A lead

    /// Two people have found this, which is too much to be booked.
    private func waitForLead() throws {
        for badge in ["P1", "P2"] { #expect(try count(300, by: badge) != nil) }
        #expect(try task().isForLead && !task().mustRecount && task().state == .open)
        #expect(try site.onHand("PEN", in: "A-1-01") == 1_000)
        for badge in ["P1", "P2", "P3"] { #expect(try count(300, by: badge) == nil) }
        #expect(try site.breaches() == [])
    }

    @Test("A very large difference on which two counts agree waits for a lead, who confirms it")
    func confirmed() throws {
        try waitForLead()
        #expect(try !site.count(300, "PEN", in: "A-1-01").mustRecount)
        #expect(try site.onHand("PEN", in: "A-1-01") == 300)
        #expect(try task().state == .done && !task().isForLead)
        #expect(try site.breaches() == [])
    }

    @Test("The lead finds something else: it is counted again")
    func otherwise() throws {
        try waitForLead()
        #expect(try site.count(400, "PEN", in: "A-1-01").mustRecount)
        #expect(try !task().isForLead && task().mustRecount)
        #expect(try count(400, by: "P3") != nil)
        #expect(try task().isForLead)
        #expect(try !site.count(990, "PEN", in: "A-1-01").mustRecount)
        #expect(try site.onHand("PEN", in: "A-1-01") == 990)
        #expect(try task().state == .done)
        #expect(try site.breaches() == [])
    }

    @Test("The lead has it counted once more")
    func onceMore() throws {
        let before = try task().task
        try waitForLead()
        #expect(try site.openCount("A-1-01").first == before)
        #expect(try !task().isForLead && task().mustRecount)
        #expect(try count(1_000, by: "P2") == nil)
        #expect(try count(1_000, by: "P1") != nil)
        #expect(try site.onHand("PEN", in: "A-1-01") == 1_000)
        #expect(try task().state == .done)
        #expect(try site.breaches() == [])
    }

    @Test("When a lead is needed is a setting")
    func setting() throws {
        var settings = SiteSettings()
        (settings.counting.leadPieces, settings.counting.leadPermille) = (700, 500)
        let site = try TestSite(floor: try TestSite.layoutText("wh-ny"), settings: settings)
        try site.receive(1_000, "PEN", in: "A-1-01")
        try site.openCount("A-1-01")
        for badge in ["P1", "P2"] { try site.counter(badge).count([("PEN", 300)]) }
        #expect(try site.onHand("PEN", in: "A-1-01") == 300)
    }
}
