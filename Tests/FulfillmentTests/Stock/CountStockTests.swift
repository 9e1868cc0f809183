import JSON
import Operations
import TestOperations
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
        #expect(try site.count(5, "PEN", in: "A-1-01").differences.first?.change == -5)
        let order = try site.order("O-1")
        #expect(order.picks.reduce(0) { $0 + $1.quantity } == 8)
        #expect(Set(order.picks.map(\.bin)) == ["A-1-01", "B-3-02"])
        #expect(order.summary.flags == [])
        #expect(try site.breaches() == [])
    }

    @Test("What no bin has is short and told")
    func short() throws {
        let site = try TestSite()
        try site.receive(8, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 8)])
        try site.done(StockAdjust(-5, "PEN", in: "A-1-01", .count))
        #expect(try site.flags(of: "O-1") == [.short])
        #expect(try site.events("order.short").last?["data"]?["lines"]?.array?.first?["missing"] == 5)
        #expect(try site.breaches() == [])
    }

    @Test("A complete count takes away what it does not name, and only that")
    func complete() throws {
        let site = try TestSite()
        try site.receive(4, "PEN", in: "A-1-01")
        try site.receive(2, "BRICK", in: "A-1-01")
        _ = try site.count(4, "PEN", in: "A-1-01")
        #expect(try site.available("BRICK") == 2)
        _ = try site.count(4, "PEN", in: "A-1-01", isComplete: true)
        #expect(try site.available("BRICK") == 0)
        #expect(try site.available("PEN") == 4)
        #expect(try site.breaches() == [])
    }

    @Test("One record's quantity is set, up and down")
    func set() throws {
        let site = try TestSite()
        func set(_ quantity: Int) throws -> Int {
            var counted = StockSet()
            (counted.place.bin, counted.place.sku, counted.quantity) = ("A-1-01", "PEN", quantity)
            return try site.done(counted).change
        }
        #expect(try set(7) == 7)
        #expect(try set(3) == -4)
        #expect(try site.available("PEN") == 3)
        #expect(try site.breaches() == [])
    }
}
