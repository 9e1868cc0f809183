public import JSON

/// A blocking client of the line protocol over a Unix socket, for one thread at a time.
///
///     let client = try LineClient(socket: "/run/wmsd/wmsd.sock")
///     let stock = try client.call("stock.available", ["sku": "WATER-5L"])
///     while let event = try client.nextNotification(withinMS: 5_000) { print(event.params) }
///
/// These are requests by name, whatever they hold; where an operation is known, `Operations` calls it by its type.
///
/// Answers come in the order of the requests. Notifications that arrive in between are kept for
/// ``nextNotification(withinMS:)``. A change that was sent before a connection was lost may be sent again
/// after ``reconnect()``, with the same `command_id`: the daemon answers it as it did the first time.
public final class LineClient {
    public static let standardTimeoutMS = 10_000

    public let socketPath: String
    /// How long one answer may take; nil waits for ever.
    public var timeoutMS: Int?
    /// What the daemon said on connecting.
    public private(set) var hello: JSONObject

    private var socket: LineSocket
    private var lastID = 0
    private var unanswered: [Expected] = []
    private var notifications: [Notification] = []

    /// A line that the daemon sends by itself: `event` or `head`.
    public struct Notification: Equatable, Sendable {
        public let method: String
        public let params: JSONObject
    }

    private struct Expected {
        let id: JSONValue
        let method: String
    }

    private enum Incoming {
        case answer(id: JSONValue, Result<JSONValue, LineError>)
        case notification(Notification)
    }

    /// Connects and reads the daemon's hello.
    ///
    /// - Throws: ``ClientError/noDaemon(socket:reason:)`` where nobody listens.
    public init(socket path: String, timeoutMS: Int? = standardTimeoutMS) throws(ClientError) {
        socketPath = path
        self.timeoutMS = timeoutMS
        (socket, hello) = try Self.connect(path, timeoutMS: timeoutMS)
    }

    /// Sends one request and waits for its answer. Answers to requests before it that nobody has received, as after a
    /// ``ClientError/timedOut(socket:awaiting:afterMS:)``, are passed over.
    ///
    /// - Throws: ``ClientError/refused(_:)`` with the daemon's error.
    public func call(_ method: String, _ params: JSONObject = [:]) throws(ClientError) -> JSONValue {
        try send(method, params)
        return try receiveLast()
    }

    /// Sends one request written in words, `tour.scan step=12 code=B-3-12`, and waits for its answer.
    public func call(words line: String) throws(ClientError) -> JSONValue {
        unanswered.append(Expected(id: .null, method: String(line.prefix { $0 != " " })))
        try socket.send(Array(line.utf8) + [UInt8(ascii: "\n")], by: deadline)
        return try receiveLast()
    }

    /// Sends one request without waiting: its answer is due from ``receive()`` after those before it.
    public func send(_ method: String, _ params: JSONObject = [:]) throws(ClientError) {
        lastID += 1
        let request: JSONValue = [
            "jsonrpc": "2.0", "id": .int(lastID), "method": .string(method), "params": .object(params),
        ]
        var bytes: [UInt8] = []
        request.write(to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        unanswered.append(Expected(id: .int(lastID), method: method))
        try socket.send(bytes, by: deadline)
    }

    /// The answer to the request that was sent last.
    private func receiveLast() throws(ClientError) -> JSONValue {
        while unanswered.count > 1 {
            do throws(ClientError) { _ = try receive() } catch {
                guard case .refused = error else { throw error }
            }
        }
        return try receive()
    }

    /// The answer to the oldest request that has none yet.
    public func receive() throws(ClientError) -> JSONValue {
        guard let expected = unanswered.first else {
            throw .lost(socket: socketPath, reason: "no request awaits an answer")
        }
        let limit = deadline
        while true {
            switch try nextIncoming(awaiting: "answer to \(expected.method)", by: limit) {
            case .notification(let notification): notifications.append(notification)
            case .answer(let id, let answer):
                guard id == expected.id || id.isNull else {
                    throw .garbled(
                        socket: socketPath, line: "an answer to \(id) where \(expected.id) was due")
                }
                unanswered.removeFirst()
                do throws(LineError) { return try answer.get() } catch { throw .refused(error) }
            }
        }
    }

    /// The next notification, at once if one is kept; nil when none came in time.
    ///
    /// - Parameter milliseconds: nil waits for ever.
    public func nextNotification(withinMS milliseconds: Int?) throws(ClientError) -> Notification? {
        if !notifications.isEmpty { return notifications.removeFirst() }
        let incoming: Incoming
        do throws(ClientError) {
            incoming = try nextIncoming(awaiting: "event", by: Deadline(milliseconds: milliseconds))
        } catch .timedOut { return nil }
        guard case .notification(let notification) = incoming else {
            throw .garbled(socket: socketPath, line: "an answer that no request asked for")
        }
        return notification
    }

    /// Half-closes: no more requests come from here, answers and events still arrive.
    public func finishSending() { socket.finishSending() }

    /// Opens a new connection in place of the old one; what was unanswered is forgotten here.
    public func reconnect() throws(ClientError) {
        (socket, hello) = try Self.connect(socketPath, timeoutMS: timeoutMS)
        unanswered = []
        notifications = []
    }

    private var deadline: Deadline { Deadline(milliseconds: timeoutMS) }

    private static func connect(
        _ path: String, timeoutMS: Int?
    ) throws(ClientError) -> (LineSocket, JSONObject) {
        let socket = try LineSocket(path: path)
        let line = try socket.line(awaiting: "hello", by: Deadline(milliseconds: timeoutMS))
        switch Self.incoming(line) {
        case .notification(let hello) where hello.method == "hello": return (socket, hello.params)
        case .answer(_, .failure(let error)): throw .refused(error)
        default: throw .garbled(socket: path, line: String(decoding: line, as: UTF8.self))
        }
    }

    private func nextIncoming(awaiting: String, by limit: Deadline) throws(ClientError) -> Incoming {
        let line = try socket.line(awaiting: awaiting, by: limit)
        guard let incoming = Self.incoming(line) else {
            throw .garbled(socket: socketPath, line: String(decoding: line, as: UTF8.self))
        }
        return incoming
    }

    private static func incoming(_ line: [UInt8]) -> Incoming? {
        guard let object = (try? JSONValue(parsing: line))?.object else { return nil }
        if let result = object["result"] { return .answer(id: object["id"] ?? .null, .success(result)) }
        if let error = object["error"].flatMap(LineError.init) {
            return .answer(id: object["id"] ?? .null, .failure(error))
        }
        guard let method = object["method"]?.string else { return nil }
        return .notification(Notification(method: method, params: object["params"]?.object ?? [:]))
    }
}
