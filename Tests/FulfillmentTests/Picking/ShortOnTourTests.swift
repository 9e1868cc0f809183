import JSON
import Testing

@testable import Fulfillment

@Suite struct ShortOnTourTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
    }

    private func pickerAtItem() throws -> Handheld {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: "item")
        return picker
    }

    @Test("What is missing is fetched from another bin on the same walk")
    func replacement() throws {
        try site.receive(5, "PEN", in: "J-20-01")
        try site.send("O-1", [("PEN", 3)])
        let picker = try pickerAtItem()
        for code in ["PEN", "1", "damaged"] { try picker.scan(code) }
        #expect(picker.expects == "tote")
        #expect(picker.show["qty"] == 1)
        try picker.answer()
        #expect(picker.show["bin"] == "J-20-01")
        #expect(picker.show["qty"] == 2)
        try picker.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "picked")
        #expect(try site.events("order.short") == [])
        #expect(try site.breaches() == [])
    }

    @Test("The pieces in hand are finished first, though the new walk begins elsewhere in the same place")
    func piecesInHandFirst() throws {
        try site.receive(5, "BRICK", in: "A-1-01")
        try site.receive(5, "PEN", in: "A-1-02")
        try site.send("O-1", [("PEN", 3), ("BRICK", 1)])
        let picker = try pickerAtItem()
        for _ in 0..<10
        where picker.show["sku"] != "PEN" || picker.show["bin"] != "A-1-01" || picker.expects != "item" {
            try picker.answer()
        }
        for code in ["PEN", "2", "missing"] { try picker.scan(code) }
        #expect(picker.show["bin"] == "A-1-01")
        #expect(picker.show["sku"] == "PEN")
        #expect(picker.show["qty"] == 2)
    }

    @Test("Where no bin has them, the order is told short; the rest is picked once it has come")
    func waits() throws {
        try site.send("O-1", [("PEN", 3)])
        let picker = try pickerAtItem()
        for code in ["PEN", "2", "missing"] { try picker.scan(code) }
        try picker.answer(until: "none")
        let told = try site.events("order.short").last?["data"]
        #expect(told?["lines"]?.array?.first?["missing"] == 1)
        try site.receive(1, "PEN", in: "B-1-01")
        try site.release("O-1")
        try site.pickEverything(by: "P2")
        #expect(try site.stage(of: "O-1") == "picked")
        #expect(try site.breaches() == [])
    }

    @Test("An order that ships what is there is picked without the rest")
    func ships() throws {
        try site.send("O-1", [("PEN", 3)], ["on_short": "ship"])
        let picker = try pickerAtItem()
        for code in ["PEN", "2", "missing"] { try picker.scan(code) }
        try picker.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "picked")
        try site.pack("O-1")
        try site.handOver("O-1")
        #expect(try site.stage(of: "O-1") == "in_transit")
        #expect(try site.breaches() == [])
    }
}
