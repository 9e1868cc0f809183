import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct ImportsTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    /// - Returns: the commit of an import with these rows.
    private func stage(_ rows: [JSONObject]) throws -> ImportCommit {
        let number = try site.done(ImportBegin(.stock, in: "WH-NY")).number
        try site.done(ImportRows(number, from: 2, rows))
        return ImportCommit(number)
    }

    @Test("One faulty row keeps all of them out, and each fault names its line")
    func allOrNothing() throws {
        let commit = try stage([
            ["sku": "PEN", "bin": "A-1-01", "qty": 5], ["sku": "PENCIL", "bin": "A-1-01", "qty": 5],
            ["sku": "PEN", "bin": "A-1-01", "qty": 0],
        ])
        let head = try site.site.head
        guard case .importFaults(let faults) = try site.refusal(commit) else {
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
        let commit = try stage([
            ["sku": "PENCIL", "bin": "A-1-01", "qty": 0], ["sku": "PENCIL", "bin": "Z-9-09", "qty": 5],
        ])
        guard case .importFaults(let faults) = try site.refusal(commit), faults.count == 2 else {
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
            let row: JSONObject = ["sku": .string(sku), "bin": "A-1-01", "qty": 5]
            return try TestSite.command(ImportRows(ImportRow(1), from: 2, [row]), id: "p-1")
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
        let commit = try stage([
            ["sku": "PEN", "bin": "A-1-01", "qty": 5], ["sku": "PEN", "bin": "A-1-02", "qty": 2],
        ])
        #expect(try site.available("PEN") == 0)
        #expect(try site.done(commit).rows == 2)
        #expect(try site.available("PEN") == 7)
        // Who commits it once more is told so again.
        #expect(try site.done(commit).state == .committed)
        #expect(try site.available("PEN") == 7)
        #expect(try site.breaches() == [])
    }
}
