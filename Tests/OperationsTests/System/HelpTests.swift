import Domain
import JSON
import LineProtocol
import Testing

@testable import Operations

@Suite struct HelpTests {
    @Test func allMethodsAreListed() throws {
        let answer = try help(nil)
        #expect(answer.methods?.map(\.method) == Method.all.map(\.name))
        #expect(answer.method == nil && answer.events == nil)
    }

    @Test(arguments: Method.all.map(\.name)) func aMethodIsToldWhole(name: String) throws {
        let method = try #require(Method.named(name))
        let answer = try help(name)
        #expect(answer.method == name && answer.changes == method.changes && answer.methods == nil)
        #expect(answer.params?.map(\.name) == method.params.map(\.name))
        #expect(answer.params?.map(\.isRequired) == method.params.map(\.isRequired))
        #expect(answer.result?.map(\.name) == method.result.map(\.name))
        #expect(answer.errors == method.refusals.map(\.rawValue))
        #expect(answer.roles?.contains(.lead) == true)
    }

    @Test func membersOfMembersAreTold() throws {
        let order = try #require(help("order.allocate").params?.first { $0.name == "order" })
        let items = try #require(order.members?.first { $0.name == "items" })
        #expect(items.members?.contains { $0.name == "qty" && $0.isRequired } == true)
    }

    @Test func everyEventIsTold() throws {
        let events = try #require(try help("events").events)
        #expect(Set(events.map(\.type)) == Set(EventType.allCases.map(\.rawValue)))
        #expect(events.allSatisfy { event in event.data.contains { $0.name == "warehouse" } })
    }

    @Test func anUnknownMethodIsRefusedWithTheNearest() {
        let error = #expect(throws: ProtocolError.self) { try help("order.alocate") }
        #expect(error?.kind == .unknownMethod)
        #expect(error?.details["nearest"] == "order.allocate")
    }

    @Test(arguments: [nil, "order.allocate", "events"]) func whatIsWrittenIsReadAgain(method: String?) throws
    {
        let answer = try help(method)
        #expect(try HelpAnswer(reading: answer.json) == answer)
    }

    private func help(_ method: String?) throws -> HelpAnswer {
        var help = Help()
        help.method = method
        return try help.answer
    }
}
