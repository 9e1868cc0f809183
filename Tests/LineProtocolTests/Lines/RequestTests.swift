import JSON
import Testing

@testable import LineProtocol

@Suite struct RequestTests {
    @Test func jsonAndWordsReadAlike() throws {
        let json =
            #"{"jsonrpc":"2.0","id":"h07","method":"tour.scan","params":{"session":7,"step":12,"code":"00123","command_id":"h07-812"}}"#
        let words = "tour.scan session=7 step=12 code=00123 command_id=h07-812"
        let left = try #require(try Request(line: json.utf8))
        let right = try #require(try Request(line: words.utf8))
        #expect(left.params == right.params)
        #expect(left.commandID == "h07-812" && right.commandID == "h07-812")
        #expect(left.id == .text("h07") && right.id == .none)
        #expect(right.params == ["session": 7, "step": 12, "code": "00123"])
    }

    @Test(arguments: ["", "  ", "\r", "# a comment", "\t# another"])
    func nothingIsAsked(line: String) throws {
        #expect(try Request(line: line.utf8) == nil)
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"ping""#, ErrorKind.notJSON),
        (#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":9007199254740992,"method":"ping"}"#, .invalidRequest),
        (#"{"id":1,"method":"ping"}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1,"method":"ping","parms":{}}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#, .invalidRequest),
        (#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#, .duplicateKey),
        (#"{"jsonrpc":"2.0","id":1,"method":"pong"}"#, .unknownMethod),
        ("ping=1", .invalidRequest),
        ("order.get order_id='O-1", .invalidRequest),
        ("order.got order_id=O-1", .unknownMethod),
    ])
    func malformedLinesAreRefused(line: String, kind: ErrorKind) {
        let fault = #expect(throws: RequestFault.self) { try Request(line: line.utf8) }
        #expect(fault?.error.kind == kind)
    }

    @Test func aLineThatIsNotUTF8IsRefusedInBothForms() {
        for start in ["{\"", "ping "] {
            let fault = #expect(throws: RequestFault.self) {
                try Request(line: Array(start.utf8) + [0xC3, 0x28])
            }
            #expect(fault?.error.kind == .notUTF8)
        }
    }

    @Test func aFaultKeepsTheIDAndNamesTheNearest() {
        let line = #"{"jsonrpc":"2.0","id":7,"method":"order.get","params":{"order":"O-1"}}"#
        let fault = #expect(throws: RequestFault.self) { try Request(line: line.utf8) }
        #expect(fault?.id == .number(7))
        #expect(fault?.error.kind == .badParams)
        #expect(fault?.error.details["param"] == "order")
        #expect(fault?.error.message == "order.get: order is not known here; order_id is missing: id")
    }

    @Test func aChangeNeedsItsCommandIDInJSONAndNotInWords() throws {
        let json = #"{"jsonrpc":"2.0","id":1,"method":"order.cancel","params":{"order_id":"O-1"}}"#
        let fault = #expect(throws: RequestFault.self) { try Request(line: json.utf8) }
        #expect(fault?.error.details["param"] == "command_id")
        let typed = try #require(try Request(line: "order.cancel O-1".utf8))
        #expect(typed.commandID == nil)
        #expect(typed.params == ["order_id": "O-1"])
    }

    @Test func theDeclaredTypeDecidesHowAWordIsRead() throws {
        let line =
            #"order.allocate order.order_id=17 order.items.0.sku=0042 order.items.0.qty=2 order.ship_to='{"name":"N","lines":["1 Main St"],"city":"C","postcode":"10001","country":"US"}' order.delivery_sla=SAME_DAY order.plan.warehouse=WH-NY order.plan.driver="D 2" order.notes='say "hi"'"#
        let request = try #require(try Request(line: line.utf8))
        let order = try #require(request.params["order"])
        #expect(order["order_id"] == "17")
        #expect(order["items"] == [["sku": "0042", "qty": 2]])
        #expect(order["plan"] == ["warehouse": "WH-NY", "driver": "D 2"])
        #expect(order["ship_to"]?["postcode"] == "10001")
        #expect(order["notes"] == #"say "hi""#)
    }

    @Test func plainListsAreWrittenWithCommas() throws {
        let request = try #require(try Request(line: "box.upsert S inner_mm=240,160,100 cost=0.42".utf8))
        #expect(request.params == ["box": "S", "inner_mm": [240, 160, 100], "cost": "0.42"])
    }

    @Test(arguments: [
        ("tour.scan session=7 step=twelve code=1", "step"),
        ("order.get order_id=O order_id=P", "order_id"),
        ("order.allocate order.items.1.sku=A", "order.items.1"),
        ("order.get order_id.x=1", "order_id"),
        ("order.list open limit", "limit"),
        ("order.list limit=501", "limit"),
    ])
    func faultsInWordsNameTheParam(line: String, path: String) {
        let fault = #expect(throws: RequestFault.self) { try Request(line: line.utf8) }
        #expect(fault?.error.kind == .badParams)
        #expect(fault?.error.details["param"] == .string(path))
    }
}
