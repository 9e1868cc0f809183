import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("A unit counts its pieces everywhere")
struct UnitsTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.done(
            "sku.upsert",
            [
                "sku": "FIZZ", "size_mm": [60, 60, 120], "weight_g": 350,
                "units": [["unit": "case", "qty": 12, "barcodes": ["14006381333938"]]],
            ])
    }

    @Test("Two cases of 12 are 24 pieces, promised and picked as such")
    func orderedInCases() throws {
        var receipt = StockReceive(3, "FIZZ", in: "A-1-01")
        receipt.unit = .case
        try site.done(receipt)
        #expect(try site.available("FIZZ") == 36)
        let item: JSONValue = ["sku": "FIZZ", "qty": 2, "unit": "case"]
        try site.allocate("O-1", [], ["items": [item]])
        #expect(try site.available("FIZZ") == 12)
        try site.release("O-1")
        let line = try #require(try site.order("O-1").lines.first)
        #expect((line.quantity, line.unit, line.unitQuantity) == (24, .case, 2))
    }

    @Test("More cases than pieces lie there are refused as short, counted in pieces")
    func moreCasesThanLieThere() throws {
        try site.receive(100, "FIZZ", in: "A-1-01")
        func order(_ id: String, cases: Int) -> JSONObject {
            let item: JSONValue = ["sku": "FIZZ", "qty": .int(cases), "unit": "case"]
            return TestSite.order(id, [], ["items": [item]])
        }
        let refusal = try site.refusal("order.allocate", order("O-1", cases: 9))
        guard case .stockShort("FIZZ", wanted: 108, available: 100, _)? = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(try site.available("FIZZ") == 100)
        try site.done("order.allocate", order("O-2", cases: 8))
        #expect(try site.available("FIZZ") == 4)
    }

    @Test("A unit that the goods do not have is refused by name; each needs no declaration")
    func unknownUnit() throws {
        try site.receive(50, "FIZZ", in: "A-1-01")
        func refusal(_ unit: String) throws -> Refusal? {
            let item: JSONValue = ["sku": "FIZZ", "qty": 1, "unit": .string(unit)]
            return try site.refusal("order.allocate", TestSite.order("O-\(unit)", [], ["items": [item]]))
        }
        #expect(try refusal("pallet") == .unknownUnit(sku: "FIZZ", unit: "pallet", known: ["each", "case"]))
        #expect(try refusal("each") == nil)
    }

    @Test("A case's code counts twelve at the pick, and one too many is refused")
    func scannedAtThePick() throws {
        try site.receive(30, "FIZZ", in: "A-1-01")
        try site.send("O-1", [("FIZZ", 20)])
        let picker = try site.picker("P1")
        try picker.nextTour()
        try picker.answer(until: .item)
        try picker.scan("14006381333938")
        #expect(picker.show.counted == 12)
        #expect(try picker.refusal(of: "14006381333938") == .tooMany(expected: 20, given: 24, of: "FIZZ"))
        try picker.scan("20")
        #expect(picker.expects == .tote)
    }

    @Test("A code of a unit names the goods and the unit")
    func lookedUp() throws {
        let found = try site.read(SKUGet("14006381333938"))
        #expect(found.sku == "FIZZ")
        #expect(found.unit == .case)
    }

    @Test("What an upsert leaves out stays as it was")
    func upsertKeeps() throws {
        var upsert = SKUUpsert()
        (upsert.sku, upsert.name, upsert.weightG) = ("FIZZ", "Fizz", 360)
        try site.done(upsert)
        let found = try site.read(SKUGet("FIZZ"))
        #expect(found.name == "Fizz")
        #expect(found.weightG == 360)
        #expect(found.units.first?.quantity == 12)
        #expect(try site.read(SKUGet("14006381333938")).sku == "FIZZ")
    }

    @Test("Every SKU that is not known is named at once")
    func allUnknown() throws {
        try site.receive(1, "FIZZ", in: "A-1-01")
        let order = TestSite.order("O-1", [("NIX", 1), ("FIZZ", 1), ("NADA", 2)])
        #expect(try site.refusal("order.allocate", order) == .unknownSKUs(["NIX", "NADA"]))
    }
}
