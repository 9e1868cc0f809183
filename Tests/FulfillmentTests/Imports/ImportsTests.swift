import Domain
import JSON
import Operations
import Testing

@testable import Fulfillment

@Suite struct ImportsTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private func stage(_ rows: [JSONValue]) throws -> JSONObject {
        let number =
            try site.done("import.begin", ["kind": "stock", "warehouse": "WH-NY"])["import"] ?? .null
        try site.done("import.rows", ["import": number, "first_line": 2, "rows": .array(rows)])
        return ["import": number]
    }

    @Test("One faulty row keeps all of them out, and each fault names its line")
    func allOrNothing() throws {
        let number = try stage([
            ["sku": "PEN", "bin": "A-1-01", "qty": 5], ["sku": "PENCIL", "bin": "A-1-01", "qty": 5],
            ["sku": "PEN", "bin": "A-1-01", "qty": 0],
        ])
        let head = try site.site.head
        guard case .importFaults(let faults) = try site.refusal("import.commit", number) else {
            Issue.record("a faulty import was taken")
            return
        }
        #expect(faults.map(\.line) == [3, 4])
        #expect(faults.map(\.kind) == [.unknownSKU, .badParams])
        #expect(try site.site.head == head)
        #expect(try site.available("PEN") == 0)
    }

    @Test("All that is wrong with a row is told at once")
    func wholeRow() throws {
        let number = try stage([
            ["sku": "PENCIL", "bin": "A-1-01", "qty": 0], ["sku": "PENCIL", "bin": "Z-9-09", "qty": 5],
        ])
        guard case .importFaults(let faults) = try site.refusal("import.commit", number), faults.count == 2 else {
            Issue.record("a faulty import was taken, or has other faults")
            return
        }
        #expect(faults.map(\.kind) == [.badParams, .unknownSKU])
        #expect(faults[0].message.contains("qty") && faults[0].message.contains("PENCIL"))
        #expect(faults[1].message.contains("PENCIL") && faults[1].message.contains("Z-9-09"))
    }

    @Test("What says nothing of the rows is refused")
    func meaningless() throws {
        let requests: [(param: String, request: JSONObject)] = [
            ("client", ["kind": "box", "client": "ACME"]),
            ("warehouse", ["kind": "sku", "warehouse": "WH-NY"]),
        ]
        for (param, request) in requests {
            guard case .badParams(param, _) = try site.refusal("import.begin", request) else {
                Issue.record("\(param) is taken")
                continue
            }
        }
    }

    @Test func aPageThatWasReadBeforeIsAnsweredAsAnyOther() throws {
        _ = try stage([])
        let importing = try #require(try site.site.import(ImportRow(1)))
        func page(_ sku: String) throws -> Command {
            let row: JSONValue = ["sku": .string(sku), "bin": "A-1-01", "qty": 5]
            return try TestSite.command(
                "import.rows", ["import": 1, "first_line": 2, "rows": [row]], id: "p-1").get()
        }
        func prepared(_ sku: String) throws -> Command {
            let command = try page(sku)
            let rows = try #require(command.operation as? ImportRows)
            return command.prepared(with: PreparedRows(rows, of: importing))
        }
        func outcome(_ command: Command) throws -> Outcome {
            try site.site.decide([command], at: site.now)[0]
        }
        let first = try outcome(prepared("PEN"))
        guard case .answer = first else {
            Issue.record("\(first)")
            return
        }
        #expect(try outcome(page("PEN")) == first)
        #expect(try outcome(prepared("PEN")) == first)
        for reused in [try page("MUG"), try prepared("MUG")] {
            guard case .refusal(.commandReused) = try outcome(reused) else {
                Issue.record("another page is taken for a repeat")
                return
            }
        }
    }

    @Test func aSoundImportIsTakenOnce() throws {
        let number = try stage([
            ["sku": "PEN", "bin": "A-1-01", "qty": 5], ["sku": "PEN", "bin": "A-1-02", "qty": 2],
        ])
        #expect(try site.available("PEN") == 0)
        #expect(try site.done("import.commit", number)["rows"] == 2)
        #expect(try site.available("PEN") == 7)
        // Who commits it once more is told so again.
        #expect(try site.done("import.commit", number)["state"] == "committed")
        #expect(try site.available("PEN") == 7)
        #expect(try site.breaches() == [])
    }
}
