import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct ReleaseOrdersTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private func pickBins() throws -> [String] {
        try site.tours().flatMap(\.picks).map(\.bin.text)
    }

    @Test("What expires first goes first, though another bin is nearer and was filled before")
    func firstExpiredFirst() throws {
        try site.receive(5, "SERUM", in: "A-1-01", lot: "L1", expiry: "2027-06-01")
        try site.receive(5, "SERUM", in: "J-20-01", lot: "L2", expiry: "2027-03-01")
        try site.send("O-1", [("SERUM", 2)])
        #expect(try pickBins() == ["J-20-01"])
    }

    @Test("By FIFO the day of receipt counts")
    func firstInFirstOut() throws {
        try site.receive(5, "PEN", in: "J-20-01")
        site.now = site.now.adding(seconds: 2 * 86_400)
        try site.receive(5, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 2)])
        #expect(try pickBins() == ["J-20-01"])
    }

    @Test("Among equals the nearer bin is taken, whichever was filled first")
    func nearerBin() throws {
        try site.receive(5, "PEN", in: "J-20-01")
        try site.receive(5, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 2)])
        #expect(try pickBins() == ["A-1-01"])
    }

    @Test("On one cart, a bin is taken that others pass by, though another is nearer to the order alone")
    func binsOfTheWholeCart() throws {
        try site.receive(9, "BRICK", in: "J-20-01")
        try site.receive(2, "PEN", in: "B-3-01")
        try site.receive(5, "PEN", in: "J-18-01")
        try site.allocate("O-1", [("BRICK", 1)])
        try site.allocate("O-2", [("PEN", 2)])
        try site.releaseAll()
        #expect(Set(try pickBins()) == ["J-20-01", "J-18-01"])
        #expect(try site.breaches() == [])
    }

    @Test("Bins of a cart are chosen within what expires first and what other carts have left")
    func binsOfTheCartKeepToTheRules() throws {
        try site.receive(9, "BRICK", in: "J-20-01")
        try site.receive(2, "SERUM", in: "B-3-01", lot: "L1", expiry: "2027-03-01")
        try site.receive(5, "SERUM", in: "J-18-01", lot: "L2", expiry: "2027-06-01")
        try site.receive(3, "PEN", in: "B-3-02")
        try site.receive(1, "PEN", in: "J-18-02")
        try site.allocate("O-1", [("BRICK", 1)])
        try site.allocate("O-2", [("SERUM", 2), ("PEN", 3)])
        try site.releaseAll()
        #expect(Set(try pickBins()) == ["J-20-01", "B-3-01", "B-3-02"])
        #expect(try site.breaches() == [])
    }

    @Test func allThatWait() throws {
        try site.receive(9, "PEN", in: "A-1-01")
        for order in ["O-1", "O-2", "O-3"] { try site.allocate(order, [("PEN", 2)]) }
        try site.done(OrderHold("O-2", reason: "address"))
        #expect(try site.releaseAll() == (2, 1))
        #expect(try site.plannedTours() == [["O-1", "O-3"]])
        #expect(try site.why("O-2") == ["It is held: address."])
        try site.done(OrderResume("O-2"))
        #expect(try site.releaseAll() == (1, 0))
        #expect(try site.stage(of: "O-2") == .released)
    }

    @Test("Unreleasing gives the bins back and keeps the promise")
    func unrelease() throws {
        try site.receive(5, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 2)])
        try site.done(OrderUnrelease("O-1"))
        #expect(try site.stage(of: "O-1") == .accepted)
        #expect(try site.available("PEN") == 3)
        #expect(try pickBins() == [])
        #expect(try site.breaches() == [])
    }

    @Test("A waiting order does not take what others were promised")
    func promisesOfOthers() throws {
        try site.receive(2, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 2)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .item)
        for code in ["*SHORT", "missing"] { try picker.scan(code) }
        try site.receive(2, "PEN", in: "B-1-01")
        try site.allocate("O-2", [("PEN", 2)])
        let answer = try site.done(OrderRelease("O-1"))
        #expect((answer.released, answer.waiting, answer.left) == (0, 1, 0))
        #expect(answer.why == "2 of PEN are missing; what lies in the bins is promised to other orders")
        #expect(try site.breaches() == [])
        try site.release("O-2")
    }

    @Test("An order that ships without what is missing goes on, and gets no further picks at the bench")
    func shipsWithoutTheMissing() throws {
        try site.receive(3, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)], ["on_short": "ship"])
        try pickTwoOfThree()
        try site.pack("O-1")
        try site.receive(5, "PEN", in: "A-1-01")
        #expect(try site.refusal(OrderRelease("O-1")) != nil)
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }

    @Test("An order that waits for what is missing is picked only when that has come")
    func waitsForTheMissing() throws {
        try site.receive(3, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try pickTwoOfThree()
        #expect(try site.stage(of: "O-1") == .picking)
        try site.receive(5, "PEN", in: "A-1-01")
        try site.release("O-1")
        try site.pickEverything()
        #expect(try site.stage(of: "O-1") == .picked)
        try site.pack("O-1")
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }

    private func pickTwoOfThree() throws {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .quantity)
        for code in ["2", "missing"] { try picker.scan(code) }
        try picker.answer(until: .none)
    }

    @Test("Unreleasing an order whose pieces were missing promises only what is there")
    func unreleaseOfShortOrder() throws {
        try site.receive(2, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 2)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .item)
        for code in ["*SHORT", "missing"] { try picker.scan(code) }
        try site.done(OrderUnrelease("O-1"))
        #expect(try site.breaches() == [])
    }
}
