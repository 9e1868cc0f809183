import JSON
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
        let head = site.site.head
        #expect(try site.done("order.allocate", order) == first)
        #expect(site.site.head == head)
        #expect(try site.available("PEN") == 3)
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
        #expect(try site.refusal("order.get", ["order_id": "O-1"]) == .unknownOrder("O-1"))
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
}
