import JSON
import LineProtocol

@testable import wms

/// A line that answers as prepared and remembers what was sent.
final class PreparedLine: Line {
    private var answers: [Result<JSONValue, ClientError>]
    private(set) var calls: [(method: String, params: JSONObject)] = []
    private(set) var reconnects = 0

    init(_ answers: [Result<JSONValue, ClientError>]) { self.answers = answers }

    var commandIDs: [String] { calls.map { $0.params["command_id"]?.string ?? "" } }

    func call(_ method: String, _ params: JSONObject) throws(ClientError) -> JSONValue {
        calls.append((method, params))
        guard !answers.isEmpty else { throw .lost(socket: "s", reason: "no more answers") }
        return try answers.removeFirst().get()
    }

    func reconnect() throws(ClientError) { reconnects += 1 }
}
