import JSON
import LineProtocol

@testable import wms

/// A line that answers as prepared and remembers what was sent.
final class PreparedLine: Line {
    private var answers: [Result<JSONValue, ClientError>]
    private(set) var calls: [(method: String, params: JSONObject)] = []
    /// Requests in words, as they were sent.
    private(set) var words: [String] = []
    private(set) var reconnects = 0
    var hello: JSONObject = ["warehouses": ["WH-NY"]]
    /// What comes by itself; at its end silence.
    var notifications: [Result<LineClient.Notification, ClientError>] = []
    /// Whether a new connection comes about.
    var isDaemonThere = true

    init(_ answers: [Result<JSONValue, ClientError>]) { self.answers = answers }

    var commandIDs: [String] { calls.map { $0.params["command_id"]?.string ?? "" } }

    func call(_ method: String, _ params: JSONObject) throws(ClientError) -> JSONValue {
        calls.append((method, params))
        return try nextAnswer()
    }

    func call(words line: String) throws(ClientError) -> JSONValue {
        words.append(line)
        return try nextAnswer()
    }

    func nextNotification(withinMS milliseconds: Int?) throws(ClientError) -> LineClient.Notification? {
        notifications.isEmpty ? nil : try notifications.removeFirst().get()
    }

    func reconnect() throws(ClientError) {
        reconnects += 1
        if !isDaemonThere { throw .noDaemon(socket: "s", reason: "nobody") }
    }

    private func nextAnswer() throws(ClientError) -> JSONValue {
        guard !answers.isEmpty else { throw .lost(socket: "s", reason: "no more answers") }
        return try answers.removeFirst().get()
    }
}
