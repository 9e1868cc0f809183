import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Commits that are answered when all rows are booked.
@Suite struct AwaitedImportTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private static let one = ImportCommit(ImportRow(1))

    private func begin(_ rows: [JSONObject]) throws {
        let number = try site.done(ImportBegin(.stock, in: "WH-NY")).number
        try site.done(ImportRows(number, from: 2, rows))
    }

    private func commit(_ id: String) throws -> Command { try TestSite.command(Self.one, id: id) }

    private func decide(_ command: Command) throws -> Outcome {
        try site.site.decide([command], at: site.now)[0]
    }

    /// - Returns: whether the import is over.
    private func slice() throws -> Bool {
        try site.done(ImportSlice(limit: 1)).ended == ImportRow(1)
    }

    private func work() throws { while try !slice() {} }

    private func text(_ outcome: Outcome) throws -> String {
        guard case .answer(let text) = outcome else { throw Refusal.unreadable("\(outcome)") }
        return text
    }

    private static let rows: [JSONObject] = [
        ["sku": "PEN", "bin": "A-1-01", "qty": 5], ["sku": "PEN", "bin": "A-1-02", "qty": 2],
    ]

    @Test func itIsAnsweredWhenAllIsBookedAndARepeatGetsTheSame() throws {
        try begin(Self.rows)
        #expect(try decide(commit("c-1")) == .begun(ImportRow(1)))
        #expect(try site.available("PEN") == 0)
        _ = try slice()
        // A restart forgets who waits, but not what was begun; a repeat waits as well.
        try site.reopen()
        #expect(try decide(commit("c-1")) == .begun(ImportRow(1)))
        try work()
        #expect(try site.available("PEN") == 7)
        let answer = try text(decide(commit("c-1").resumed))
        #expect(try JSONValue(parsing: answer) == ["import": 1, "rows": 2, "state": "committed"])
        for repeated in [try commit("c-1"), try commit("c-1").resumed, try commit("c-2")] {
            #expect(try text(decide(repeated)) == answer)
        }
        #expect(try site.available("PEN") == 7)
        #expect(try site.breaches() == [])
    }

    @Test func anAnswerThatWasNeverGivenIsGivenToTheRepeat() throws {
        try begin(Self.rows)
        _ = try decide(commit("c-1"))
        try work()
        try site.reopen()
        #expect(try JSONValue(parsing: text(decide(commit("c-1"))))["state"] == "committed")
        #expect(try site.available("PEN") == 7)
    }

    @Test func aRefusalIsNotStoredAndTheSameLineIsCheckedAnew() throws {
        try begin([["sku": "PENCIL", "bin": "A-1-01", "qty": 5]])
        for _ in 0..<2 {
            #expect(try decide(commit("c-1")) == .begun(ImportRow(1)))
            try work()
            guard case .refusal(.importFaults(let faults)) = try decide(commit("c-1").resumed) else {
                Issue.record("a faulty import was taken")
                return
            }
            #expect(faults.map(\.line) == [2] && faults.map(\.kind) == [.unknownSKU])
        }
        try site.done("sku.upsert", ["sku": "PENCIL", "size_mm": [180, 8, 8], "weight_g": 6])
        #expect(try site.done(Self.one, id: "c-1").state == .committed)
        #expect(try site.available("PENCIL") == 5)
        #expect(try site.breaches() == [])
    }

    @Test func whatWasBookedBeforeAFaultIsTold() throws {
        let mug: JSONObject = ["sku": "MUG", "size_mm": [90, 90, 90], "weight_g": 300]
        try site.done("sku.upsert", mug)
        try begin([Self.rows[0], ["sku": "MUG", "bin": "A-1-02", "qty": 2]])
        _ = try decide(commit("c-1"))
        while try site.available("PEN") == 0 { #expect(try !slice()) }
        try site.done("sku.upsert", ["sku": "MUG", "track": ["lot"]])
        try work()
        let answer = try text(decide(commit("c-1").resumed))
        #expect(try JSONValue(parsing: answer) == ["import": 1, "rows": 2, "state": "refused"])
        let status = try site.read(ImportGet(ImportRow(1)))
        #expect(status.done == 1 && status.faults.map(\.line) == [3])
        #expect(try text(decide(commit("c-1"))) == answer)
        // The row that is right is booked, and the other one not again.
        try site.done("sku.upsert", ["sku": "MUG", "track": []])
        #expect(try site.done(Self.one, id: "c-2").state == .committed)
        #expect(try site.available("PEN") == 5)
        #expect(try site.available("MUG") == 2)
        #expect(try site.breaches() == [])
    }
}
