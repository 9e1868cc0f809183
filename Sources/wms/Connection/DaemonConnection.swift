import JSON
import LineProtocol
import Operations

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

    /// - Parameter commandID: needed where the operation changes something.
    func call<Asked: Operation>(
        _ operation: Asked, commandID: String? = nil
    ) throws(ClientError) -> Asked.Result {
        try withLocalRefusal { () throws(ClientError) in
            try client.call(operation, commandID: commandID)
        }
    }

    /// One request by a name that a person gave.
    func call(_ method: String, _ params: JSONObject) throws(ClientError) -> JSONValue {
        try withLocalRefusal { () throws(ClientError) in try client.call(method, params) }
    }

    /// One request in words, `stock.list sku=TEA`.
    func call(words line: String) throws(ClientError) -> JSONValue {
        try withLocalRefusal { () throws(ClientError) in try client.call(words: line) }
    }

    /// Prints an answer: as it is for programs, and where only they read it; for people with local times, as `text`
    /// makes it.
    func show(_ answer: JSONValue, as text: (JSONValue) -> String = DaemonConnection.readable) {
        Terminal.print(isJSON || answer.isForPrograms ? answer.description : text(times.local(answer)))
    }

    /// Prints a result, whichever it is.
    func show(_ result: some Record, as text: (JSONValue) -> String = DaemonConnection.readable) {
        show(JSONValue.object(result.json), as: text)
    }

    /// Prints the rows of a list.
    func show(_ rows: [some Record]) { show(JSONValue.array(rows.map { .object($0.json) })) }

    private func withLocalRefusal<Answer>(
        _ call: () throws(ClientError) -> Answer
    ) throws(ClientError) -> Answer {
        do throws(ClientError) { return try call() } catch {
            guard !isJSON, let refusal = error.refusal else { throw error }
            throw .refused(times.local(refusal))
        }
    }

    static func readable(_ answer: JSONValue) -> String {
        AnswerText.text(of: answer, columns: Terminal.outputColumns)
    }
}
