import JSON
import Testing

@testable import wms

struct OrderAllocateTests {
    @Test(arguments: [
        "{\"order_id\":\"O-1\"}", "{\n \"order_id\": \"O-1\"\n}\n",
        "{\"params\":{\"order\":{\"order_id\":\"O-1\"}}}",
    ])
    func `one order may fill the file or stand in its request`(text: String) throws {
        #expect(try OrderAllocate.orders(in: Array(text.utf8), file: "f") == [["order_id": "O-1"]])
    }

    @Test func `orders may stand one a line`() throws {
        let text = "{\"order_id\":\"O-1\"}\n\n{\"order_id\":\"O-2\"}\n"
        #expect(try OrderAllocate.orders(in: Array(text.utf8), file: "f").count == 2)
    }

    @Test func `a broken line is named`() {
        let error = #expect(throws: (any Error).self) {
            try OrderAllocate.orders(in: Array("{\"order_id\":\"O-1\"}\n{oops\n".utf8), file: "o.ndjson")
        }
        #expect("\(error.map { "\($0)" } ?? "")".contains("o.ndjson:2"))
    }
}
