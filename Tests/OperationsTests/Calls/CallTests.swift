import Domain
import JSON
import LineProtocol
import Testing

@testable import Operations

@Suite struct CallTests {
    @Test func jsonAndWordsReadAlike() throws {
        let json =
            #"{"jsonrpc":"2.0","id":"h07","method":"tour.scan","params":{"session":7,"step":12,"code":"00123","command_id":"h07-812"}}"#
        let words = "tour.scan session=7 step=12 code=00123 command_id=h07-812"
        let (left, right) = (try call(json), try call(words))
        #expect(left.params == right.params)
        #expect(left.commandID == "h07-812" && right.commandID == "h07-812")
        #expect(right.params == ["session": 7, "step": 12, "code": "00123"])
    }

    @Test func theOperationHasWhatWasGiven() throws {
        let scan = try #require(
            try call("tour.scan 7 step=12 code=00123 command_id=c-1").operation as? TourScan)
        #expect(scan.session == SessionRow(7) && scan.step == 12 && scan.code == "00123")
        let list = try #require(
            try call("parcel.list state=closed driver=D1 limit=2").operation as? ParcelList)
        #expect(list.state == .closed && list.driver == "D1" && list.page.limit == 2 && list.client == nil)
    }

    @Test func rolesAreCheckedFirst() throws {
        let fault = #expect(throws: RequestFault.self) { try call("order.allocate nonsense", by: [.picker]) }
        #expect(fault?.error.kind == .notAllowed)
        let nobody = #expect(throws: RequestFault.self) { try call("ping", by: []) }
        #expect(nobody?.error.kind == .notAllowed)
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"method":"pong"}"#, ErrorKind.unknownMethod),
        ("order.get order_id='O-1", .invalidRequest),
        ("order.got order_id=O-1", .unknownMethod),
        ("labels.wait printer=P reason=R", .unknownMethod),
        ("order.list stage=acepted", .badParams),
        ("tour.list state=begun", .badParams),
        ("parcel.list state=labeled", .badParams),
        ("label.list state=done", .badParams),
        ("event.list types=order.nosuch", .badParams),
        ("tour.next 1 kinds=moon", .badParams),
        ("task.open move bin=A-1-01", .badParams),
        ("task.open count", .badParams),
        ("task.open count bin=A-1-01 sku=PEN", .badParams),
        ("task.list state=begun", .badParams),
        ("label.reprint parcel=1 job=2 reason=torn", .badParams),
        ("session.start maria device=h07", .badParams),
    ])
    func whatCannotBeIsRefused(line: String, kind: ErrorKind) {
        let fault = #expect(throws: RequestFault.self) { try call(line) }
        #expect(fault?.error.kind == kind)
    }

    @Test func aFaultKeepsTheIDAndNamesTheNearest() {
        let line = #"{"jsonrpc":"2.0","id":7,"method":"order.get","params":{"order":"O-1"}}"#
        let fault = #expect(throws: RequestFault.self) { try call(line) }
        #expect(fault?.id == .number(7))
        #expect(fault?.error.kind == .badParams)
        #expect(fault?.error.details["param"] == "order")
        #expect(fault?.error.message == "order.get: order is not known here; order_id is missing: The order (id)")
    }

    @Test func allFaultsAreToldAtOnce() {
        let line =
            #"{"jsonrpc":"2.0","id":1,"method":"tour.scan","params":{"session":0,"step":"x","coed":"1"}}"#
        let fault = #expect(throws: RequestFault.self) { try call(line) }
        for name in ["session", "step", "coed", "code", "command_id"] {
            #expect(fault?.error.message.contains(name) == true, "\(name)")
        }
        #expect(fault?.error.details["nearest"] == nil)
    }

    @Test func aChangeNeedsItsCommandIDInJSONAndNotInWords() throws {
        let json = #"{"jsonrpc":"2.0","id":1,"method":"order.cancel","params":{"order_id":"O-1"}}"#
        let fault = #expect(throws: RequestFault.self) { try call(json) }
        #expect(fault?.error.details["param"] == "command_id")
        let typed = try call("order.cancel O-1")
        #expect(typed.commandID == nil)
        #expect(typed.params == ["order_id": "O-1"])
    }

    @Test func aReadHasNoCommandID() {
        let fault = #expect(throws: RequestFault.self) { try call("order.get O-1 command_id=c-1") }
        #expect(fault?.error.details["param"] == "command_id")
    }

    @Test func theDeclaredTypeDecidesHowAWordIsRead() throws {
        let line =
            #"order.allocate order.order_id=17 order.items.0.sku=0042 order.items.0.qty=2 order.ship_to='{"name":"N","lines":["1 Main St"],"city":"C","postcode":"10001","country":"US"}' order.delivery_sla=SAME_DAY order.plan.warehouse=WH-NY order.plan.driver="D 2" order.notes='say "hi"'"#
        let order = try #require(try call(line).params["order"])
        #expect(order["order_id"] == "17")
        #expect(order["items"] == [["sku": "0042", "qty": 2]])
        #expect(order["plan"] == ["warehouse": "WH-NY", "driver": "D 2"])
        #expect(order["ship_to"]?["postcode"] == "10001")
        #expect(order["notes"] == #"say "hi""#)
    }

    @Test("Params may be JSON in a line in words: all of them, or one")
    func jsonInWords() throws {
        #expect(try call(#"order.list {"stage":"packing"}"#).params == ["stage": "packing"])
        #expect(try call(#"order.get {"order_id":"O 5"} "#).params == ["order_id": "O 5"])
        #expect(
            try call(#"event.subscribe types=["order.packed","order.short"]"#).params
                == ["types": ["order.packed", "order.short"]])
        for line in [#"order.list {"stage":"packing"} limit=3"#, "order.list {stage:packing}"] {
            let fault = #expect(throws: RequestFault.self) { try call(line) }
            #expect(fault?.error.kind == .invalidRequest)
        }
    }

    @Test("A word without a name is the first param only where that is needed, or the method says so")
    func bareWords() throws {
        #expect(try call("help tour.scan").params == ["method": "tour.scan"])
        #expect(try call("order.release O-1").params == ["order_id": "O-1"])
        #expect(try call("stock.available PEN").params == ["sku": "PEN"])
        let fault = #expect(throws: RequestFault.self) { try call("order.list packing") }
        #expect(fault?.error.message == "order.list: packing has no name: write stage=packing")
    }

    @Test func plainListsAreWrittenWithCommas() throws {
        let params = try call("box.upsert S inner_mm=240,160,100 cost=0.42").params
        #expect(params == ["box": "S", "inner_mm": [240, 160, 100], "cost": "0.42"])
        let goods = try #require(try call("sku.upsert MUG track=lot,expiry").operation as? SKUUpsert)
        #expect(goods.track == [.lot, .expiry])
    }

    @Test(arguments: [
        ("tour.scan session=7 step=twelve code=1", "step"),
        ("order.get order_id=O order_id=P", "order_id"),
        ("order.allocate order.items.1.sku=A", "order.items.1"),
        ("order.get order_id.x=1", "order_id"),
        ("order.list stage=accepted limit", "limit"),
        ("order.list packing", "packing"),
        ("stock.list WATER-5L", "WATER-5L"),
        ("order.list limit=501", "limit"),
    ])
    func faultsInWordsNameTheParam(line: String, path: String) {
        let fault = #expect(throws: RequestFault.self) { try call(line) }
        #expect(fault?.error.kind == .badParams)
        #expect(fault?.error.details["param"] == .string(path))
    }

    private func call(_ line: String, by roles: [Role] = [.lead]) throws -> Call {
        try Call(try #require(try Request(line: line.utf8)), by: roles)
    }
}
