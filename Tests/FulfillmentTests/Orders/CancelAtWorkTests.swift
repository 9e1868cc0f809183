import Domain
import JSON
import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment

/// What a picker is told who has a cancelled order on the cart.
@Suite struct CancelAtWorkTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(10, "PEN", in: "A-1-01")
        try site.receive(10, "BRICK", in: "C-5-04")
    }

    private func cancel(_ order: String) throws {
        try site.done(OrderCancel(OrderID(order), reason: "bought twice"))
        #expect(try site.breaches() == [])
    }

    /// Orders of so many pieces on one cart, and its picker at the first prompt.
    private func picker(of orders: [(String, [(String, Int)])]) throws -> Handheld {
        for (id, items) in orders { try site.allocate(id, items) }
        try site.releaseAll()
        let picker = try site.picker()
        try picker.nextTour()
        #expect(try site.tours().count == 1)
        return picker
    }

    @Test("The picker's next scan is over, and the prompt says what to do with what is in hand")
    func inHand() throws {
        let picker = try picker(of: [("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        try picker.answer(until: .quantity)
        #expect(picker.show.order == "O-1")
        try cancel("O-1")
        let step = picker.step
        #expect(try picker.refusal(of: "3") == .staleStep(current: step + 1, given: step))
        try picker.nextTour()
        #expect(picker.step == step + 1)
        #expect(picker.expects == .bin && picker.show.bin == "C-5-04")
        #expect(picker.show.notice == "Order O-1 is cancelled: put back what you have in your hand")
        #expect(try picker.refusal(of: "A-1-01") != nil)
        try picker.nextTour()
        #expect(picker.show.notice != nil)
        try picker.answer()
        #expect(picker.expects == .item && picker.show.notice == nil)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.totes(.atStation).count == 1)
        #expect(try site.breaches() == [])
    }

    @Test("A picker who has another order's pieces in hand goes on with them, and is told")
    func othersInHand() throws {
        let picker = try picker(of: [("O-1", [("BRICK", 2)]), ("O-2", [("PEN", 3)])])
        try picker.answer(until: .quantity)
        #expect(picker.show.order == "O-2")
        try picker.scan("3")
        try cancel("O-1")
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == step)
        #expect(picker.expects == .tote && picker.show.sku == "PEN" && picker.show.quantity == 3)
        #expect(picker.show.notice == "Order O-1 is cancelled")
        try picker.answer()
        #expect(picker.expects == .station)
        try picker.answer()
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.totes(.free).count == 39)
        #expect(try site.breaches() == [])
    }

    @Test("A scan of what is asked still is taken, whether the picker has seen the notice or not")
    func takesTheScan() throws {
        let picker = try picker(of: [("O-1", [("BRICK", 2)]), ("O-2", [("PEN", 3)])])
        try picker.answer(until: .bin)
        try cancel("O-1")
        let step = picker.step
        try picker.answer()
        #expect(picker.expects == .item && picker.step == step + 1)
        #expect(picker.show.notice == "Order O-1 is cancelled")
        try picker.answer()
        #expect(picker.show.notice == nil)
        #expect(try site.breaches() == [])
    }

    @Test("Whoever leaves the cart with the next answer is told as well")
    func leavesTheCart() throws {
        let picker = try picker(of: [("O-1", [("BRICK", 2)]), ("O-2", [("PEN", 3)])])
        try picker.answer(until: .bin)
        try cancel("O-1")
        try picker.scan("*PAUSE")
        #expect(picker.expects == .none && picker.prompt.say == "Tour 1 paused")
        #expect(picker.show.notice == "Order O-1 is cancelled")
    }

    @Test("What is in hand is to be put back, also where another order is cancelled before the picker looks")
    func anotherAfterInHand() throws {
        let picker = try picker(of: [("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)]), ("O-3", [("BRICK", 1)])])
        try picker.answer(until: .quantity)
        #expect(picker.show.order == "O-1")
        for order in ["O-1", "O-2"] { try cancel(order) }
        try picker.nextTour()
        #expect(picker.expects == .bin && picker.show.order == "O-3")
        #expect(picker.show.notice == "Order O-1 is cancelled: put back what you have in your hand")
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-3") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("Pieces that lie in their tote ride along, and the tote is set down to be carried back")
    func inTheTote() throws {
        let picker = try picker(of: [("O-1", [("PEN", 3), ("BRICK", 1)]), ("O-2", [("BRICK", 2)])])
        try picker.answer(until: .bin)
        try picker.answer(until: .tote)
        let tote = picker.show.tote?.text ?? ""
        try picker.answer()
        try cancel("O-1")
        #expect(try site.totes(.bound).contains(ToteID(tote)))
        try picker.nextTour()
        try picker.answer(until: .none)
        #expect(try site.totes(.putBack) == [ToteID(tote)])
        let finished = try #require(try site.events("tour.finished").last?["data"])
        #expect(finished["totes"] == 2)
        #expect(try site.events("order.picked").map { $0["subject"] } == ["O-2"])
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test(
        "While totes are bound, those of the other orders are still asked for",
        arguments: ["asked for", "bound", "to come"])
    func binding(which: String) throws {
        let picker = try picker(of: [("O-1", [("PEN", 1)]), ("O-2", [("PEN", 1)]), ("O-3", [("PEN", 1)])])
        let bound = try #require(picker.show.order?.text)
        try picker.scan("T-1")
        let asked = try #require(picker.show.order?.text)
        let toCome = try #require(["O-1", "O-2", "O-3"].first { $0 != bound && $0 != asked })
        let cancelled = which == "bound" ? bound : which == "asked for" ? asked : toCome
        try cancel(cancelled)
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == (which == "asked for" ? step + 1 : step))
        let next = which == "asked for" ? toCome : asked
        #expect(picker.expects == .tote && picker.show.sku == nil)
        #expect(picker.show.order == OrderID(next))
        #expect(picker.show.notice == "Order \(cancelled) is cancelled")
        try picker.answer(until: .bin)
        #expect(try site.totes(.bound).count == 2)
        try picker.answer(until: .none)
        for order in ["O-1", "O-2", "O-3"] {
            #expect(try site.stage(of: order) == (order == cancelled ? .cancelled : .picked))
        }
        #expect(try site.breaches() == [])
    }

    @Test("A tour that nobody has begun goes without the order, or is gone with it")
    func notBegun() throws {
        for id in ["O-1", "O-2"] { try site.allocate(id, [("PEN", 2)]) }
        try site.releaseAll()
        try cancel("O-1")
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.expects == .tote && picker.show.order == "O-2")
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .picked)
        try site.send("O-3", [("PEN", 2)])
        try cancel("O-3")
        try picker.nextTour()
        #expect(picker.expects == .none)
        #expect(try site.tours().allSatisfy { [.finished, .cancelled].contains($0.state) })
    }

    @Test("*UNDO leaves in the tote what is to be carried back")
    func undo() throws {
        let picker = try picker(of: [("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        try picker.answer(until: .bin)
        try picker.answer(until: .tote)
        try picker.answer()
        try cancel("O-1")
        #expect(
            try picker.refusal(of: "*UNDO")
                == .notHere(place: "bin", hint: "there is nothing here that *UNDO could take back"))
        #expect(try site.breaches() == [])
        try picker.answer(until: .none)
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.available("PEN") == 10)
    }
}
