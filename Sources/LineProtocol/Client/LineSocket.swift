import Glibc

/// A connected Unix stream socket cut into lines, with a deadline on everything that waits.
///
/// What arrives is read also while a request is being sent: a daemon that stops reading because its answers
/// pile up must not meet a client that does the same.
final class LineSocket {
    /// An answer is at most 1 MiB; a line twice as long comes from something else.
    static let lineBytesMax = 2 << 20
    private static let readBytes = 64 << 10

    let path: String
    private let descriptor: Int32
    private var framer = LineFramer(lineBytesMax: lineBytesMax)
    private var buffer = [UInt8](repeating: 0, count: readBytes)
    private var isAtEnd = false

    init(path: String) throws(ClientError) {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .noDaemon(socket: path, reason: systemMessage()) }
        var address = try Self.address(path)
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard status == 0 else {
            if errno == EACCES || errno == EPERM { throw .forbidden(socket: path) }
            throw .noDaemon(socket: path, reason: systemMessage())
        }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static func address(_ path: String) throws(ClientError) -> sockaddr_un {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path) - 1
        guard path.utf8.count <= room else {
            throw .noDaemon(socket: path, reason: "a socket's path has at most \(room) bytes")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return address
    }

    /// Sends all of `bytes`.
    func send(_ bytes: [UInt8], by deadline: Deadline) throws(ClientError) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress! + sent, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                try wait(for: POLLIN | POLLOUT, awaiting: "room for the request", by: deadline)
                receiveWhatIsThere()
            } else if errno != EINTR {
                throw .lost(socket: path, reason: systemMessage())
            }
        }
    }

    /// The next line without its LF.
    func line(awaiting: String, by deadline: Deadline) throws(ClientError) -> [UInt8] {
        while true {
            switch framer.next() {
            case .line(let line): return line
            case .tooLong: throw .garbled(socket: path, line: "a line longer than \(Self.lineBytesMax) bytes")
            case nil: break
            }
            if isAtEnd { throw .lost(socket: path, reason: "the daemon closed it") }
            try wait(for: POLLIN, awaiting: awaiting, by: deadline)
            receiveWhatIsThere()
        }
    }

    /// Says that no more requests come; answers still do.
    func finishSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    private func receiveWhatIsThere() {
        let count = recv(descriptor, &buffer, buffer.count, 0)
        if count > 0 {
            framer.append(buffer[..<count])
        } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
            isAtEnd = true
        }
    }

    private func wait(for events: Int32, awaiting: String, by deadline: Deadline) throws(ClientError) {
        var poll = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        while true {
            let ready = Glibc.poll(&poll, 1, deadline.remainingMS)
            if ready > 0 { return }
            if ready == 0 { throw .timedOut(socket: path, awaiting: awaiting, afterMS: deadline.totalMS) }
            if errno != EINTR { throw .lost(socket: path, reason: systemMessage()) }
        }
    }
}

/// A moment on the monotonic clock after which waiting ends; nil milliseconds wait for ever.
struct Deadline {
    let totalMS: Int
    private let end: ContinuousClock.Instant?

    init(milliseconds: Int?) {
        totalMS = milliseconds ?? 0
        end = milliseconds.map { .now + .milliseconds($0) }
    }

    /// What `poll` takes: −1 for ever.
    var remainingMS: Int32 {
        guard let end else { return -1 }
        let left = ContinuousClock.now.duration(to: end)
        return Int32(clamping: max(0, Int(left / .milliseconds(1))))
    }
}

/// The C library's words for the last error.
private func systemMessage() -> String { String(cString: strerror(errno)) }
