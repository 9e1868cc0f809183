import Domain
import JSON
import Testing

@testable import wms

struct ImportFileTests {
    private func rows(_ text: String, kind: wms.ImportKind) throws(ImportFaults) -> [ImportFile.Row] {
        var file = try ImportFile(Array(text.utf8), kind: kind, file: "f.csv")
        var rows: [ImportFile.Row] = []
        while let row = try file.next() { rows.append(row) }
        return rows
    }

    private func faults(_ text: String, kind: wms.ImportKind) -> [String] {
        let faults: [ImportFaults.Fault]
        do throws(ImportFaults) {
            var file = try ImportFile(Array(text.utf8), kind: kind, file: "f.csv")
            while try file.next() != nil {}
            faults = file.faults
        } catch {
            faults = error.faults
        }
        return faults.map { "\($0.line): \($0.message)" }
    }

    @Test func `the header names the params and their types read the cells`() throws {
        let text = """
            sku,name,barcodes,size_mm,weight_g,packing.fragile,packing.never_with,packing.rotation
            00123,"Tea, green",4006381333931 04006381333948,120x80x60,270,yes,chemical,base long_side

            """
        let rows = try rows(text, kind: .sku)
        #expect(rows.map(\.line) == [2])
        #expect(
            rows.first?.params == [
                "sku": "00123", "name": "Tea, green", "barcodes": ["4006381333931", "04006381333948"],
                "size_mm": [120, 80, 60], "weight_g": 270,
                "packing": ["fragile": true, "never_with": ["chemical"], "rotation": ["base", "long_side"]],
            ])
    }

    @Test func `empty cells are params left out`() throws {
        let rows = try rows("bin,sku,qty,lot\nB-3-12,TEA,4,\n", kind: .stock)
        #expect(rows.first?.params == ["bin": "B-3-12", "sku": "TEA", "qty": 4])
    }

    @Test func `every fault is told at once with its line`() {
        let found = faults("sku,size_mm,weight_g\nA,1x2,3\nB,1x2x3,heavy\nC,1x2x3\n,1x1x1,1\n", kind: .sku)
        #expect(found.map { String($0.prefix(2)) } == ["2:", "3:", "4:", "5:"])
        #expect(found[1].contains("weight_g"))
    }

    @Test func `a broken quote is told at its own line, behind the faults before it`() {
        let found = faults("tote,tare_g\nT-1,heavy\nT-2,1\n\"T-3,1\n", kind: .tote)
        #expect(
            found == [
                "2: tare_g is \"heavy\": give a whole number", "4: a quoted field begins here and never ends",
            ])
    }

    @Test(arguments: [
        ("weight_g", "5kg", "give a whole number"),
        ("size_mm", "120x80", "give length x width x height in mm"),
        ("size_mm", "120x80xhigh", "such as 120x80x60"), ("packing.fragile", "maybe", "give yes or no"),
    ])
    func `a cell that cannot be read is shown with how the file writes it`(
        column: String, cell: String, fix: String
    ) {
        let found = faults("sku,\(column)\nA,\(cell)\n", kind: .sku)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("2: \(column) is \"\(cell)\": ") == true, "\(found)")
        #expect(found.first?.contains(fix) == true, "\(found)")
    }

    @Test func `an unknown column is told with those there are`() {
        #expect(
            faults("tote,colour\nT-1,red\n", kind: .tote).first?.contains("tote, inner_mm, tare_g") == true)
    }

    @Test func `a required column that is missing is told`() {
        #expect(faults("inner_mm\n1x2x3\n", kind: .box).first == "1: the column box is missing: The id.")
    }

    @Test func `what a known thing keeps may be left out, as a column or as a cell`() throws {
        #expect(try rows("sku,weight_g\nA,5\n", kind: .sku).first?.params == ["sku": "A", "weight_g": 5])
        let mixed = try rows("sku,size_mm,weight_g\nA,,5\nB,1x2x3,\n", kind: .sku)
        #expect(mixed.map(\.params) == [["sku": "A", "weight_g": 5], ["sku": "B", "size_mm": [1, 2, 3]]])
        #expect(try rows("box,cost\nS,0.35\n", kind: .box).count == 1)
    }

    @Test func `only what every row needs is called required`() {
        let columns = wms.ImportKind.allCases.flatMap { kind in kind.columns.filter(\.isRequired).map(\.name) }
        #expect(columns == ["sku", "box", "tote", "bin", "sku", "qty"])
    }

    @Test func `an empty file is told`() {
        #expect(faults("", kind: .sku).count == 1)
    }

    @Test func `a row with a fault is not given, and those behind it are`() throws {
        var file = try ImportFile(
            Array("sku,size_mm,weight_g\nA,1x2x3,5\nB,1x2,5\nC,1x2x3,5\n".utf8), kind: .sku, file: "f.csv")
        #expect(try file.next()?.line == 2)
        #expect(file.faults.isEmpty)
        #expect(try file.next()?.line == 4)
        #expect(file.faults.map(\.line) == [3])
        #expect(try file.next()?.line == nil)
        #expect(file.share == 1)
    }

    @Test func `behind as many faults as the daemon tells no row is given`() throws {
        let faulty = String(repeating: "T,heavy\n", count: Limits.importFaultsMax)
        var file = try ImportFile(
            Array("tote,tare_g\nT-1,1\n\(faulty)T-2,1\nT-3,1\nT,heavy\n".utf8), kind: .tote, file: "f.csv")
        #expect(try file.next()?.line == 2)
        #expect(file.firstLineNotGiven == nil)
        #expect(try file.next()?.line == nil)
        #expect(file.faults.count == Limits.importFaultsMax + 1)
        #expect(file.firstLineNotGiven == Limits.importFaultsMax + 3)
    }
}
