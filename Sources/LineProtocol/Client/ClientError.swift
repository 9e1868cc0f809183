/// Why a client has no result.
public enum ClientError: Error, Equatable, Sendable {
    /// Nobody accepts connections on the socket.
    case noDaemon(socket: String, reason: String)
    /// The socket, or a folder above it, is closed to this user.
    case forbidden(socket: String)
    /// The connection ended while something was still awaited.
    case lost(socket: String, reason: String)
    case timedOut(socket: String, awaiting: String, afterMS: Int)
    /// The other side does not speak this protocol.
    case garbled(socket: String, line: String)
    /// The daemon answered with an error.
    case refused(LineError)
    /// The answer lacks something that the method declares, or has it in another form.
    case unreadable(method: String, fault: ParamFault)

    /// The daemon's error, where there is one.
    public var refusal: LineError? { if case .refused(let error) = self { error } else { nil } }

    /// True where a new connection may succeed: a request with a command id can be sent again as it is.
    public var isConnectionLoss: Bool {
        switch self {
        case .noDaemon, .lost, .timedOut: true
        case .forbidden, .garbled, .refused, .unreadable: false
        }
    }
}

extension ClientError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noDaemon(let socket, let reason):
            "no daemon listens on \(socket) (\(reason)); start it with `wmsd serve`, "
                + "or name its socket with --socket"
        case .forbidden(let socket):
            "\(socket) may not be opened by this user (Permission denied); ask whoever runs the daemon to let your group "
                + "reach it: see sockets and roles in the settings of wmsd"
        case .lost(let socket, let reason):
            "the connection to \(socket) is lost (\(reason)); what was answered is safe, "
                + "send the rest again with the same command_id"
        case .timedOut(let socket, let awaiting, let milliseconds):
            "no \(awaiting) from \(socket) within \(milliseconds) ms; the daemon may be busy, try again"
        case .garbled(let socket, let line):
            "\(socket) does not speak the line protocol (it said \"\(line.prefix(80))\"); check --socket"
        case .refused(let error): error.description
        case .unreadable(let method, let fault):
            "the answer to \(method) cannot be read (\(fault)); the daemon and this program are of different versions"
        }
    }
}
