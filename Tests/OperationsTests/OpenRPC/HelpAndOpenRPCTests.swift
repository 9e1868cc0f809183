import JSON
import LineProtocol
import Testing

@testable import Operations

@Suite("Help and the description for machines say the same")
struct HelpAndOpenRPCTests {
    private let document = OpenRPC.document(version: "1.2.3").json

    private var methods: [JSONObject] { document["methods"]?.array?.compactMap(\.object) ?? [] }

    private func help(_ name: String?) throws -> HelpAnswer {
        var help = Help()
        help.method = name
        return try help.answer
    }

    private func names(in list: JSONValue?) -> [String] {
        (list?.array ?? []).compactMap { $0["name"]?.string }.sorted()
    }

    @Test("The same methods, each in the same words")
    func sameMethods() throws {
        let lines = try #require(try help(nil).methods)
        #expect(methods.map { $0["name"]?.string } == lines.map(\.method))
        #expect(methods.map { $0["summary"]?.string } == lines.map(\.summary))
    }

    @Test("The same params, of which the same are required", arguments: Method.all.map(\.name))
    func sameParams(name: String) throws {
        let params = try #require(try help(name).params)
        let described = try #require(methods.first { $0["name"]?.string == name })
        #expect(names(in: described["params"]) == params.map(\.name).sorted())
        let required = (described["params"]?.array ?? []).filter { $0["required"]?.bool == true }
        #expect(names(in: .array(required)) == params.filter(\.isRequired).map(\.name).sorted())
    }

    @Test("An order has the same members")
    func sameMembers() throws {
        let order = try #require(try help("order.allocate").params?.first { $0.name == "order" })
        let allocate = try #require(methods.first { $0["name"]?.string == "order.allocate" })
        let param = try #require(allocate["params"]?.array?.first { $0["name"]?.string == "order" })
        let described = param["schema"]?["properties"]?.object?.keys.sorted()
        #expect(described == order.members?.map(\.name).sorted())
    }

    @Test("The same events") func sameEvents() throws {
        let events = try #require(try help("events").events)
        #expect(document["x-events"]?.array?.map { $0["type"]?.string } == events.map(\.type))
    }
}
