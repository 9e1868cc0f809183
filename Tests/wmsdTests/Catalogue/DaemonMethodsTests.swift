import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Params and refusals of the methods that the daemon answers without the site's rules.
@Suite struct DaemonMethodsTests {
    static let methods = Method.all.filter { !($0.type is any Rule.Type) }

    /// Two lines that differ in one param alone; J stands for the name of the history.
    static let pairs = [
        ("help method", "help", "help ping"),
        ("event.subscribe consumer", "event.subscribe", "event.subscribe consumer=shop"),
        ("event.subscribe after", "event.subscribe after=0", "event.subscribe after=1"),
        ("event.subscribe types", "event.subscribe after=0", "event.subscribe after=0 types=stock.changed"),
        ("event.subscribe journal", "event.subscribe after=0 journal=J", "event.subscribe after=0 journal=0"),
    ]

    static let refusals = [
        ("help unknown_method", "help order.nosuch"),
        ("event.subscribe gone", "event.subscribe after=0 journal=0"),
        ("event.subscribe ahead", "event.subscribe after=9999"),
    ]

    @Test func everyParamAndEveryRefusalIsTried() {
        let params = Self.methods.flatMap { method in method.params.map { "\(method.name) \($0.name)" } }
        #expect(params.sorted() == Self.pairs.map(\.0).sorted())
        let refusals = Self.methods.flatMap { method in
            method.refusals.map { "\(method.name) \($0.rawValue)" }
        }
        #expect(refusals.sorted() == Self.refusals.map(\.0).sorted())
    }

    @Test func everyParamMakesADifference() throws {
        let daemon = try Self.daemon()
        for (param, first, second) in Self.pairs {
            #expect(try Self.lines(first, daemon) != Self.lines(second, daemon), "\(param) changes nothing")
        }
    }

    @Test func everyRefusalComes() throws {
        let daemon = try Self.daemon()
        for (refusal, line) in Self.refusals {
            let kind = try Self.lines(line, daemon).first?["error"]?["data"]?["kind"]?.string
            #expect(refusal.hasSuffix(" \(kind ?? "none")"), "\(line) is refused as \(kind ?? "nothing")")
        }
    }

    /// A daemon with a few events, of which the consumer `shop` has acknowledged the first.
    private static func daemon() throws -> DaemonUnderTest {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        _ = try Floor.receive(2, on: daemon)
        _ = try daemon.client().call(EventAck(1, by: "shop"), commandID: "ack")
        return daemon
    }

    /// The answer to a line and, where it is a subscription with a point to begin at, the first event.
    private static func lines(_ line: String, _ daemon: DaemonUnderTest) throws -> [JSONValue] {
        let socket = try LineSocketUnderTest(daemon.socket)
        let hello = try JSONValue(parsing: try #require(socket.line()))
        let journal = hello["params"]?["journal"]?.string ?? ""
        socket.send(line.replacing("=J", with: "=\(journal)") + "\n")
        var lines = [try JSONValue(parsing: try #require(socket.line()))]
        if line.contains("after="), lines[0]["error"] == nil {
            lines.append(try JSONValue(parsing: try #require(socket.lineAfterHeartbeats())))
        }
        return lines
    }
}
