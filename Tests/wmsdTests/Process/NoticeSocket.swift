import Foundation
import Glibc

/// Stands in for systemd: a datagram socket that hears what the daemon says of itself.
///
/// It is read on a thread of its own, as systemd does: a socket that nobody reads holds a few notices and then makes the
/// daemon wait.
final class NoticeSocket {
    let path: String
    private let heard: Heard

    init() throws {
        let path =
            NSTemporaryDirectory() + "wmsd-notice-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        let heard = Heard()
        (self.path, self.heard) = (path, heard)
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        let number = errno
        if result != 0 { throw NotConnected(number: number) }
        Thread.detachNewThread { heard.read(from: descriptor) }
    }

    deinit {
        heard.stop()
        unlink(path)
    }

    /// The next datagram; nil when none came in a minute.
    func next() -> String? {
        for _ in 0..<6_000 {
            if let notice = heard.dequeue() { return notice }
            usleep(10_000)
        }
        return nil
    }
}

/// The notices that have come and have not been asked for.
private final class Heard: @unchecked Sendable {
    private let lock = NSLock()
    private var notices: [String] = []
    private var isStopping = false

    func dequeue() -> String? { lock.withLock { notices.isEmpty ? nil : notices.removeFirst() } }

    func stop() { lock.withLock { isStopping = true } }

    /// Returns once nobody asks any more, and closes the socket.
    func read(from descriptor: Int32) {
        var bytes = [UInt8](repeating: 0, count: 1_024)
        while !lock.withLock({ isStopping }) {
            var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 50) > 0 else { continue }
            let count = recv(descriptor, &bytes, bytes.count, 0)
            guard count > 0 else { continue }
            let notice = String(decoding: bytes[..<count], as: UTF8.self)
            lock.withLock { notices.append(notice) }
        }
        close(descriptor)
    }
}
