import Glibc

/// A connection to a printer's raw port that never waits longer than its limit.
final class PrinterSocket {
    private let descriptor: Int32
    private let timeouts: Timeouts

    /// How long each step may take. A printer that is slower is not printing.
    struct Timeouts {
        /// To connect, for each address that a host has.
        var connectMS: Int32 = 5_000
        /// Without one more byte being taken.
        var sendMS: Int32 = 30_000
        var answerMS: Int32 = 5_000
        /// A host that acknowledges nothing for so long has gone.
        var unacknowledgedMS: Int32 = 30_000
    }

    init(_ address: PrinterAddress, timeouts: Timeouts) throws(FeedFault) {
        self.timeouts = timeouts
        descriptor = try HostAddress.connected(to: address, withinMS: timeouts.connectMS)
        var unacknowledged = timeouts.unacknowledgedMS
        setsockopt(
            descriptor, Int32(IPPROTO_TCP), TCP_USER_TIMEOUT, &unacknowledged,
            socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(descriptor) }

    /// Sends bytes until all are handed over or nothing goes any more.
    ///
    /// - Returns: nil, or why it broke off; then the printer lacks the last of them.
    func send(_ bytes: ArraySlice<UInt8>) -> String? {
        var rest = bytes
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                guard wait(for: POLLOUT, timeouts.sendMS) else { return "it takes no more bytes" }
            } else if errno != EINTR {
                return Self.text(errno)
            }
        }
        return nil
    }

    /// What came back for `~HS`.
    enum Answer: Equatable {
        case status(PrinterStatus)
        case silence
        case broken(String)
    }

    /// Asks how the printer is. It answers in the order in which it reads, so an answer also says that all that
    /// was sent before has arrived.
    func ask() -> Answer {
        if let reason = send(Array("~HS\r\n".utf8)[...]) { return .broken(reason) }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1_024)
        while answer.count(where: { $0 == 0x03 }) < PrinterStatus.lines {
            guard wait(for: POLLIN, timeouts.answerMS) else { return .silence }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EAGAIN || errno == EINTR { continue }
            if count < 0 { return .broken(Self.text(errno)) }
            if count == 0 { return .broken("the printer closed it") }
            answer += buffer[..<count]
        }
        return PrinterStatus(answer).map(Answer.status) ?? .silence
    }

    /// Waits until the printer's side has acknowledged every byte.
    ///
    /// - Returns: nil, or why that will not be.
    func awaitAcknowledged(while mayWait: () -> Bool) -> String? {
        while true {
            var error: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size)
            if error != 0 { return Self.text(error) }
            var left: Int32 = 0
            guard ioctl(descriptor, UInt(TIOCOUTQ), &left) == 0 else { return Self.text(errno) }
            if left == 0 { return nil }
            if !mayWait() { return "it has not been taken whole" }
            usleep(5_000)
        }
    }

    /// Says that nothing more will come, and waits a while for the printer to have read all and say the same.
    ///
    /// - Returns: nil, or why the printer broke off instead. One that says nothing keeps its connections open.
    func finish() -> String? {
        shutdown(descriptor, Int32(SHUT_WR))
        var buffer = [UInt8](repeating: 0, count: 1_024)
        while wait(for: POLLIN, timeouts.answerMS) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno != EAGAIN, errno != EINTR { return Self.text(errno) }
            if count == 0 { return nil }
        }
        return nil
    }

    private func wait(for events: Int32, _ milliseconds: Int32) -> Bool {
        var ready = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        while true {
            let count = poll(&ready, 1, milliseconds)
            if count < 0, errno == EINTR { continue }
            return count > 0
        }
    }

    private static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
