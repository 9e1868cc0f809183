import Domain
import Foundation
import LineProtocol
import Operations
import TestOperations
import Testing

@testable import wmsd

/// `wms import` against the real daemon.
@Suite struct FileImportTests {
    /// Runs `wms import` on a file that holds this.
    private func run(
        _ kind: String, _ text: String, on daemon: DaemonUnderTest
    ) throws -> (status: Int32, output: String, errors: String) {
        let file = daemon.folder + "/rows.csv"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return try DaemonUnderTest.run(["import", kind, file, "--socket", daemon.socket], of: "wms")
    }

    private func lines(of errors: String) -> [Int] {
        errors.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: ":")
            return parts.count > 1 && parts[0].hasSuffix("rows.csv") ? Int(parts[1]) : nil
        }
    }

    @Test func allFaultsOfAFileAreToldAtTheFirstAttempt() throws {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        let skus = """
            sku,name,barcodes,size_mm,weight_g
            Z-1,Tea,,0x80x60,270
            Z-2,Tea,,120x80,5
            Z-3,Tea,,120x80x60,270
            Z-4,Tea,,,270
            Z-6,Tea,,120x80x60,

            """
        let end = try run("sku", skus, on: daemon)
        #expect(end.status == 1)
        #expect(lines(of: end.errors) == [2, 3, 5, 6], "\(end.errors)")
        #expect(end.errors.contains("nothing was imported") && !end.errors.contains("unreadable"))
        #expect(throws: ClientError.self) { _ = try daemon.client().call(SKUGet("Z-3")) }

        let stock = "bin,sku,qty\nB-3-12,TEA-250G,5\nB-3-12,TEA-250G,many\nB-3-12,NONE,1\n"
        let refused = try run("stock", stock, on: daemon)
        #expect(refused.status == 1)
        #expect(lines(of: refused.errors) == [3, 4], "\(refused.errors)")
        #expect(try daemon.client().call(StockAvailable("TEA-250G")).available == 0)
    }

    /// So many rows that the commit is not waited for.
    @Test func theSameOfAFileWhoseCommitTakesItsTime() throws {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        let sound = (0...Limits.importAwaitedMax).map { "S-\($0),120x80x60,270\n" }.joined()
        let end = try run("sku", "sku,size_mm,weight_g\nA,120x80,5\nB,,5\n\(sound)", on: daemon)
        #expect(end.status == 1)
        #expect(lines(of: end.errors) == [2, 3], "\(end.errors)")
        #expect(throws: ClientError.self) { _ = try daemon.client().call(SKUGet("S-0")) }
    }

    @Test func whatAKnownSKUKeepsMayBeLeftOut() throws {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        let end = try run("sku", "sku,name\nTEA-250G,Green tea\n", on: daemon)
        #expect(end.status == 0 && end.output.contains("1 row imported."), "\(end)")
        let tea = try daemon.client().call(SKUGet("TEA-250G"))
        #expect(tea.name == "Green tea" && tea.weightG == 270)
        let cells = try run("sku", "sku,name,size_mm,weight_g\nTEA-250G,Tea,,\n", on: daemon)
        #expect(cells.status == 0, "\(cells)")
    }
}
