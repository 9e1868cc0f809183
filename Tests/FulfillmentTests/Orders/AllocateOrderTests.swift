import Domain
import JSON
import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct AllocateOrderTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
    }

    @Test("The same order again is acknowledged and promises nothing more")
    func sameAgain() throws {
        let order = TestSite.order("O-1", [("PEN", 2)])
        let first = try site.done("order.allocate", order)
        let head = try site.site.head
        #expect(try site.done("order.allocate", order) == first)
        #expect(try site.site.head == head)
        #expect(try site.available("PEN") == 3)
    }

    @Test("An order that an earlier version stored with sorted members is the same, and one that differs is not")
    func storedBefore() throws {
        let order = TestSite.order("O-1", [("PEN", 2)], ["ext": ["b": 1, "a": [["d": 1.5, "c": "é"]]]])
        let first = try site.done("order.allocate", order)
        let store = site.site.store
        let row = try #require(try store.orders.order("O-1", of: "")).row
        var sorted: [UInt8] = []
        try store.orders.content(of: row).writeCanonical(to: &sorted)
        let text = String(decoding: sorted, as: UTF8.self)
        try store.db.run("UPDATE orders SET content = ? WHERE id = ?", text, row)
        #expect(try site.done("order.allocate", order) == first)
        let other = TestSite.order("O-1", [("PEN", 2)], ["ext": ["b": 2, "a": [["d": 1.5, "c": "é"]]], "gift": true])
        #expect(try site.refusal("order.allocate", other) == .orderConflict(order: "O-1", difference: "ext, gift"))
    }

    @Test("Pieces are counted over all bins that orders are picked from, beside what others were promised")
    func manyBins() throws {
        for bin in ["A-4-01", "B-3-02"] { try site.receive(3, "PEN", in: bin) }
        try site.allocate("O-1", [("PEN", 4)])
        guard
            case .stockShort("PEN", wanted: 8, available: 7, _)? = try site.refusal(
                "order.allocate", TestSite.order("O-2", [("PEN", 8)]))
        else {
            Issue.record("8 of 7 pieces were promised")
            return
        }
        try site.allocate("O-2", [("PEN", 6), ("PEN", 1)])
        #expect(try site.available("PEN") == 0)
        #expect(try site.breaches() == [])
    }

    @Test func anotherContentConflicts() throws {
        try site.allocate("O-1", [("PEN", 2)])
        #expect(
            try site.refusal("order.allocate", TestSite.order("O-1", [("PEN", 3)]))
                == .orderConflict(order: "O-1", difference: "items"))
    }

    @Test func whatIsNotKnown() throws {
        #expect(
            try site.refusal("order.allocate", TestSite.order("O-1", [("PENCIL", 1)]))
                == .unknownSKU("PENCIL"))
        let elsewhere = TestSite.order(
            "O-1", [("PEN", 1)], ["plan": ["warehouse": "WH-XX", "driver": "D-7"]])
        #expect(
            try site.refusal("order.allocate", elsewhere) == .unknownWarehouse("WH-XX", known: ["WH-NY"]))
    }

    @Test("Lines of one SKU are summed before the stock is judged, and nothing is kept of a short order")
    func stockShort() throws {
        let refusal = try site.refusal("order.allocate", TestSite.order("O-1", [("PEN", 3), ("PEN", 3)]))
        guard case .stockShort("PEN", wanted: 6, available: 5, _) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(try site.available("PEN") == 5)
        #expect(try site.refusal(OrderGet("O-1")) == .unknownOrder("O-1"))
    }

    @Test func capacitiesAddUp() throws {
        var order = TestSite.order("O-1", [], ["total_capacity": 5])
        var inner = try #require(order["order"]?.object)
        inner["items"] = [["sku": "PEN", "qty": 1, "capacity": 4]]
        order["order"] = .object(inner)
        #expect(
            try site.refusal("order.allocate", order) == .capacityMismatch(order: "O-1", total: 5, sum: 4))
        inner["total_capacity"] = 4
        try site.done("order.allocate", ["order": .object(inner)])
    }

    @Test(
        "What no label can show is refused before anything is promised",
        arguments: [
            ("name", "Alex\u{0}Rivera", "U+0000"), ("city", "Al\u{202E}bany", "U+202E"),
            ("lines", "Apt\t4", "U+0009"), ("postcode", "100\u{1B}01", "control character"),
            ("name", " \u{3000}", "nothing is to be seen"),
        ])
    func unprintable(_ key: String, _ value: String, _ words: String) throws {
        var address: JSONObject = ["name": "Ada Byron", "city": "Albany", "country": "US"]
        address[key] = key == "lines" ? ["1 Main St", .string(value)] : .string(value)
        let order = TestSite.order("O-1", [("PEN", 1)], ["ship_to": .object(address)])
        let refusal = try site.refusal("order.allocate", order)
        guard case .badParams(let param, let problem) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(param == "order.ship_to.\(key)")
        #expect(problem.contains(words))
    }

    @Test("An expired lot is not promised")
    func expired() throws {
        try site.receive(4, "SERUM", in: "A-2-01", lot: "OLD", expiry: "2026-01-01")
        let refusal = try site.refusal("order.allocate", TestSite.order("O-1", [("SERUM", 1)]))
        guard case .stockShort("SERUM", wanted: 1, available: 0, _) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
    }

    @Test(
        "The least remaining days are counted from the day of arrival where the order names one, else from today"
    )
    func lifeOnArrival() throws {
        // The day there is 2026-05-06; the lot is good through the day thirty days on.
        try site.receive(4, "SERUM", in: "A-2-01", lot: "L1", expiry: "2026-06-05")
        func outcome(_ id: String, arrival: String?, days: Int) throws -> Refusal? {
            var plan: JSONObject = ["warehouse": "WH-NY", "driver": "D-7"]
            plan["estimated_delivery"] = arrival.map { .string($0) }
            let items: JSONValue = [["sku": "SERUM", "qty": 1, "min_life_days": .int(days)]]
            return try site.refusal(
                "order.allocate", TestSite.order(id, [], ["items": items, "plan": .object(plan)]))
        }
        func isShort(_ refusal: Refusal?) -> Bool { if case .stockShort = refusal { true } else { false } }
        #expect(try outcome("O-1", arrival: nil, days: 30) == nil)
        #expect(try isShort(outcome("O-2", arrival: nil, days: 31)))
        #expect(try outcome("O-3", arrival: "2026-05-16T12:00:00Z", days: 20) == nil)
        #expect(try isShort(outcome("O-4", arrival: "2026-05-16T12:00:00Z", days: 21)))
        // By the clock of New York that is half an hour before midnight of the day before.
        #expect(try outcome("O-5", arrival: "2026-05-17T03:30:00Z", days: 20) == nil)
        #expect(try outcome("O-6", arrival: "2026-01-01T12:00:00Z", days: 30) == nil)
    }

    @Test("Goods that will not last until the day of arrival and beyond are not reserved either")
    func lifeOnRelease() throws {
        try site.receive(1, "SERUM", in: "A-2-01", lot: "L1", expiry: "2026-06-05")
        try site.receive(1, "SERUM", in: "B-3-02", lot: "L2", expiry: "2026-08-01")
        let plan: JSONValue = [
            "warehouse": "WH-NY", "driver": "D-7", "estimated_delivery": "2026-05-16T12:00:00Z",
        ]
        let items: JSONValue = [["sku": "SERUM", "qty": 1, "min_life_days": 25]]
        try site.done("order.allocate", TestSite.order("O-1", [], ["items": items, "plan": plan]))
        try site.release("O-1")
        #expect(try site.bins() == [["B-3-02"]])
        #expect(try site.breaches() == [])
    }
}
