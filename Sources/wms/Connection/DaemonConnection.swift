import JSON
import LineProtocol

/// A connection to the daemon, and how its answers are shown.
final class DaemonConnection {
    let client: LineClient
    private let isJSON: Bool
    private let times: WarehouseTimes

    init(socket: String, isJSON: Bool) throws(ClientError) {
        client = try LineClient(socket: socket)
        self.isJSON = isJSON
        times = WarehouseTimes(over: client)
    }

    func call(_ method: String, _ params: JSONObject = [:]) throws(ClientError) -> JSONValue {
        try withLocalRefusal { () throws(ClientError) in try client.call(method, params) }
    }

    /// One request in words, `stock.list sku=TEA`.
    func call(words line: String) throws(ClientError) -> JSONValue {
        try withLocalRefusal { () throws(ClientError) in try client.call(words: line) }
    }

    /// Prints an answer: as it is for programs; for people with local times, as `text` makes it.
    func show(_ answer: JSONValue, as text: (JSONValue) -> String = DaemonConnection.readable) {
        Terminal.print(isJSON ? answer.description : text(times.local(answer)))
    }

    private func withLocalRefusal(
        _ call: () throws(ClientError) -> JSONValue
    ) throws(ClientError) -> JSONValue {
        do throws(ClientError) { return try call() } catch {
            guard !isJSON, let refusal = error.refusal else { throw error }
            throw .refused(times.local(refusal))
        }
    }

    static func readable(_ answer: JSONValue) -> String {
        AnswerText.text(of: answer, columns: Terminal.outputColumns)
    }
}
