import Domain
import JSON
import Testing

@testable import Fulfillment

@Suite("What is told of an order at its beginning and at its end")
struct ToldOfOrdersTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
    }

    @Test("What the packer is to know is told when the order is accepted")
    func accepted() throws {
        let words: JSONObject = ["notes": "Ring twice", "gift": true, "documents": ["Invoice"]]
        try site.allocate("O-1", [("PEN", 1)], words)
        let told = try #require(try site.events("order.accepted").last?["data"])
        for (name, value) in words.members { #expect(told[name] == value, "\(name)") }
    }

    @Test("An order that is closed is explained from the archive")
    func closed() throws {
        try site.allocate("O-1", [("PEN", 1)])
        try site.done("order.cancel", ["order_id": "O-1"])
        try site.send("O-2", [("PEN", 1)])
        try site.pickEverything()
        try site.pack("O-2")
        try site.handOver("O-2")
        site.now = site.now.adding(days: site.settings.retention.inTransitDays + 1)
        try site.done("history.slice", ["part": "orders", "limit": 10])
        let cancelled = try site.read("order.explain", ["order_id": "O-1"])
        #expect(cancelled["stage"] == "cancelled" && cancelled["why"] == ["It was cancelled."])
        let closed = try site.read("order.explain", ["order_id": "O-2"])
        #expect(closed["stage"] == "closed")
        #expect(closed["why"] == ["It is closed: 1 parcel was handed over."])
        #expect(try site.refusal("order.explain", ["order_id": "O-3"]) == .unknownOrder("O-3"))
    }
}
