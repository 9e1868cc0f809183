import Foundation
import JSON
import LineProtocol
import Testing

/// Events over the real socket: every one, once, in order, whatever the reader does.
@Suite struct SubscriberTests {
    /// More than the kernel's buffer and the daemon's own bound hold together.
    static let changes = 2_500

    @Test func aSlowReaderMissesNothing() throws {
        // However long a busy machine takes for the changes, the reader is not given up.
        let daemon = try DaemonUnderTest(settings: "limits: {unread_s: 3600}")
        try Floor.prepare(daemon)
        let slow = try LineSocketUnderTest(daemon.socket)
        slow.send("event.subscribe after=0\n")
        let answers = try Floor.receive(Self.changes, on: daemon)
        #expect(answers.count == Self.changes)
        let head = try #require(try daemon.client().hello["head"]?.int)
        #expect(try Self.sequences(from: slow, upTo: head) == Array(1...head))
    }

    @Test func aReaderGoesOnWhereItLeftAlsoAfterARestart() throws {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        _ = try Floor.receive(40, on: daemon)
        let journal = try daemon.client().hello["journal"]
        #expect(daemon.stop() == 0)
        try daemon.start()
        let client = try daemon.client()
        #expect(client.hello["journal"] == journal)
        let head = try #require(client.hello["head"]?.int)
        let again = try LineSocketUnderTest(daemon.socket)
        again.send("event.subscribe after=\(head - 10)\n")
        #expect(try Self.sequences(from: again, upTo: head) == Array(head - 9...head))
    }

    /// Two of the wanted type, with others before, between and behind them.
    @Test func onlyWantedTypesCome() throws {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        _ = try Floor.receive(5, on: daemon)
        try Floor.loadLayout(daemon, commandID: "again")
        let socket = try LineSocketUnderTest(daemon.socket)
        socket.send("event.subscribe after=0 types=layout.loaded\n")
        _ = (socket.line(), socket.line())
        let events = try (0..<2).map { _ in try JSONValue(parsing: socket.lineAfterHeartbeats() ?? "null") }
        #expect(events.map { $0["params"]?["type"] } == ["layout.loaded", "layout.loaded"])
        let sequences = events.map { $0["params"]?["sequence"]?.string.flatMap { Int($0) } }
        #expect(sequences == [1, 7])
    }

    /// The daemon's own pause between heartbeats is 15 seconds.
    @Test func aSubscriberHearsOfTheHeadWhileNothingHappens() throws {
        let daemon = try DaemonUnderTest()
        let socket = try LineSocketUnderTest(daemon.socket)
        socket.send("event.subscribe after=0\n")
        _ = (socket.line(), socket.line())
        let heartbeat = try JSONValue(parsing: socket.line(withinMS: 60_000) ?? "null")
        #expect(heartbeat["method"] == "head" && heartbeat["params"]?["sequence"] == 0)
    }

    /// The sequence numbers of the events that come until the one that is awaited.
    private static func sequences(from socket: LineSocketUnderTest, upTo last: Int) throws -> [Int] {
        var sequences: [Int] = []
        while sequences.last != last, let line = socket.line() {
            let message = try JSONValue(parsing: line)
            guard message["method"] == "event" else { continue }
            sequences.append(message["params"]?["sequence"]?.string.flatMap { Int($0) } ?? 0)
        }
        return sequences
    }
}
