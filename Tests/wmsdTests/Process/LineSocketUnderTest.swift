import Glibc

/// A bare connection: bytes out, lines in, so that tests can send what no client would.
final class LineSocketUnderTest {
    private let descriptor: Int32
    private var bytes: [UInt8] = []

    /// Longer than any answer takes on a busy machine; only a daemon that hangs reaches it.
    private static let waitMS: Int32 = 60_000

    init(_ path: String) throws { descriptor = try Self.connected(to: path) }

    /// Before there is an object whose end would close the descriptor a second time.
    private static func connected(to path: String) throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        if result == 0 { return descriptor }
        let number = errno
        close(descriptor)
        throw NotConnected(number: number)
    }

    deinit { close(descriptor) }

    func send(_ text: String) { send(Array(text.utf8)) }

    /// Sends all of it; a peer that has gone is found out by reading.
    func send(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.send(
                    descriptor, buffer.baseAddress.map { $0 + sent }, bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return }
            sent += count
        }
    }

    /// Sends what goes in without waiting.
    ///
    /// - Returns: how many bytes went.
    func sendSome(_ bytes: [UInt8]) -> Int {
        let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
        return max(0, bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, bytes.count, flags) })
    }

    /// Says that nothing more will be sent.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next line without its LF; nil at the end of the stream, or when nothing came in time.
    func line(withinMS: Int32 = waitMS) -> String? {
        while true {
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                defer { bytes.removeFirst(end + 1) }
                return String(decoding: bytes[..<end], as: UTF8.self)
            }
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, withinMS) > 0 else { return nil }
            var chunk = [UInt8](repeating: 0, count: 65_536)
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            bytes += chunk[..<count]
        }
    }

    /// The next line that is no heartbeat: one comes where a busy machine leaves a subscriber silent for long.
    func lineAfterHeartbeats() -> String? {
        while let line = line() {
            if !line.contains(#""method":"head""#) { return line }
        }
        return nil
    }

    /// Every line until the end of the stream.
    func rest() -> [String] {
        var lines: [String] = []
        while let line = line() { lines.append(line) }
        return lines
    }
}

struct NotConnected: Error {
    let number: Int32
}
