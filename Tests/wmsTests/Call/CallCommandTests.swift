import LineProtocol
import Operations
import Testing

@testable import wms

struct CallCommandTests {
    @Test(arguments: [
        ("bin=B-3-12", "bin=B-3-12"), ("ref=two words", "ref=\"two words\""),
        ("ref=say \"hi\"", "ref=\"say \\\"hi\\\"\""),
        ("name=O'Neill", "name=\"O'Neill\""), ("lot=", "lot=\"\""), ("ORD-1", "ORD-1"),
    ])
    func `a value gets back the quotes that the shell took`(parameter: String, word: String) {
        #expect(CallCommand.word(parameter) == word)
    }

    @Test(arguments: ["plain", "two words", "O'Neill", "say \"hi\"", "back\\slash", "back \\ slash", "a=b"])
    func `the daemon reads the value that the person gave`(value: String) throws {
        let line = "stock.receive bin=A-1-01 sku=TEA qty=1 \(CallCommand.word("ref=\(value)"))"
        let request = try #require(try Request(line: line.utf8))
        #expect(try Call(request, by: [.lead]).params["ref"]?.string == value)
    }

    @Test func `a line break is no part of a request in words`() throws {
        let end = try Program.run(["call", "sku.upsert", "name=a\nb", "--socket", "/dev/null"])
        #expect(end.status != 0)
    }
}
