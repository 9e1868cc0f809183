import Domain
import JSON
import Testing

@testable import Store

@Suite struct ImportTableTests {
    private let store: Store
    private var imports: ImportTable { store.imports }

    init() throws { store = try openStore() }

    @Test func countsItsRowsOnce() throws {
        let begun = try imports.begin(.sku, common: ["client": "ACME"], at: Sample.noon)
        #expect(begun.state == .open && begun.rows == 0 && begun.common["client"] == "ACME")
        #expect(try imports.stage([["sku": "A"], ["sku": "B"]], firstLine: 1, in: begun.row).rows == 2)
        #expect(try imports.stage([["sku": "B2"], ["sku": "C"]], firstLine: 2, in: begun.row).rows == 3)
        #expect(
            try imports.rows(of: begun.row, after: 1, limit: 9) == [
                StagedRow(line: 2, value: ["sku": "B2"]), StagedRow(line: 3, value: ["sku": "C"]),
            ])
        #expect(throws: Refusal.self) { try imports.stage([], firstLine: 1, in: ImportRow(99)) }
    }

    @Test func goesOnWhereItWas() throws {
        var one = try imports.begin(.stock, common: JSONObject(), at: Sample.noon)
        _ = try imports.stage([1, 2, 3], firstLine: 1, in: one.row)
        one = try imports.move(one, to: .committing)
        #expect(try imports.committing().map(\.row) == [one.row])
        let fault = StagedFault(line: 2, kind: .unknownSKU, message: "There is no SKU 2.")
        one = try imports.record(done: 2, faults: [fault], of: one.row)
        #expect(one.done == 2 && one.faults == [fault])
        #expect(throws: Refusal.self) { try imports.record(done: 4, faults: [], of: one.row) }
        one = try imports.move(one, to: .committed)
        #expect(try imports.committing().isEmpty)
        #expect(throws: Refusal.self) { try imports.move(one, to: .open) }
        #expect(try imports.import(one.row) == one)
    }

    @Test func rowsAreRemovedInSlices() throws {
        let one = try imports.begin(.box, common: JSONObject(), at: Sample.noon)
        _ = try imports.stage([1, 2, 3], firstLine: 10, in: one.row)
        #expect(try imports.removeRows(of: one.row, limit: 2))
        #expect(try imports.rows(of: one.row, after: 0, limit: 9).map(\.line) == [12])
        #expect(try !imports.removeRows(of: one.row, limit: 2))
        #expect(try !imports.removeRows(of: one.row, limit: 2))
    }
}
