import Domain
import JSON
import Testing

@testable import Fulfillment

/// Imports of more rows than are booked when their commit is answered.
@Suite struct LargeImportTests {
    private let site: TestSite
    /// More than a commit's answer waits for, and no multiple of a slice.
    private static let rows = 1_231

    init() throws { site = try TestSite() }

    private func begin(_ kind: String, _ rows: [JSONObject], pages: Int = 200) throws -> JSONValue {
        let number = try site.done("import.begin", ["kind": .string(kind)])["import"] ?? .null
        for start in stride(from: 0, to: rows.count, by: pages) {
            let page = rows[start..<min(start + pages, rows.count)].map { JSONValue.object($0) }
            try site.done(
                "import.rows", ["import": number, "first_line": .int(start + 2), "rows": .array(page)])
        }
        return number
    }

    private func commit(_ number: JSONValue) throws {
        let answer = try site.done("import.commit", ["import": number])
        #expect(answer["state"] == "committing")
    }

    private func slice(limit: Int = 40) throws -> Bool {
        try site.done("import.slice", ["limit": .int(limit)])["more"] == true
    }

    private func work() throws { while try slice() {} }

    private func status(of number: JSONValue) throws -> JSONValue {
        try site.read("import.get", ["import": number])
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
        do { return try site.read("sku.get", ["sku": .string(code)])["sku"] != nil } catch { return false }
    }

    @Test func allSKUsCountAtOnce() throws {
        let number = try begin("sku", skus())
        try commit(number)
        var seen: [Bool] = []
        while try slice() {
            let first = try isKnown("S-0")
            for code in ["S-730", "CODE-0", "CODE-730", "S-365"] { #expect(try isKnown(code) == first) }
            let state = try status(of: number)["state"]
            #expect((state == "committed") == first)
            seen.append(first)
        }
        #expect(seen.first == false && seen.last == true)
        // Some slices come after the moment in which all count.
        #expect(seen.filter { $0 }.count > 2)
        let end = try status(of: number)
        #expect(end["rows"] == .int(Self.rows) && end["done"] == .int(Self.rows) && end["faults"] == [])
        #expect(try site.read("sku.get", ["sku": "S-730"])["weight_g"] == 830)
        #expect(try site.breaches() == [])
    }

    @Test func aRestartGoesOn() throws {
        let number = try begin("sku", skus())
        try commit(number)
        var slices = 0
        repeat {
            try site.reopen()
            slices += 1
        } while try slice()
        #expect(slices > 10)
        #expect(try status(of: number)["state"] == "committed")
        #expect(try site.read("sku.list", ["limit": 500])["skus"]?.array?.count == 500)
        #expect(try site.site.store.skus.staged.slice(of: ImportRow(1), after: .first, limit: 1) == nil)
    }

    @Test func aRepeatedCommitIsAnsweredAsTheFirst() throws {
        let number = try begin("sku", skus())
        try commit(number)
        _ = try slice()
        try commit(number)
        try work()
        #expect(try site.done("import.commit", ["import": number])["state"] == "committed")
        #expect(
            try site.refusal("import.rows", ["import": number, "first_line": 2, "rows": []])?.kind
                == .wrongState)
    }

    @Test func allFaultsAreToldByLineAndNothingChanges() throws {
        var rows = skus()
        rows[3] = ["sku": "S-3", "size_mm": [1, 2]]
        rows[500] = ["sku": "S-500", "weight_g": 5]
        rows[501] = ["sku": "PEN", "weight_g": 5]
        rows[700] = ["sku": "S-700", "size_mm": [1, 2, 3], "weight_g": 5, "packing": ["padding_mm": 50_000]]
        let number = try begin("sku", rows)
        try commit(number)
        try work()
        let end = try status(of: number)
        #expect(end["state"] == "refused" && end["done"] == 0)
        #expect(end["faults"]?.array?.compactMap { $0["line"]?.int } == [5, 502, 702])
        #expect(end["faults"]?.array?.allSatisfy { $0["kind"] == "bad_params" } == true)
        #expect(try !isKnown("S-0"))
        #expect(try site.read("sku.get", ["sku": "PEN"])["weight_g"] == 40)

        // Lines that are right take the place of those that are not.
        for line in [5, 502, 702] {
            try site.done(
                "import.rows",
                ["import": number, "first_line": .int(line), "rows": [.object(sku(line - 2))]])
        }
        try commit(number)
        try work()
        #expect(try status(of: number)["state"] == "committed")
        #expect(try status(of: number)["rows"] == .int(Self.rows))
        #expect(try isKnown("CODE-500"))
        #expect(try site.read("sku.get", ["sku": "PEN"])["weight_g"] == 5)
    }

    @Test func faultsAreCountedUpToTheirBound() throws {
        let number = try begin("sku", (0..<Self.rows).map { ["sku": .string("S-\($0)")] })
        try commit(number)
        try work()
        #expect(try status(of: number)["faults"]?.array?.count == Limits.importFaultsMax)
    }

    @Test func aLineOfTheSameSKUGoesOverTheOneBefore() throws {
        var rows = skus()
        rows[10] = sku(10, ["units": [["unit": "case", "qty": 12, "barcodes": ["CASE-10"]]]])
        rows[600] = ["sku": "S-10", "weight_g": 7]
        rows[610] = ["sku": "S-10", "barcodes": ["NEW"]]
        let number = try begin("sku", rows)
        // Before the commit, a line is given again.
        try site.done("import.rows", ["import": number, "first_line": 4, "rows": [.object(sku(9_000))]])
        try commit(number)
        try work()
        let known = try site.read("sku.get", ["sku": "S-10"])
        #expect(known["weight_g"] == 7 && known["barcodes"] == ["NEW"] && known["name"] == "Thing 10")
        #expect(try site.read("sku.get", ["sku": "CASE-10"])["sku"] == "S-10")
        #expect(try !isKnown("S-2"))
        #expect(try isKnown("CODE-9000"))
        #expect(try status(of: number)["rows"] == .int(Self.rows))
    }

    @Test func whatOthersDoMeanwhileIsKept() throws {
        var rows = skus()
        rows[20] = ["sku": "PEN", "name": "Pencil"]
        let number = try begin("sku", rows)
        try commit(number)
        while try status(of: number)["state"] != "committed" {
            try site.done("sku.upsert", ["sku": "PEN", "weight_g": 44])
            _ = try slice()
        }
        #expect(try site.read("sku.get", ["sku": "PEN"])["name"] == "Pencil")
        // What is not moved yet can be received, ordered and changed.
        try site.receive(5, "S-700", in: "A-1-01")
        try site.send("O-1", [("S-700", 5)])
        try site.done("sku.upsert", ["sku": "S-500", "weight_g": 9])
        _ = try slice(limit: 1)
        try site.done("import.begin", ["kind": "sku"])
        try site.done(
            "import.rows", ["import": 2, "first_line": 1, "rows": [["sku": "S-600", "weight_g": 8]]])
        // Who brings a few does not wait for the many.
        try site.done("import.commit", ["import": 2])
        #expect(try site.site.store.imports.moving() == ImportRow(1))
        #expect(try site.read("sku.get", ["sku": "S-600"])["weight_g"] == 8)
        try work()
        #expect(try site.read("sku.get", ["sku": "PEN"])["weight_g"] == 44)
        #expect(try site.read("sku.get", ["sku": "S-500"])["weight_g"] == 9)
        #expect(try site.read("sku.get", ["sku": "S-600"])["weight_g"] == 8)
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
        let number = try begin("stock", rows)
        let head = try site.site.head
        try commit(number)
        try work()
        #expect(try status(of: number)["state"] == "refused")
        #expect(try status(of: number)["faults"]?.array?.map { $0["kind"] } == ["unknown_sku"])
        #expect(try site.available("PEN") == 0)
        #expect(try site.site.head == head)

        try site.done(
            "import.rows",
            ["import": number, "first_line": 602, "rows": [["sku": "PEN", "bin": "A-1-01", "qty": 2]]])
        try commit(number)
        try work()
        #expect(try site.available("PEN") == 2 * Self.rows)
        #expect(try status(of: number)["done"] == .int(Self.rows))
        #expect(try site.site.head == head + Self.rows)
        #expect(try site.breaches() == [])
    }

    @Test func totesAreBookedInSlicesToo() throws {
        let number = try begin("tote", (0..<Self.rows).map { ["tote": .string("TT-\($0)")] })
        try commit(number)
        try work()
        #expect(try status(of: number)["state"] == "committed")
        #expect(
            try site.read("tote.list", ["limit": 1, "after": "TT-729"])["totes"]?.array?.first?["tote"]
                == "TT-73")
    }

    @Test func whatNobodyCommitsIsDropped() throws {
        let number = try begin("sku", skus())
        #expect(try !slice())
        site.now = site.now.adding(days: 8)
        try work()
        let end = try status(of: number)
        #expect(end["state"] == "refused" && end["rows"] == 0)
        try site.done("import.rows", ["import": number, "first_line": 1, "rows": [.object(sku(1))]])
        try site.done("import.commit", ["import": number])
        #expect(try isKnown("S-1"))
    }
}
