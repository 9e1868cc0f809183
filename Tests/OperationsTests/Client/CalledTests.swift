import JSON
import LineProtocol
import Testing

@testable import Operations

/// What a client sends is what the daemon reads, and what the daemon answers is what the client reads.
@Suite struct CalledTests {
    static let own: [any Operation.Type] = [
        AdoptCart.self, HistorySlice.self, ImportSlice.self, LabelsRecord.self, LabelsWait.self,
        PromiseSlice.self, ReleaseSlice.self,
    ]

    @Test(arguments: Method.all.map(\.name)) func everyRequestIsReadAsItWasMeant(name: String) throws {
        let method = try #require(Method.named(name))
        for seed in 0..<UInt64(scaledSeeds(20)) {
            for params in samples(of: method, seed: seed) {
                try expectUnderstood(params, of: method, "seed \(seed)")
            }
        }
    }

    /// Params that keep the method's rules, each choice made in every way.
    private func samples(of method: Method, seed: UInt64) -> [JSONObject] {
        var values = RandomValues(seed: seed)
        let tied = method.rules.flatMap { rule in
            switch rule {
            case .exactlyOne(let names), .atMostOne(let names): names
            }
        }
        return method.rules.choices(of: values.object(of: method.type.params, needed: Set(tied)))
    }

    private func expectUnderstood(_ params: JSONObject, of method: Method, _ seed: String) throws {
        var faults: [ParamFault] = []
        let meant = method.type.checked(params, faults: &faults)
        #expect(faults == [], "\(seed): \(method.name) \(params)")
        let line: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": .string(method.name),
            "params": .object(meant.requestParams(commandID: "c-1")),
        ]
        let call = try Call(try #require(try Request(line: line.description.utf8)), by: [.lead])
        #expect(String(reflecting: call.operation) == String(reflecting: meant), "\(seed): \(line)")
        #expect(call.commandID == (method.changes ? "c-1" : nil), "\(seed): \(line)")
    }

    /// The members inside a member that `help` tells are members again, which no declaration can say.
    @Test(arguments: Method.all.map(\.name).filter { $0 != "help" })
    func everyAnswerIsReadAsItWasMeant(name: String) throws {
        let method = try #require(Method.named(name))
        try expectReadBack(resultOf: method.type)
    }

    @Test func theDaemonsOwnAreReadAsTheyWereMeant() throws {
        for type in Self.own {
            try expectReadBack(resultOf: type)
            for seed in 0..<UInt64(scaledSeeds(20)) { try expectReadBack(type, seed: seed) }
        }
    }

    @Test func theDataOfEveryEventIsReadAsItWasMeant() throws {
        for type in EventDescription.records {
            for seed in 0..<UInt64(scaledSeeds(20)) { try expectReadBack(type, seed: seed) }
        }
    }

    private func expectReadBack<Asked: Operation>(resultOf type: Asked.Type) throws {
        for seed in 0..<UInt64(scaledSeeds(20)) {
            let sent = try expectReadBack(Asked.Result.self, seed: seed)
            #expect(try Asked.result(in: JSONValue(parsing: sent)).json.description == sent, "seed \(seed)")
        }
    }

    /// - Returns: the record's text, which is the same after it has been read.
    @discardableResult
    private func expectReadBack<Kind: Record>(_ type: Kind.Type, seed: UInt64) throws -> String {
        var values = RandomValues(seed: seed)
        var faults: [ParamFault] = []
        let record = type.read(values.object(of: type.params), faults: &faults)
        #expect(faults == [], "seed \(seed): \(type)")
        let text = record.json.description
        let again = try Kind(reading: try #require(try JSONValue(parsing: text).object))
        #expect(again.json.description == text, "seed \(seed): \(type)")
        return text
    }
}

extension JSONObject {
    fileprivate var description: String { JSONValue.object(self).description }
}
