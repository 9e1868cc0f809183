import JSON
import Testing

/// A subscriber that loses its connection now and then and goes on after the last event that it has read.
final class SimulatedSubscriber {
    private let path: String
    private var socket: LineSocketUnderTest?
    /// In the order in which they came.
    private(set) var events: [JSONValue] = []

    init(socket path: String) { self.path = path }

    var sequences: [Int] { events.map(Self.sequence(of:)) }
    private var last: Int { events.last.map(Self.sequence(of:)) ?? 0 }

    /// Reads what has come.
    func receive() throws {
        let socket = try connected()
        while let line = socket.line(withinMS: 1) { try note(line) }
    }

    /// Reads every event up to this one.
    func receive(upTo head: Int) throws {
        let socket = try connected()
        while last < head { try note(try #require(socket.line(), "no event came after \(last)")) }
    }

    /// The connection is gone, with all that has not been read.
    func lose() { socket = nil }

    private func connected() throws -> LineSocketUnderTest {
        if let socket { return socket }
        let socket = try LineSocketUnderTest(path)
        socket.send("event.subscribe after=\(last)\n")
        self.socket = socket
        return socket
    }

    private static func sequence(of event: JSONValue) -> Int {
        event["sequence"]?.string.flatMap { Int($0) } ?? 0
    }

    private func note(_ line: String) throws {
        let message = try JSONValue(parsing: line)
        if message["method"] == "event", let event = message["params"] { events.append(event) }
    }
}
