import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Whose promise stock covers")
struct PromisesTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private func promised(_ order: String) throws -> Int? {
        try site.order(order).lines.first?.promised
    }

    /// The orders that lack some of what they are promised, by the pieces that they have.
    private func short(_ orders: [String]) throws -> [String: Int] {
        var short: [String: Int] = [:]
        for order in orders {
            let promised = try promised(order) ?? 0
            if promised < 2 { short[order] = promised }
        }
        return short
    }

    @Test("Of many that wait for a SKU, those that can wait longest lose it, and the most urgent get it")
    func urgency() throws {
        // More than are read at a time; the later ones are the more urgent.
        let orders = (0..<50).map { "O-\($0)" }
        try site.receive(100, "PEN", in: "A-1-01")
        for (number, order) in orders.enumerated() {
            try site.allocate(order, [("PEN", 2)], ["priority": .int(number + 10)])
        }
        try site.done(StockAdjust(-71, "PEN", in: "A-1-01"))
        var wanted = Dictionary(uniqueKeysWithValues: orders.prefix(35).map { ($0, 0) })
        wanted["O-35"] = 1
        #expect(try short(orders) == wanted)
        #expect(try site.breaches() == [])
        try site.receive(42, "PEN", in: "B-3-02")
        wanted = Dictionary(uniqueKeysWithValues: orders.prefix(14).map { ($0, 0) })
        wanted["O-14"] = 1
        #expect(try short(orders) == wanted)
        #expect(try site.flags(of: "O-20") == [])
        #expect(try site.breaches() == [])
    }

    @Test("Of orders of one priority that is the more urgent which is fetched earlier")
    func pickup() throws {
        try site.receive(4, "PEN", in: "A-1-01")
        for (order, hour) in [("O-1", "15"), ("O-2", "09")] {
            let pickup = JSONValue.string("2026-05-06T\(hour):00:00Z")
            let plan: JSONValue = ["warehouse": "WH-NY", "driver": "D-7", "estimated_pickup": pickup]
            try site.allocate(order, [("PEN", 2)], ["plan": plan])
        }
        try site.done(StockAdjust(-2, "PEN", in: "A-1-01"))
        #expect(try promised("O-1") == 0)
        #expect(try promised("O-2") == 2)
    }
}
