import Glibc

/// One connection to a Unix socket that never blocks: bytes go out as far as they are taken, lines come in as
/// they become whole.
final class WireChannel {
    let descriptor: Int32
    private var unsent: [UInt8] = []
    private var partial: [UInt8] = []

    /// Connects; waits while the other side's queue of newcomers is full.
    init(socket path: String) throws(WireFault) {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system("a socket") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        guard path.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw .lost("\(path) is too long for a socket's path; name a shorter folder with --disk")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) }
        }
        guard status == 0 else { throw .system("connecting to \(path)") }
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    /// Connects to the daemon and waits for its hello.
    static func toDaemon(_ path: String) throws(WireFault) -> WireChannel {
        let channel = try WireChannel(socket: path)
        try channel.waitForLine { line throws(WireFault) in
            guard line.text("method") == "hello" else {
                throw .refused(asked: "hello", answer: line.beginning)
            }
        }
        return channel
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// Whether something waits until the other side takes more.
    var hasUnsent: Bool { !unsent.isEmpty }

    /// Sends, and keeps what is not taken now for ``sendRest()``.
    func send(_ bytes: [UInt8]) throws(WireFault) {
        if unsent.isEmpty {
            let count = try offer(bytes[...])
            if count < bytes.count { unsent.append(contentsOf: bytes[count...]) }
        } else {
            unsent.append(contentsOf: bytes)
        }
    }

    func sendRest() throws(WireFault) {
        let count = try offer(unsent[...])
        unsent.removeFirst(count)
    }

    private func offer(_ bytes: ArraySlice<UInt8>) throws(WireFault) -> Int {
        let count = bytes.withUnsafeBytes {
            Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        if count >= 0 { return count }
        guard errno == EAGAIN || errno == EINTR else { throw .system("sending") }
        return 0
    }

    /// Receives once and hands over each line that is whole, without its LF.
    func receive(
        into buffer: UnsafeMutableRawBufferPointer, _ handle: (WireLine) throws(WireFault) -> Void
    ) throws(WireFault) {
        let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
        if count == 0 { throw .lost("the other side closed it") }
        if count < 0 {
            guard errno == EAGAIN || errno == EINTR else { throw .system("receiving") }
            return
        }
        var rest = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        while let lineFeed = rest.firstIndex(of: UInt8(ascii: "\n")) {
            try deliver(UnsafeRawBufferPointer(rebasing: rest[..<lineFeed]), to: handle)
            rest = UnsafeRawBufferPointer(rebasing: rest[(lineFeed + 1)...])
        }
        partial.append(contentsOf: rest)
    }

    private func deliver(
        _ end: UnsafeRawBufferPointer, to handle: (WireLine) throws(WireFault) -> Void
    ) throws(WireFault) {
        if partial.isEmpty { return try handle(WireLine(bytes: end)) }
        let whole = partial + end
        partial.removeAll(keepingCapacity: true)
        try whole.withUnsafeBufferPointer { bytes throws(WireFault) in
            try handle(WireLine(bytes: UnsafeRawBufferPointer(bytes)))
        }
    }

    /// Waits for one line; only where nothing else is under way.
    func waitForLine(_ handle: (WireLine) throws(WireFault) -> Void) throws(WireFault) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 1)
        defer { buffer.deallocate() }
        var isDone = false
        while !isDone {
            var state = pollfd(
                fd: descriptor, events: Int16(hasUnsent ? POLLIN | POLLOUT : POLLIN), revents: 0)
            guard poll(&state, 1, -1) >= 0 || errno == EINTR else { throw .system("waiting") }
            if hasUnsent { try sendRest() }
            if Int32(state.revents) & (POLLIN | POLLHUP) == 0 { continue }
            try receive(into: buffer) { line throws(WireFault) in
                try handle(line)
                isDone = true
            }
        }
    }
}
