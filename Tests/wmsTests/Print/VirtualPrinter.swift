import Foundation
import Glibc

/// A ZPL printer on a port of this machine that fails as it is told to.
///
/// It prints a label when it has read its `^XZ` and has paper; without paper, or with its head open, it holds what
/// it has read, and a restart forgets that.
final class VirtualPrinter: @unchecked Sendable {
    let port: UInt16
    private let listener: Int32
    private let lock = NSLock()
    private var script: Script
    private var paper: [String] = []
    private var held: [String] = []
    private var connections = 0
    private var asked = 0

    struct Script {
        /// Labels on the roll; nil for an endless one.
        var labelsLeft: Int?
        var isPaused = false
        var isHeadOpen = false
        /// Says nothing to `~HS`: always, or while it cannot print.
        var isMute = false
        var isMuteInFault = false
        /// Breaks the first connection that has brought so many bytes.
        var breaksAfterBytes: Int?
        /// Breaks the first connection on which a label has been read whole, before it can answer.
        var breaksAfterLabel = false
        /// Reads so many bytes at a time, with a pause.
        var bytesPerRead: Int?
    }

    /// How long to wait for an answer: short where none may come, and else so long that no machine is too slow.
    let answerMS: Int32

    init(_ script: Script = Script()) {
        self.script = script
        answerMS = script.isMute ? 150 : script.isMuteInFault ? 500 : 30_000
        (listener, port) = Self.listening()
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0 { return }
                serve(connection)
            }
        }
    }

    private static func listening() -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(descriptor, name, size) + listen(descriptor, 8) + getsockname(descriptor, name, &size)
            }
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    /// Nobody is listening any more.
    func turnOff() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// What came onto paper, in order.
    var printed: [String] { lock.withLock { paper } }
    /// How often it was asked how it is.
    var questions: Int { lock.withLock { asked } }
    var isHolding: Bool { lock.withLock { !held.isEmpty } }

    /// A new roll, the head closed, and on it goes.
    func fix() {
        lock.withLock {
            script = Script()
            printHeld()
        }
    }

    /// Somebody pulls the plug: what it held is gone, and so is the connection.
    func restart() {
        lock.withLock {
            held = []
            script = Script()
            connections += 1
        }
    }

    private func serve(_ connection: Int32) {
        var received: [UInt8] = []
        var total = 0
        let age = lock.withLock { connections }
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            let limit = lock.withLock {
                min(script.bytesPerRead ?? chunk.count, script.breaksAfterBytes ?? chunk.count)
            }
            var ready = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
            let isReady = poll(&ready, 1, 5) > 0
            if lock.withLock({ connections }) != age { return cut(connection) }
            if !isReady { continue }
            let count = recv(connection, &chunk, max(1, limit), 0)
            if count <= 0 {
                close(connection)
                return
            }
            received += chunk[..<count]
            total += count
            if lock.withLock({ script.bytesPerRead }) != nil { usleep(500) }
            if mustBreak(after: total) { return cut(connection) }
            if !digest(&received, connection) { return cut(connection) }
        }
    }

    private func mustBreak(after total: Int) -> Bool {
        lock.withLock {
            guard let limit = script.breaksAfterBytes, total >= limit else { return false }
            script.breaksAfterBytes = nil
            return true
        }
    }

    /// Reads what has come whole: questions at once, labels up to their end.
    ///
    /// - Returns: False where the script breaks the connection now.
    private func digest(_ received: inout [UInt8], _ connection: Int32) -> Bool {
        while let text = String(bytes: received, encoding: .utf8) {
            let question = text.range(of: "~HS\r\n")
            let end = text.range(of: "^XZ")
            if let question, end.map({ question.lowerBound < $0.lowerBound }) ?? true {
                answer(connection, partial: text[..<question.lowerBound].contains("^XA"))
                received = Array(text.replacingCharacters(in: question, with: "").utf8)
            } else if let end {
                lock.withLock {
                    held.append(
                        String(text[..<end.upperBound]).trimmingCharacters(in: .whitespacesAndNewlines))
                    printHeld()
                }
                received = Array(text[end.upperBound...].utf8)
                let breaks = lock.withLock {
                    defer { script.breaksAfterLabel = false }
                    return script.breaksAfterLabel
                }
                if breaks { return false }
            } else {
                return true
            }
        }
        return true
    }

    private var isUnable: Bool { script.labelsLeft == 0 || script.isPaused || script.isHeadOpen }

    private func printHeld() {
        while !held.isEmpty, !isUnable {
            paper.append(held.removeFirst())
            script.labelsLeft = script.labelsLeft.map { $0 - 1 }
        }
    }

    private func answer(_ connection: Int32, partial: Bool) {
        let text: String? = lock.withLock {
            asked += 1
            if script.isMute || (script.isMuteInFault && isUnable) { return nil }
            let (paperOut, paused, headOpen) = (script.labelsLeft == 0, script.isPaused, script.isHeadOpen)
            return
                "\u{02}030,\(paperOut ? 1 : 0),\(paused ? 1 : 0),1218,000,0,0,\(partial ? 1 : 0),000,0,0,0\u{03}\r\n"
                + "\u{02}000,0,\(headOpen ? 1 : 0),0,0,2,4,0,00000000,1,000\u{03}\r\n\u{02}1234,0\u{03}\r\n"
        }
        guard let text else { return }
        _ = text.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
    }

    /// Ends a connection as a printer does that loses its power: what was not read is lost.
    private func cut(_ connection: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        close(connection)
    }
}
