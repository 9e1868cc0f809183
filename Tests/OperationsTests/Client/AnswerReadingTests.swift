import Domain
import JSON
import LineProtocol
import Testing

@testable import Operations

/// A line that answers as prepared and remembers what was asked.
private final class PreparedLine: AnsweringLine {
    private var answers: [JSONValue]
    private(set) var asked: [(method: String, params: JSONObject)] = []

    init(_ answers: [JSONValue]) { self.answers = answers }

    func call(_ method: String, _ params: JSONObject) throws(ClientError) -> JSONValue {
        asked.append((method, params))
        return answers.removeFirst()
    }
}

@Suite struct AnswerReadingTests {
    @Test func aResultIsReadByItsType() throws {
        let line = PreparedLine([["released": 3, "waiting": 1, "left": 0]])
        var release = OrderRelease()
        release.isAll = true
        let result = try line.call(release, commandID: "c-1")
        #expect(result.released == 3 && result.waiting == 1 && result.left == 0)
        #expect(line.asked[0].method == "order.release")
        #expect(line.asked[0].params == ["all": true, "command_id": "c-1"])
    }

    @Test func aReadCarriesNoCommandID() throws {
        let line = PreparedLine([["pong": true, "time": "2026-05-06T14:00:00Z"]])
        _ = try line.call(Ping(), commandID: "c-1")
        #expect(line.asked[0].params.isEmpty)
    }

    @Test func whatANewerDaemonSaysBesidesIsPassedOver() throws {
        let answer: JSONValue = ["pong": true, "time": "2026-05-06T14:00:00Z", "moon": ["phase": "full"]]
        #expect(try Ping.result(in: answer).time == Instant("2026-05-06T14:00:00Z"))
    }

    @Test func aPackingRuleThatIsNotKnownYetIsPassedOver() throws {
        let answer: JSONValue = [
            "sku": "TEA", "name": "Tea", "size_mm": [120, 80, 60], "weight_g": 270, "storage": "ambient",
            "barcodes": [], "track": [], "rotation": "FEFO", "packing": ["fragile": true, "moon": "full"],
            "units": [],
        ]
        #expect(try SKUGet.result(in: answer).packing == ["fragile": true])
    }

    @Test func whatIsMissingIsNamedWithItsMethod() {
        let missing = ParamFault(
            "left",
            "is missing: Orders that are yet to be checked, which goes on by itself; at least so many "
                + "(whole number, 0 or more)")
        #expect(throws: ClientError.unreadable(method: "order.release", fault: missing)) {
            try OrderRelease.result(in: ["released": 3, "waiting": 1])
        }
        let error = #expect(throws: ClientError.self) {
            try TourList.result(in: ["tours": [["tour": 1]], "more": false])
        }
        #expect(error?.description.contains("tour.list") == true)
        #expect(error?.description.contains("tours.0.warehouse") == true)
    }

    @Test func anAnswerThatIsNoObjectIsNamed() {
        let fault = ParamFault("", "is a text: give object")
        #expect(throws: ClientError.unreadable(method: "ping", fault: fault)) {
            try Ping.result(in: "pong")
        }
    }

    @Test func whatAPersonWroteIsRefusedAsTheDaemonWould() throws {
        let error = #expect(throws: ClientError.self) { try OrderList(written: ["stage": "done"]) }
        let line = #"{"jsonrpc":"2.0","id":1,"method":"order.list","params":{"stage":"done"}}"#
        let request = try #require(try Request(line: line.utf8))
        let fault = #expect(throws: RequestFault.self) { try Call(request, by: [.lead]) }
        #expect(error?.refusal == fault.map { LineError(refusal: $0.error) })
        #expect(error?.refusal?.kind == "bad_params")
    }
}

@Suite struct ListReadingTests {
    private func page(_ ids: [(client: String, order: String)], after: String?) -> JSONValue {
        var result = OrderList.Result()
        result.orders = ids.map { id in
            var order = OrderSummary()
            (order.client, order.order, order.warehouse) = (ClientID(id.client), OrderID(id.order), "WH-NY")
            return order
        }
        (result.hasMore, result.after) = (after != nil, after)
        return .object(result.json)
    }

    /// The last order's id alone would name an order of no client, and the list begin again.
    @Test func theNextPageBeginsWhereTheDaemonSays() throws {
        let line = PreparedLine([
            page([("", "O-1"), ("ACME", "O-1")], after: "ACME/O-1"), page([("ACME", "O-2")], after: nil),
        ])
        var list = OrderList()
        list.stage = .accepted
        let orders = try line.all(list)
        #expect(orders.map(\.order) == ["O-1", "O-1", "O-2"])
        #expect(line.asked.map { $0.params["after"]?.string } == [nil, "ACME/O-1"])
        #expect(line.asked.allSatisfy { $0.params["stage"] == "accepted" && $0.params["limit"] == 500 })
    }

    @Test func aListByNumberGoesOnAfterItsLastNumber() throws {
        var first = ParcelList.Result()
        first.parcels = [3, 7].map { number in
            var parcel = ParcelSummary()
            (parcel.parcel, parcel.order, parcel.warehouse, parcel.box) = (ParcelRow(number), "O-1", "W", "S")
            return parcel
        }
        first.hasMore = true
        let line = PreparedLine([.object(first.json), .object(ParcelList.Result().json)])
        #expect(try line.all(ParcelList()).map(\.parcel) == [ParcelRow(3), ParcelRow(7)])
        #expect(line.asked.last?.params["after"] == "7")
    }
}
