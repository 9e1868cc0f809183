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
        /// Nobody listens on its port, and nobody else gets it.
        var isOff = false
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

    /// How long to wait for an answer as it is now: short where none may come, and else so long that no machine is too
    /// slow.
    var answerMS: Int32 {
        lock.withLock { script.isMute ? 150 : script.isMuteInFault ? 500 : Self.answerMSMax }
    }
    static let answerMSMax: Int32 = 60_000

    init(_ script: Script = Script()) {
        self.script = script
        (listener, port) = Self.bound(isListening: !script.isOff)
        if script.isOff { return }
        Thread.detachNewThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                if connection < 0 { return }
                // No program that another test starts keeps it open.
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                serve(connection)
            }
        }
    }

    private static func bound(isListening: Bool) -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            _ = pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
                bind(descriptor, name, size) + (isListening ? listen(descriptor, 8) : 0)
                    + getsockname(descriptor, name, &size)
            }
        }
        return (descriptor, UInt16(bigEndian: address.sin_port))
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
            if !digest(&received, connection, age) { return cut(connection) }
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
    /// - Parameter age: of the connection; after a restart nothing that came on it counts, nor is it answered.
    /// - Returns: False where the connection breaks now.
    private func digest(_ received: inout [UInt8], _ connection: Int32, _ age: Int) -> Bool {
        while let text = String(bytes: received, encoding: .utf8) {
            let question = text.range(of: "~HS\r\n")
            let end = text.range(of: "^XZ")
            if let question, end.map({ question.lowerBound < $0.lowerBound }) ?? true {
                let isPartial = text[..<question.lowerBound].contains("^XA")
                if !answer(connection, age, partial: isPartial) { return false }
                received = Array(text.replacingCharacters(in: question, with: "").utf8)
            } else if let end {
                let breaks = lock.withLock {
                    if connections != age { return true }
                    held.append(
                        String(text[..<end.upperBound]).trimmingCharacters(in: .whitespacesAndNewlines))
                    printHeld()
                    defer { script.breaksAfterLabel = false }
                    return script.breaksAfterLabel
                }
                received = Array(text[end.upperBound...].utf8)
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

    /// - Returns: False where it has been restarted since the connection was opened.
    private func answer(_ connection: Int32, _ age: Int, partial: Bool) -> Bool {
        var isCut = false
        let text: String? = lock.withLock {
            isCut = connections != age
            if isCut { return nil }
            asked += 1
            if script.isMute || (script.isMuteInFault && isUnable) { return nil }
            let (paperOut, paused, headOpen) = (script.labelsLeft == 0, script.isPaused, script.isHeadOpen)
            return
                "\u{02}030,\(paperOut ? 1 : 0),\(paused ? 1 : 0),1218,000,0,0,\(partial ? 1 : 0),000,0,0,0\u{03}\r\n"
                + "\u{02}000,0,\(headOpen ? 1 : 0),0,0,2,4,0,00000000,1,000\u{03}\r\n\u{02}1234,0\u{03}\r\n"
        }
        if let text { _ = text.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) } }
        return !isCut
    }

    /// Ends a connection as a printer does that loses its power: what was not read is lost.
    private func cut(_ connection: Int32) {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
        close(connection)
    }
}
