import JSON
import Testing

@testable import Fulfillment

@Suite struct CancelOrderTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
    }

    @Test("Cancelling gives promised and reserved stock back", arguments: [false, true])
    func stockComesBack(isReleased: Bool) throws {
        try site.allocate("O-1", [("PEN", 4)])
        if isReleased { try site.release("O-1") }
        try site.done("order.cancel", ["order_id": "O-1", "reason": "bought twice"])
        #expect(try site.available("PEN") == 5)
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.events("order.cancelled").last?["data"]?["reason"] == "bought twice")
        #expect(try site.breaches() == [])
    }

    @Test func aBegunOrderIsRefused() throws {
        try site.send("O-1", [("PEN", 4)])
        try site.picker().nextTour()
        guard
            case .wrongState("order O-1", state: "picking", _) = try site.refusal(
                "order.cancel", ["order_id": "O-1"])
        else {
            Issue.record("not refused")
            return
        }
    }

    @Test("A tote that was bound on a cart left standing is free again")
    func toteOfPausedTour() throws {
        try site.send("O-1", [("PEN", 4)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.scan("T-1")
        try picker.scan("*PAUSE")
        try site.done("order.cancel", ["order_id": "O-1"])
        #expect(try site.read("tote.list", ["state": "bound"])["totes"] == [])
        #expect(try site.breaches() == [])
    }

    @Test func heldAndResumed() throws {
        try site.allocate("O-1", [("PEN", 4)])
        try site.done("order.hold", ["order_id": "O-1", "reason": "address"])
        #expect(try site.refusal("order.hold", ["order_id": "O-1", "reason": "again"]) != nil)
        #expect(try site.done("order.release", ["order_id": "O-1"])["released"] == [])
        try site.done("order.resume", ["order_id": "O-1"])
        #expect(try site.refusal("order.resume", ["order_id": "O-1"]) != nil)
        #expect(try site.done("order.release", ["order_id": "O-1"])["released"] == ["O-1"])
    }
}
