import Glibc

/// Why a label did not reach the printer.
struct PrinterFault: Error, Equatable, CustomStringConvertible {
    let description: String
}

/// A printer's raw port, usually 9100.
struct PrinterConnection {
    private let descriptor: Int32

    /// A printer that takes longer to take or answer a few bytes is not printing.
    static let patienceS = 5

    init(host: String, port: String) throws(PrinterFault) {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, port, &hints, &found) == 0, let address = found else {
            throw PrinterFault(description: "no address for \(host):\(port)")
        }
        defer { freeaddrinfo(found) }
        descriptor = socket(address.pointee.ai_family, address.pointee.ai_socktype, 0)
        var patience = timeval(tv_sec: Self.patienceS, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        guard connect(descriptor, address.pointee.ai_addr, address.pointee.ai_addrlen) == 0 else {
            let reason = String(cString: strerror(errno))
            close()
            throw PrinterFault(description: "cannot connect to \(host):\(port): \(reason)")
        }
    }

    func close() { _ = Glibc.close(descriptor) }

    func send(_ bytes: [UInt8]) throws(PrinterFault) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { rest in
                Glibc.send(descriptor, rest.baseAddress.map { $0 + sent }, rest.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw PrinterFault(description: "the connection broke: \(String(cString: strerror(errno)))") }
            sent += count
        }
    }

    /// Asks how the printer is, and waits for it to say that it can print.
    func ask() throws(PrinterFault) {
        try send(Array("~HS\r\n".utf8))
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256)
        while answer.count(where: { $0 == 0x03 }) < 3 {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw PrinterFault(description: "the printer does not answer ~HS: paper, ribbon or head") }
            answer += buffer[..<count]
        }
        guard let status = PrinterStatus(answer) else { throw PrinterFault(description: "the answer to ~HS is not to be understood") }
        if let fault = status.fault { throw PrinterFault(description: fault) }
    }
}
