import JSON
import LineProtocol
import Operations

/// Calls that outlive a lost connection: the same request is sent again with the same `command_id`, and the
/// daemon answers it as it did, or would have done, the first time.
final class RetryingCaller {
    /// With a second between attempts, long enough for a restart of the daemon.
    static let attemptsMax = 60

    private let line: any Line
    private var commandIDs: CommandIDs
    private let pause: () -> Void
    private let notify: (String) -> Void

    /// - Parameters:
    ///   - pause: waits before the next attempt.
    ///   - notify: shows the worker that the connection is being sought.
    init(
        over line: any Line, commandIDs: CommandIDs, pause: @escaping () -> Void,
        notify: @escaping (String) -> Void
    ) {
        self.line = line
        self.commandIDs = commandIDs
        self.pause = pause
        self.notify = notify
    }

    /// Sends one change and waits for its result, however often the connection breaks.
    func change<Asked: Operation>(_ operation: Asked) throws(ClientError) -> Asked.Result {
        try Asked.result(in: try answer(to: operation))
    }

    /// The answer to a change as it came.
    func answer(to operation: any Operation) throws(ClientError) -> JSONValue {
        try change(type(of: operation).declaration.name, operation.json)
    }

    /// A change by its name.
    func change(_ method: String, _ params: JSONObject) throws(ClientError) -> JSONValue {
        var params = params
        params["command_id"] = .string(commandIDs.next())
        var mustReconnect = false
        for attempt in 1... {
            do throws(ClientError) {
                if mustReconnect { try line.reconnect() }
                return try line.call(method, params)
            } catch {
                let isTransient = error.isConnectionLoss || error.refusal?.mayRetry == true
                guard isTransient, attempt < Self.attemptsMax else { throw error }
                mustReconnect = error.isConnectionLoss
                notify(mustReconnect ? "No connection. Trying again…" : "\(error) Trying again…")
                pause()
            }
        }
        preconditionFailure("the attempts end by returning or throwing")
    }
}
