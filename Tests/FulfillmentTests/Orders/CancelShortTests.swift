import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Orders that are cancelled where something of them is lost")
struct CancelShortTests {
    private let site: TestSite
    private static let cancels: JSONObject = ["on_short": "cancel"]

    init() throws {
        site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
    }

    private func lose(_ quantity: Int) throws {
        try site.done(StockAdjust(-quantity, "PEN", in: "A-1-01"))
    }

    /// A picker finds two of the three pieces of O-1, and brings them to the bench.
    private func pickTwo() throws {
        try site.send("O-1", [("PEN", 3)], Self.cancels)
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .quantity)
        for code in ["2", "missing"] { try picker.scan(code) }
        try picker.answer(until: .none)
    }

    @Test("What a lead books off cancels an order at once, and its other pieces are free")
    func released() throws {
        try site.send("O-1", [("PEN", 3)], Self.cancels)
        try lose(1)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.available("PEN") == 2)
        #expect(try site.events("order.short").last?["data"]?["on_short"] == "cancel")
        #expect(try site.events("order.cancelled").compactMap { $0["data"]?["reason"] } == ["lost"])
        #expect(try site.tours().allSatisfy { $0.state == .cancelled })
        #expect(try site.breaches() == [])
    }

    @Test("So it does one that is not released yet, and no other")
    func accepted() throws {
        try site.allocate("O-1", [("PEN", 1)])
        try site.allocate("O-2", [("PEN", 2)], Self.cancels)
        try lose(1)
        #expect(try site.stage(of: "O-2") == .cancelled)
        #expect(try site.stage(of: "O-1") == .accepted)
        #expect(try site.available("PEN") == 1)
        #expect(try site.breaches() == [])
    }

    @Test("What another bin has is lost to nobody")
    func replaced() throws {
        try site.send("O-1", [("PEN", 3)], Self.cancels)
        try site.receive(1, "PEN", in: "B-3-02")
        try lose(1)
        #expect(try site.stage(of: "O-1") == .released)
        #expect(try site.flags(of: "O-1") == [])
    }

    @Test("A picker's slip cancels nothing; a count that finds no more does, and what was picked comes home")
    func confirmed() throws {
        try pickTwo()
        #expect(try site.flags(of: "O-1") == [.short])
        _ = try site.count(0, "PEN", in: "A-1-01")
        let order = try site.order("O-1")
        #expect(order.summary.flags == [.cancelRequested])
        #expect(order.putBack == 2)
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.available("PEN") == 2)
        #expect(try site.breaches() == [])
    }

    @Test("So does one that somebody is sent to do")
    func confirmedByTask() throws {
        try pickTwo()
        try site.openCount("A-1-01")
        try site.counter("P2").count([])
        #expect(try site.flags(of: "O-1") == [.cancelRequested])
        #expect(try site.breaches() == [])
    }

    @Test("A count of something else, or one that finds the pieces, cancels nothing")
    func found() throws {
        try pickTwo()
        _ = try site.count(0, "BRICK", in: "A-1-01")
        #expect(try site.flags(of: "O-1") == [.short])
        _ = try site.count(1, "PEN", in: "A-1-01")
        #expect(try site.flags(of: "O-1") == [.short])
        try site.release("O-1")
        try site.pickEverything(by: "P2")
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    // MARK: Orders that ship what there is

    @Test("An order that ships what there is stands as long as a lead has not booked off the last of it")
    func shipsWhatIsLeft() throws {
        try site.receive(2, "BRICK", in: "C-5-04")
        try site.send("O-1", [("PEN", 3), ("BRICK", 2)], ["on_short": "ship"])
        try lose(3)
        #expect(try site.stage(of: "O-1") == .released)
        #expect(try site.breaches() == [])
        try site.done(StockAdjust(-2, "BRICK", in: "C-5-04", .damaged))
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.events("order.cancelled").map { $0["data"]?["reason"] } == ["damaged"])
        #expect(try site.tours().allSatisfy { $0.state == .cancelled })
        #expect(try site.breaches() == [])
    }

    @Test("A count that finds none of its pieces in two bins is told for all of them before it is cancelled")
    func shipsNothingCounted() throws {
        try site.receive(2, "PEN", in: "B-3-02")
        try site.send("O-1", [("PEN", 5)], ["on_short": "ship"])
        _ = try site.count(0, "PEN", in: "A-1-01")
        #expect(try site.stage(of: "O-1") == .released)
        _ = try site.count(0, "PEN", in: "B-3-02")
        #expect(try site.stage(of: "O-1") == .cancelled)
        let types = try site.events().compactMap { $0["type"]?.string }
        #expect(types.filter { $0 == "order.short" }.count == 2)
        #expect(
            try #require(types.lastIndex(of: "order.short")) < #require(
                types.firstIndex(of: "order.cancelled")))
        #expect(try site.breaches() == [])
    }
}
