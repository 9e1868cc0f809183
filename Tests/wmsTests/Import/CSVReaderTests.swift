import Common
import Testing

@testable import wms

struct CSVReaderTests {
    private func fields(_ text: String) throws -> [[String]] {
        try CSVReader.records(of: Array(text.utf8)).map(\.fields)
    }

    @Test func `commas part fields and either line end parts records`() throws {
        #expect(try fields("a,b\r\n1,2\n3,") == [["a", "b"], ["1", "2"], ["3", ""]])
    }

    @Test func `quotes keep commas, line ends and doubled quotes`() throws {
        #expect(try fields("\"a,b\",\"say \"\"hi\"\"\",\"x\r\ny\"\n") == [["a,b", "say \"hi\"", "x\r\ny"]])
    }

    @Test func `a byte-order mark and blank lines are skipped`() throws {
        let records = try CSVReader.records(of: [0xEF, 0xBB, 0xBF] + Array("a\n\n\r\nb\n".utf8))
        #expect(records == [CSVRecord(line: 1, fields: ["a"]), CSVRecord(line: 4, fields: ["b"])])
    }

    @Test func `lines are counted through quoted line ends`() throws {
        let records = try CSVReader.records(of: Array("\"a\nb\nc\"\nd\n".utf8))
        #expect(records.map(\.line) == [1, 4])
    }

    @Test(arguments: [
        ("a,b\n\"c\n", CSVFault.openQuote(line: 2)),
        ("a\nb\"c\n", .strayQuote(line: 2)),
        ("\"a\"b\n", .textAfterQuote(line: 1)),
    ])
    func `a broken quote is named with its line`(text: String, fault: CSVFault) {
        #expect(throws: fault) { try CSVReader.records(of: Array(text.utf8)) }
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        #expect(throws: CSVFault.notUTF8(line: 2)) { try CSVReader.records(of: [0x61, 0x0A, 0xFF]) }
    }

    /// Any fields come back from the text that RFC 4180 makes of them.
    @Test(arguments: 1...20)
    func `what is written by the rules is read back`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet = ["a", ",", "\"", "\n", "\r\n", " ", "é", "1"]
        let table = (0..<8).map { _ in
            (0..<4).map { _ in
                (0..<Int.random(in: 1...6, using: &random)).map { _ in
                    alphabet.randomElement(using: &random) ?? "a"
                }.joined()
            }
        }
        let text = table.map { row in
            row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        }.joined(separator: "\r\n")
        #expect(try fields(text) == table)
    }
}
