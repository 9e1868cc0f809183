import Domain
import JSON
import LineProtocol
import Testing

@testable import Operations

/// The same request in words, as a person types it.
@Suite struct WordsTests {
    @Test(arguments: Method.all.map(\.name)) func wordsSayTheSameAsAnObject(name: String) throws {
        let method = try #require(Method.named(name))
        var samples = SampleValues(offset: 3)
        for object in method.rules.choices(of: samples.object(of: method.params)) {
            let line = ([name] + words(for: object, as: method.params)).joined(separator: " ")
            let said = try call(line)
            #expect(said.commandID == object["command_id"]?.string, "\(line)")
            var params = object
            params["command_id"] = nil
            var faults: [ParamFault] = []
            let meant = method.type.checked(params, faults: &faults)
            #expect(said.operation.json == meant.json, "\(line)")
        }
    }

    private func call(_ line: String) throws -> Call {
        try Call(try #require(try Request(line: line.utf8)), by: [.lead])
    }

    /// Objects are written with dots, lists of them with places, all else as it is, between quotes.
    private func words(for object: JSONObject, as params: [Param], at path: String = "") -> [String] {
        object.members.flatMap { name, value -> [String] in
            guard let type = params.first(where: { $0.name == name })?.type else { return [] }
            return words(for: value, as: type, at: joined(path, name))
        }
    }

    private func words(for value: JSONValue, as type: ParamType, at path: String) -> [String] {
        guard let members = type.members else { return ["\(path)='\(value.string ?? value.description)'"] }
        if let object = value.object { return words(for: object, as: members, at: path) }
        return (value.array ?? []).enumerated().flatMap { index, element in
            words(for: element.object ?? [:], as: members, at: joined(path, String(index)))
        }
    }

    @Test func theFirstWordMayBeTheFirstParam() throws {
        let order = try #require(try call("order.get ORD-1 client=ACME").operation as? OrderGet)
        #expect(order.name.order == "ORD-1" && order.name.client == "ACME")
    }

    @Test func aNumberIsWhatTheParamSaysNotWhatItLooksLike() throws {
        let receive = try #require(
            try call("stock.receive bin=0012 sku=00123 qty=5 lot=007").operation as? StockReceive)
        #expect(receive.bin == "0012" && receive.sku == "00123")
        #expect(receive.quantity == 5 && receive.lot == "007")
    }

    @Test func aChangeInWordsMayLeaveItsCommandIDOut() throws {
        #expect(try call("order.resume ORD-1").commandID == nil)
        let object = #"{"jsonrpc":"2.0","id":1,"method":"order.resume","params":{"order_id":"ORD-1"}}"#
        let fault = #expect(throws: RequestFault.self) { try call(object) }
        #expect(fault?.error.details["param"] == "command_id")
    }

    @Test func faultsOfWordsAreToldTogether() {
        let fault = #expect(throws: RequestFault.self) {
            try call("stock.receive bin=A-1 qty=many colour=red sku")
        }
        #expect(fault?.error.kind == .badParams)
        for part in ["qty is \"many\"", "colour is not known here", "sku has no value"] {
            #expect(fault?.error.message.contains(part) == true, "\(part)")
        }
    }
}
