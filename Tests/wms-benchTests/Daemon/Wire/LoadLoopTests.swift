import Common
import Foundation
import Testing

@testable import wms_bench

/// Against `socat`-like echoes made here: a listening socket whose lines come back.
struct LoadLoopTests {
    /// Says numbered lines and expects each of them back.
    private final class Speaker: Worker {
        let channel: WireChannel
        private let lines: Int
        private let length: Int
        private(set) var received: [String] = []

        init(_ echo: Echo, lines: Int, length: Int = 10) throws(WireFault) {
            channel = try WireChannel(socket: echo.path)
            self.lines = lines
            self.length = length
        }

        func ask(_ request: inout RequestLine, nowNS: Int) throws(WireFault) -> Turn {
            guard received.count < lines else { return .done }
            request.replace(with: Array("\(received.count.zeroPadded(to: length))\n".utf8))
            return .asked
        }

        func receive(_ line: WireLine, waitedNS: Int, nowNS: Int) throws(WireFault) -> Bool {
            received.append(String(decoding: line.bytes, as: UTF8.self))
            return true
        }
    }

    @Test func `every worker is answered, in turn`() throws {
        let echo = try Echo()
        let speakers = try (0..<20).map { _ in try Speaker(echo, lines: 50) }
        try LoadLoop.run(speakers)
        let wanted = (0..<50).map { $0.zeroPadded(to: 10) }
        #expect(speakers.allSatisfy { $0.received == wanted })
    }

    @Test func `lines longer than all buffers go and come whole`() throws {
        let echo = try Echo()
        let speaker = try Speaker(echo, lines: 2, length: 3_000_000)
        try LoadLoop.run([speaker])
        #expect(speaker.received == (0..<2).map { $0.zeroPadded(to: 3_000_000) })
    }

    @Test func `when time is up what is under way is still answered`() throws {
        let echo = try Echo()
        let speaker = try Speaker(echo, lines: .max)
        try LoadLoop.run([speaker]) { _ in speaker.received.count < 5 }
        #expect((5...6).contains(speaker.received.count))
        try LoadLoop.run([speaker]) { _ in speaker.received.count < 10 }
        #expect(speaker.received == speaker.received.indices.map { $0.zeroPadded(to: 10) })
    }

    @Test func `one who waits begins when the other is done`() throws {
        let echo = try Echo()
        let (first, second) = (try Speaker(echo, lines: 30), try Speaker(echo, lines: 1))
        var receivedBefore: Int?
        let waiting = Waiting(second) {
            if first.received.count == 30, receivedBefore == nil { receivedBefore = second.received.count }
            return first.received.count == 30
        }
        try LoadLoop.run([first, waiting])
        #expect(receivedBefore == 0)
        #expect(second.received.count == 1)
        #expect(waiting.lastReceivedNS > 0)
    }

    @Test func `a connection that ends is told`() throws {
        let echo = try Echo(bytesMax: 40)
        let speaker = try Speaker(echo, lines: 100)
        #expect(throws: WireFault.self) { try LoadLoop.run([speaker]) }
    }
}

/// A Unix socket that sends back what it receives, each connection on a thread of its own.
private final class Echo {
    let path: String
    private let listener: Int32

    /// - Parameter bytesMax: a connection is closed after so many.
    init(bytesMax: Int = .max) throws {
        path = NSTemporaryDirectory() + "echo-\(UInt32.random(in: .min ... .max))"
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        self.listener = listener
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let name = path
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.utf8) }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0 && listen(listener, 64) == 0)
        Thread.detachNewThread {
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                Thread.detachNewThread { Self.serve(connection, bytesMax) }
            }
            // By whoever accepts: its number may be another test's as soon as it is closed.
            close(listener)
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        unlink(path)
    }

    private static func serve(_ connection: Int32, _ bytesMax: Int) {
        var (buffer, total) = ([UInt8](repeating: 0, count: 8_192), 0)
        while case let count = recv(connection, &buffer, buffer.count, 0), count > 0 {
            var sent = 0
            while sent < count {
                let part = buffer[sent..<count].withUnsafeBytes {
                    send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                if part < 0 { break }
                sent += part
            }
            total += count
            if total >= bytesMax { break }
        }
        close(connection)
    }
}
