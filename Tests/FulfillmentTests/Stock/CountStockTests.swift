import JSON
import Testing

@testable import Fulfillment

@Suite("Facts win over reservations and promises")
struct CountStockTests {
    @Test("A count below what is reserved is booked, and the order gets the rest from another bin")
    func belowWhatIsReserved() throws {
        let site = try TestSite()
        try site.receive(10, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 8)])
        try site.receive(5, "PEN", in: "B-3-02")
        let counted = try site.done(
            "stock.count", ["bin": "A-1-01", "lines": [["sku": "PEN", "qty": 5]]])
        #expect(counted["differences"]?.array?.first?["change"] == -5)
        let order = try site.read("order.get", ["order_id": "O-1"])
        let picks = order["picks"]?.array ?? []
        #expect(picks.reduce(0) { $0 + ($1["qty"]?.int ?? 0) } == 8)
        #expect(Set(picks.compactMap { $0["bin"]?.string }) == ["A-1-01", "B-3-02"])
        #expect(order["flags"] == [])
        #expect(try site.breaches() == [])
    }

    @Test("What no bin has is short and told")
    func short() throws {
        let site = try TestSite()
        try site.receive(8, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 8)])
        try site.done(
            "stock.adjust", ["bin": "A-1-01", "sku": "PEN", "delta": -5, "reason": "count"])
        #expect(try site.read("order.get", ["order_id": "O-1"])["flags"] == ["short"])
        #expect(try site.events("order.short").last?["data"]?["lines"]?.array?.first?["missing"] == 5)
        #expect(try site.breaches() == [])
    }

    @Test("A complete count takes away what it does not name, and only that")
    func complete() throws {
        let site = try TestSite()
        try site.receive(4, "PEN", in: "A-1-01")
        try site.receive(2, "BRICK", in: "A-1-01")
        try site.done("stock.count", ["bin": "A-1-01", "lines": [["sku": "PEN", "qty": 4]]])
        #expect(try site.available("BRICK") == 2)
        try site.done(
            "stock.count", ["bin": "A-1-01", "lines": [["sku": "PEN", "qty": 4]], "complete": true])
        #expect(try site.available("BRICK") == 0)
        #expect(try site.available("PEN") == 4)
        #expect(try site.breaches() == [])
    }

    @Test("One record's quantity is set, up and down")
    func set() throws {
        let site = try TestSite()
        let place: JSONObject = ["bin": "A-1-01", "sku": "PEN"]
        func set(_ quantity: Int) throws -> JSONValue? {
            var params = place
            params["qty"] = .int(quantity)
            return try site.done("stock.set", params)["change"]
        }
        #expect(try set(7) == 7)
        #expect(try set(3) == -4)
        #expect(try site.available("PEN") == 3)
        #expect(try site.breaches() == [])
    }
}
