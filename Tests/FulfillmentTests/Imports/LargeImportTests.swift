import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Imports of more rows than are booked when their commit is answered.
@Suite struct LargeImportTests {
    private let site: TestSite
    /// More than a commit's answer waits for, and no multiple of a slice.
    private static let rows = 1_231

    init() throws { site = try TestSite() }

    private func begin(_ kind: ImportedThing, _ rows: [JSONObject], pages: Int = 200) throws -> ImportRow {
        let number = try site.done(ImportBegin(kind)).number
        for start in stride(from: 0, to: rows.count, by: pages) {
            let page = Array(rows[start..<min(start + pages, rows.count)])
            try site.done(ImportRows(number, from: start + 2, page))
        }
        return number
    }

    private func commit(_ number: ImportRow) throws {
        #expect(try site.done(ImportCommit(number)).state == .committing)
    }

    private func slice(limit: Int = 40) throws -> Bool {
        try site.done(ImportSlice(limit: limit)).hasMore
    }

    private func work() throws { while try slice() {} }

    private func status(of number: ImportRow) throws -> ImportGet.Result {
        try site.read(ImportGet(number))
    }

    private func sku(_ index: Int, _ more: JSONObject = [:]) -> JSONObject {
        var row: JSONObject = [
            "sku": .string("S-\(index)"), "name": .string("Thing \(index)"),
            "barcodes": [.string("CODE-\(index)")],
            "size_mm": [120, 80, 60], "weight_g": .int(100 + index),
        ]
        for (key, value) in more.members { row[key] = value }
        return row
    }

    private func skus(_ count: Int = rows) -> [JSONObject] { (0..<count).map { sku($0) } }

    private func isKnown(_ code: String) throws -> Bool {
        do { _ = try site.read(SKUGet(code)) } catch { return false }
        return true
    }

    @Test func allSKUsCountAtOnce() throws {
        let number = try begin(.sku, skus())
        try commit(number)
        var seen: [Bool] = []
        while try slice() {
            let first = try isKnown("S-0")
            for code in ["S-730", "CODE-0", "CODE-730", "S-365"] { #expect(try isKnown(code) == first) }
            #expect(try (status(of: number).state == .committed) == first)
            seen.append(first)
        }
        #expect(seen.first == false && seen.last == true)
        // Some slices come after the moment in which all count.
        #expect(seen.filter { $0 }.count > 2)
        let end = try status(of: number)
        #expect(end.rows == Self.rows && end.done == Self.rows && end.faults == [])
        #expect(try site.read(SKUGet("S-730")).weightG == 830)
        #expect(try site.breaches() == [])
    }

    @Test func aRestartGoesOn() throws {
        let number = try begin(.sku, skus())
        try commit(number)
        var slices = 0
        repeat {
            try site.reopen()
            slices += 1
        } while try slice()
        #expect(slices > 10)
        #expect(try status(of: number).state == .committed)
        var list = SKUList()
        list.page.limit = 500
        #expect(try site.read(list).skus.count == 500)
        #expect(try site.site.store.skus.staged.slice(of: ImportRow(1), after: .first, limit: 1) == nil)
    }

    @Test func aRepeatedCommitIsAnsweredAsTheFirst() throws {
        let number = try begin(.sku, skus())
        try commit(number)
        _ = try slice()
        try commit(number)
        try work()
        #expect(try site.done(ImportCommit(number)).state == .committed)
        #expect(try site.refusal(ImportRows(number, from: 2, []))?.kind == .wrongState)
    }

    @Test func allFaultsAreToldByLineAndNothingChanges() throws {
        var rows = skus()
        rows[3] = ["sku": "S-3", "size_mm": [1, 2]]
        rows[500] = ["sku": "S-500", "weight_g": 5]
        rows[501] = ["sku": "PEN", "weight_g": 5]
        rows[700] = ["sku": "S-700", "size_mm": [1, 2, 3], "weight_g": 5, "packing": ["padding_mm": 50_000]]
        let number = try begin(.sku, rows)
        try commit(number)
        try work()
        let end = try status(of: number)
        #expect(end.state == .refused && end.done == 0)
        #expect(end.faults.map(\.line) == [5, 502, 702])
        #expect(end.faults.allSatisfy { $0.kind == "bad_params" })
        #expect(try !isKnown("S-0"))
        #expect(try site.read(SKUGet("PEN")).weightG == 40)

        // Lines that are right take the place of those that are not.
        for line in [5, 502, 702] {
            try site.done(ImportRows(number, from: line, [sku(line - 2)]))
        }
        try commit(number)
        try work()
        #expect(try status(of: number).state == .committed)
        #expect(try status(of: number).rows == Self.rows)
        #expect(try isKnown("CODE-500"))
        #expect(try site.read(SKUGet("PEN")).weightG == 5)
    }

    @Test func faultsAreCountedUpToTheirBound() throws {
        let number = try begin(.sku, (0..<Self.rows).map { ["sku": .string("S-\($0)")] })
        try commit(number)
        try work()
        #expect(try status(of: number).faults.count == Limits.importFaultsMax)
    }

    @Test func aLineOfTheSameSKUGoesOverTheOneBefore() throws {
        var rows = skus()
        rows[10] = sku(10, ["units": [["unit": "case", "qty": 12, "barcodes": ["CASE-10"]]]])
        rows[600] = ["sku": "S-10", "weight_g": 7]
        rows[610] = ["sku": "S-10", "barcodes": ["NEW"]]
        let number = try begin(.sku, rows)
        // Before the commit, a line is given again.
        try site.done(ImportRows(number, from: 4, [sku(9_000)]))
        try commit(number)
        try work()
        let known = try site.read(SKUGet("S-10"))
        #expect(known.weightG == 7 && known.barcodes == ["NEW"] && known.name == "Thing 10")
        #expect(try site.read(SKUGet("CASE-10")).sku == "S-10")
        #expect(try !isKnown("S-2"))
        #expect(try isKnown("CODE-9000"))
        #expect(try status(of: number).rows == Self.rows)
    }

    @Test func whatOthersDoMeanwhileIsKept() throws {
        var rows = skus()
        rows[20] = ["sku": "PEN", "name": "Pencil"]
        let number = try begin(.sku, rows)
        try commit(number)
        while try status(of: number).state != .committed {
            try site.done(SKUUpsert("PEN", weightG: 44))
            _ = try slice()
        }
        #expect(try site.read(SKUGet("PEN")).name == "Pencil")
        // What is not moved yet can be received, ordered and changed.
        try site.receive(5, "S-700", in: "A-1-01")
        try site.send("O-1", [("S-700", 5)])
        try site.done(SKUUpsert("S-500", weightG: 9))
        _ = try slice(limit: 1)
        let few = try site.done(ImportBegin(.sku)).number
        try site.done(ImportRows(few, from: 1, [["sku": "S-600", "weight_g": 8]]))
        // Who brings a few does not wait for the many.
        try site.done(ImportCommit(few))
        #expect(try site.site.store.imports.moving() == ImportRow(1))
        #expect(try site.read(SKUGet("S-600")).weightG == 8)
        try work()
        #expect(try site.read(SKUGet("PEN")).weightG == 44)
        #expect(try site.read(SKUGet("S-500")).weightG == 9)
        #expect(try site.read(SKUGet("S-600")).weightG == 8)
        try site.pickEverything()
        try site.pack("O-1")
        #expect(try site.breaches() == [])
    }

    @Test func stockIsBookedRowByRowOnceAllIsChecked() throws {
        let bins = ["A-1-01", "A-1-02", "A-2-01", "A-2-02"]
        var rows: [JSONObject] = (0..<Self.rows).map { index in
            ["sku": "PEN", "bin": .string(bins[index % bins.count]), "qty": 2]
        }
        rows[600] = ["sku": "PENCIL", "bin": "A-1-01", "qty": 2]
        let number = try begin(.stock, rows)
        let head = try site.site.head
        try commit(number)
        try work()
        #expect(try status(of: number).state == .refused)
        #expect(try status(of: number).faults.map(\.kind) == ["unknown_sku"])
        #expect(try site.available("PEN") == 0)
        #expect(try site.site.head == head)

        try site.done(ImportRows(number, from: 602, [["sku": "PEN", "bin": "A-1-01", "qty": 2]]))
        try commit(number)
        try work()
        #expect(try site.available("PEN") == 2 * Self.rows)
        #expect(try status(of: number).done == Self.rows)
        #expect(try site.site.head == head + Self.rows)
        #expect(try site.breaches() == [])
    }

    @Test func totesAreBookedInSlicesToo() throws {
        let number = try begin(.tote, (0..<Self.rows).map { ["tote": .string("TT-\($0)")] })
        try commit(number)
        try work()
        #expect(try status(of: number).state == .committed)
        var list = ToteList()
        (list.page.limit, list.page.after) = (1, "TT-729")
        #expect(try site.read(list).totes.map(\.tote) == ["TT-73"])
    }

    @Test func whatNobodyCommitsIsDropped() throws {
        let number = try begin(.sku, skus())
        #expect(try !slice())
        site.now = site.now.adding(days: 8)
        try work()
        let end = try status(of: number)
        #expect(end.state == .refused && end.rows == 0)
        try site.done(ImportRows(number, from: 1, [sku(1)]))
        try site.done(ImportCommit(number))
        #expect(try isKnown("S-1"))
    }
}
