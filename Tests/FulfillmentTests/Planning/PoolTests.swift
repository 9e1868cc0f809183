import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("The pool: released orders that are on no tour")
struct PoolTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "J-20-01")
    }

    private func release(_ orders: String..., sku: String = "PEN") throws {
        for order in orders {
            try site.allocate(order, [(sku, 2)])
            try site.releaseOnly(order)
        }
    }

    @Test("Releasing reserves and plans no tour; the order says what it waits for")
    func waitsForATour() throws {
        try release("O-1")
        #expect(try site.tours() == [])
        #expect(try site.stage(of: "O-1") == .released)
        #expect(try site.read(StockAvailable("PEN")).reserved == 2)
        #expect(try site.why("O-1") == ["1 pick waits for a tour.", "0 of 1 pick is done."])
    }

    @Test("Orders that are released one by one share the cart of whoever asks first")
    func share() throws {
        try release("O-1", "O-2", "O-3")
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.show.of == 3)
        #expect(try site.picker("P2").nextTourIsNone())
        try picker.answer(until: .none)
        for order in ["O-1", "O-2", "O-3"] { #expect(try site.stage(of: order) == .picked) }
        #expect(try site.breaches() == [])
    }

    @Test("What leaves the pool leaves nothing behind", arguments: ["order.cancel", "order.unrelease"])
    func leaves(method: String) throws {
        try release("O-1")
        try site.done(method, ["order_id": "O-1"])
        #expect(try site.read(StockAvailable("PEN")).reserved == 0)
        #expect(try site.picker().nextTourIsNone())
        #expect(try site.tours() == [])
        #expect(try site.breaches() == [])
    }

    @Test("A held order leaves the pool, or the tour that nobody has begun; resumed, it is picked")
    func held() throws {
        try release("O-1", "O-2")
        try site.done(OrderHold("O-1", reason: "fraud"))
        #expect(try site.why("O-1").first == "It is held: fraud.")
        try site.plan()
        #expect(try site.plannedTours() == [["O-2"]])
        try site.done(OrderHold("O-2", reason: "address"))
        #expect(try site.plannedTours() == [])
        #expect(try site.tours().map(\.state) == [.cancelled])
        #expect(try site.read(StockAvailable("PEN")).reserved == 4)
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.expects == .none)
        for order in ["O-1", "O-2"] { try site.done(OrderResume(OrderID(order))) }
        try picker.nextTour()
        #expect(picker.show.of == 2)
        try picker.answer(until: .none)
        for order in ["O-1", "O-2"] { #expect(try site.stage(of: order) == .picked) }
        #expect(try site.breaches() == [])
    }

    @Test("A held order leaves a tour on which others stay, and its tote on a cart that was left")
    func heldOnAPausedTour() throws {
        try release("O-1", "O-2")
        let picker = try site.picker()
        try picker.nextTour()
        for code in ["T-1", "T-2", "*PAUSE"] { try picker.scan(code) }
        try site.done(OrderHold("O-1", reason: "fraud"))
        #expect(try site.totes(.bound).count == 1)
        try picker.nextTour()
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.stage(of: "O-1") == .released)
        #expect(try site.breaches() == [])
    }

    @Test("An order that somebody picks is not held in passing")
    func heldTooLate() throws {
        try release("O-1")
        try site.picker().nextTour()
        let refusal = try site.refusal(OrderHold("O-1", reason: "fraud"))
        guard case .wrongState("order O-1", state: "picking", _)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test("Pieces that go missing under an order in the pool are reserved in another bin")
    func otherBin() throws {
        try release("O-1")
        try site.receive(5, "PEN", in: "B-3-02")
        try site.done(StockAdjust(-20, "PEN", in: "A-1-01"))
        try site.plan()
        #expect(try site.bins() == [["B-3-02"]])
        #expect(try site.breaches() == [])
    }
}

extension Handheld {
    /// Asks for a tour where there is to be none.
    fileprivate func nextTourIsNone() throws -> Bool {
        try nextTour()
        return expects == .none
    }
}
