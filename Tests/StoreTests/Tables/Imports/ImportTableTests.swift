import Domain
import JSON
import Testing

@testable import Store

@Suite struct ImportTableTests {
    private let store: Store
    private var imports: ImportTable { store.imports }

    init() throws { store = try openStore() }

    private func rows(_ values: JSONObject..., from line: Int) -> [NewStagedRow] {
        values.enumerated().map { NewStagedRow(line: line + $0.offset, row: $0.element) }
    }

    @Test func countsItsRowsOnce() throws {
        var begun = try imports.begin(.sku, common: ["client": "ACME"], at: Sample.noon)
        #expect(begun.state == .open && begun.rows == 0 && begun.common["client"] == "ACME")
        #expect(try imports.stage(rows(["sku": "A"], ["sku": "B"], from: 1), in: begun) == 2)
        begun = try #require(try imports.import(begun.row))
        #expect(begun.lastLine == 2)
        #expect(try imports.stage(rows(["sku": "B2"], ["sku": "C"], from: 2), in: begun) == 3)
        #expect(
            try imports.rows(of: begun.row, after: 1, limit: 9) == [
                StagedRow(line: 2, value: ["sku": "B2"]), StagedRow(line: 3, value: ["sku": "C"]),
            ])
        let unknown = Import(row: ImportRow(99), kind: .sku, common: [:], begunAt: Sample.noon, state: .open)
        #expect(throws: Refusal.self) { try imports.stage([], in: unknown) }
    }

    @Test func goesOnWhereItWas() throws {
        var one = try imports.begin(.stock, common: JSONObject(), at: Sample.noon)
        one.rows = try imports.stage(rows(["n": 1], ["n": 2], ["n": 3], from: 1), in: one)
        try imports.save(one)
        one = try imports.move(one, to: .committing)
        #expect(try imports.committing().map(\.row) == [one.row])
        one.begin(.checking)
        (one.done, one.reachedLine, one.reachedSKU) = (2, 2, SKUKey("ACME", "TEA"))
        one.faults = [StagedFault(line: 2, kind: .unknownSKU, message: "There is no SKU 2.")]
        try imports.save(one)
        #expect(try imports.import(one.row) == one)
        one = try imports.move(one, to: .committed)
        one.begin(.done)
        try imports.save(one)
        #expect(try imports.committing().isEmpty)
        #expect(throws: Refusal.self) { try imports.move(one, to: .open) }
        #expect(try imports.import(one.row) == one)
    }

    @Test func rowsAreRemovedInSlices() throws {
        let one = try imports.begin(.box, common: JSONObject(), at: Sample.noon)
        _ = try imports.stage(rows(["n": 1], ["n": 2], ["n": 3], ["n": 4], from: 10), in: one)
        try imports.removeRows(of: one.row, upTo: 10)
        #expect(try imports.removeRows(of: one.row, limit: 2))
        #expect(try imports.rows(of: one.row, after: 0, limit: 9).map(\.line) == [13])
        #expect(try !imports.removeRows(of: one.row, limit: 2))
        #expect(try !imports.removeRows(of: one.row, limit: 2))
    }

    @Test func whatNobodyCommitsIsFound() throws {
        let one = try imports.begin(.box, common: JSONObject(), at: Sample.noon)
        #expect(try imports.left(from: Sample.noon) == nil)
        #expect(try imports.left(from: Sample.noon.adding(seconds: 1))?.row == one.row)
        var committed = try imports.move(one, to: .committed)
        committed.begin(.moving)
        try imports.save(committed)
        #expect(try imports.left(from: Sample.noon.adding(seconds: 1)) == nil)
        #expect(try imports.moving() == one.row)
        committed.begin(.done)
        try imports.save(committed)
        #expect(try imports.moving() == nil)
    }

    @Test func removesWhatIsDone() throws {
        func finish(_ one: Import) throws {
            var done = try imports.move(one, to: .committed)
            done.begin(.done)
            try imports.save(done)
        }
        let open = try imports.begin(.box, common: JSONObject(), at: Sample.noon)
        let done = try imports.begin(.box, common: JSONObject(), at: Sample.noon)
        try finish(done)
        let withRows = try imports.begin(.box, common: JSONObject(), at: Sample.noon)
        _ = try imports.stage(rows(["n": 1], from: 1), in: withRows)
        try finish(try #require(try imports.import(withRows.row)))
        let later = Sample.noon.adding(seconds: 1)
        #expect(try imports.removeEnded(before: Sample.noon, limit: 9).removed == 0)
        #expect(try imports.removeEnded(before: later, limit: 9).removed == 1)
        #expect(try imports.import(done.row) == nil)
        for kept in [open, withRows] { #expect(try imports.import(kept.row) != nil) }
        try imports.removeRows(of: withRows.row, upTo: 1)
        #expect(try imports.removeEnded(before: later, limit: 9).removed == 1)
        #expect(try imports.begin(.box, common: JSONObject(), at: later).row > withRows.row)
    }

    @Test func whatIsRehearsedIsTakenBack() throws {
        try store.db.transaction { () throws(Refusal) in
            let row = try store.db.rehearse { () throws(Refusal) in
                try imports.begin(.box, common: JSONObject(), at: Sample.noon).row
            }
            #expect(try! imports.import(row) == nil)
            do throws(Refusal) {
                try store.db.rehearse { () throws(Refusal) in throw .unknownSKU("TEA") }
            } catch { #expect(error == .unknownSKU("TEA")) }
        }
    }
}
