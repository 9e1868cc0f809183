import JSON
import Testing

@testable import Fulfillment

@Suite struct CommandReplayTests {
    private let receive: JSONObject = ["warehouse": "WH-NY", "sku": "PEN", "bin": "A-1-01", "qty": 5]

    @Test("A repeat gets the same bytes and happens once, also after reopening")
    func replay() throws {
        let site = try TestSite()
        let first = try site.decide("stock.receive", receive, id: "r-1")
        let head = try site.site.head
        #expect(try site.decide("stock.receive", receive, id: "r-1") == first)
        try site.reopen()
        #expect(try site.decide("stock.receive", receive, id: "r-1") == first)
        #expect(try site.site.head == head)
        #expect(try site.available("PEN") == 5)
    }

    @Test("The order of the parameters does not matter, their values do")
    func reuse() throws {
        let site = try TestSite()
        let first = try site.decide("stock.receive", receive, id: "r-1")
        #expect(
            try site.decide(
                "stock.receive", JSONObject(receive.members.reversed().map { ($0.key, $0.value) }), id: "r-1")
                == first)
        var other = receive
        other["qty"] = 6
        #expect(
            try site.refusal("stock.receive", other, id: "r-1")
                == .commandReused(commandID: "r-1", method: "stock.receive"))
        #expect(try site.available("PEN") == 5)
    }

    @Test("A refusal is not stored: the same id may be tried again")
    func refusalIsNotStored() throws {
        let site = try TestSite()
        let order = TestSite.order("O-1", [("PEN", 5)])
        #expect(try site.refusal("order.allocate", order, id: "a-1") != nil)
        try site.done("stock.receive", receive)
        #expect(try site.refusal("order.allocate", order, id: "a-1") == nil)
        #expect(try site.stage(of: "O-1") == .accepted)
    }

    @Test("In one batch a refused command leaves no trace and the others stand")
    func batch() throws {
        let site = try TestSite()
        var bad = receive
        bad["bin"] = "Z-9-9"
        let outcomes = try site.site.decide(
            [receive, bad, receive].enumerated().map { index, params in
                try TestSite.command("stock.receive", params, id: "batch-\(index)").get()
            },
            at: site.now)
        #expect(outcomes.map { if case .answer = $0 { true } else { false } } == [true, false, true])
        #expect(try site.available("PEN") == 10)
    }

    @Test("An answer is kept for its retention and then forgotten")
    func forgetting() throws {
        let site = try TestSite()
        _ = try site.decide("stock.receive", receive, id: "r-1")
        site.now = site.now.adding(seconds: 7 * 86_400)
        try site.slice(.answers, limit: 500)
        _ = try site.decide("stock.receive", receive, id: "r-1")
        #expect(try site.available("PEN") == 5)
        site.now = site.now.adding(seconds: 2 * 86_400)
        try site.slice(.answers, limit: 500)
        _ = try site.decide("stock.receive", receive, id: "r-1")
        #expect(try site.available("PEN") == 10)
    }
}
