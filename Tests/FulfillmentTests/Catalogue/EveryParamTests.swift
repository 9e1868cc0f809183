import JSON
import LineProtocol
import Operations
import Testing

@testable import Fulfillment

/// A param that is declared makes a difference; one that made none would have to be refused.
@Suite("Every param of every method")
struct EveryParamTests {
    static let pairs = ParamTable.whole.pairs
    /// What the daemon answers by itself is tried with the daemon.
    static let methods = Method.all.filter { $0.type is any Rule.Type }

    @Test("Each has its pair of requests, and each pair its param", arguments: methods.map(\.name))
    func table(name: String) throws {
        let method = try #require(Method.named(name))
        // Ids of commands are tried for all methods alike.
        let declared = Self.leaves(of: method.params.filter { $0.name != "command_id" })
        let tried = Set(Self.pairs.filter { $0.method == name }.map(\.param))
        for param in declared where !tried.contains(param) { Issue.record("\(name) \(param) has no pair") }
        for param in tried.sorted() where !declared.contains(param) {
            Issue.record("\(name) has no param \(param)")
        }
    }

    @Test("The methods of the table are those that there are")
    func noOthers() {
        let known = Set(Self.methods.map(\.name))
        #expect(Set(Self.pairs.map(\.method)).subtracting(known) == [])
    }

    @Test("Each changes the answer, the state or an event", arguments: Set(pairs.map(\.method)).sorted())
    func difference(method: String) throws {
        for pair in Self.pairs where pair.method == method { try pair.check() }
    }

    @Test(
        "Each word of a choice that changes something does so in its own way",
        arguments: methods.filter(\.changes).map(\.name))
    func words(name: String) throws {
        let method = try #require(Method.named(name))
        for pair in Self.pairs where pair.method == name && pair.showsEveryWord {
            guard case .choice(let words)? = Self.type(at: pair.param, in: method.params) else { continue }
            try pair.check(words: words)
        }
    }

    /// The type of what is at the end of a path such as `order.items.unit`.
    private static func type(at path: String, in params: [Param]) -> ParamType? {
        let names = path.split(separator: ".", maxSplits: 1).map(String.init)
        guard let param = params.first(where: { $0.name == names[0] }) else { return nil }
        return names.count == 1 ? param.type : type(at: names[1], in: param.type.members ?? [])
    }

    @Test(
        "The id of a command decides whether it is a repeat",
        arguments: methods.filter(\.changes).map(\.name))
    func commandID(method: String) throws {
        let pair = try #require(Self.pairs.first { $0.method == method })
        let site = try pair.world.open()
        let params = try pair.base(site)
        try site.done("event.ack", ["consumer": "anybody", "sequence": 0], id: "used")
        #expect(try site.outcome(of: method, params, id: "used")["refused"] == "command_reused")
        #expect(try site.outcome(of: method, params, id: "fresh")["refused"] != "command_reused")
    }

    /// The params at the ends of the declaration: those of an object or of a list of objects stand for it.
    private static func leaves(of params: [Param], below path: String = "") -> [String] {
        params.flatMap { param in
            let name = joined(path, param.name)
            guard let members = param.type.members, !members.isEmpty else { return [name] }
            return leaves(of: members, below: name)
        }
    }
}
