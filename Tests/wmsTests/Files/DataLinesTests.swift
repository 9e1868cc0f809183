import JSON
import Testing

@testable import wms

struct DataLinesTests {
    @Test func `blank lines count and are passed over`() throws {
        let lines = DataLines(Array("\n{\"a\":1}\r\n \t\n\r\n{\"a\":2}".utf8)).filled
        #expect(lines.map(\.number) == [2, 5])
        #expect(try lines.map { try $0.object()["a"] } == [1, 2])
    }

    @Test(arguments: ["", "\n", " \r\n\n"])
    func `a file without data has no lines`(_ text: String) {
        #expect(DataLines(Array(text.utf8)).filled.isEmpty)
    }

    @Test(arguments: [
        ("nope", "not JSON: expected null (byte 0); a line is one JSON object, such as"),
        ("[1]", "a list stands here; a line is one JSON object, such as"), ("7", "a number stands here"),
    ])
    func `a line that is no object is told`(_ text: String, _ words: String) throws {
        let line = try #require(DataLines(Array(text.utf8)).filled.first)
        let error = #expect(throws: DataLineError.self) { try line.object() }
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
}
