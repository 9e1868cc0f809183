import LineProtocol
import Testing

@testable import wms

struct ConsoleRequestTests {
    private func request(_ line: String) throws -> ConsoleRequest {
        var random = FixedRandom()
        var ids = CommandIDs(device: "c", random: &random)
        return try ConsoleRequest(line, commandIDs: &ids)
    }

    @Test func `a read is sent as it is typed`() throws {
        let request = try request("stock.list sku=\"TEA 250\"")
        #expect(request.form == .words("stock.list sku=\"TEA 250\""))
        #expect(request.mayRepeat)
    }

    @Test func `a change gets a command id, unless it has one`() throws {
        #expect(try request("order.release ORD-1").form == .words("order.release ORD-1 command_id=c-0-1"))
        #expect(
            try request("order.release ORD-1 command_id=7").form == .words("order.release ORD-1 command_id=7")
        )
    }

    @Test func `params may be JSON, and the whole request too`() throws {
        #expect(
            try request(#"order.release {"order_id":"ORD-1"}"#).form
                == .params(["order_id": "ORD-1", "command_id": "c-0-1"]))
        let whole = try request(#"{"jsonrpc":"2.0","id":7,"method":"stock.list","params":{"sku":"TEA"}}"#)
        #expect(whole.method == "stock.list")
        #expect(whole.form == .params(["sku": "TEA"]))
    }

    @Test func `what this program does not know is sent once`() throws {
        #expect(try !request("robot.dance").mayRepeat)
    }

    @Test(arguments: [#"order.release {"order_id""#, "{}", #"order.release {"a":1} {"#, "order.release {]"])
    func `what is no request is none`(line: String) {
        #expect(throws: ConsoleRequest.Fault.self) { try request(line) }
    }
}

private struct FixedRandom: RandomNumberGenerator {
    func next() -> UInt64 { 0 }
}
