import Glibc

/// One of the addresses of a host.
struct HostAddress {
    /// A `sockaddr` of its family.
    let bytes: [UInt8]
    let family: Int32

    /// A connection that does not block, to the first address that accepts one; all are tried, in their order.
    ///
    /// - Parameter milliseconds: how long each address may take.
    /// - Throws: With what the last of them said.
    static func connected(to address: PrinterAddress, withinMS milliseconds: Int32) throws(FeedFault) -> Int32
    {
        let found = all(of: address)
        guard !found.isEmpty else { throw FeedFault(description: "no address for \(address)") }
        return try firstConnected(of: found, to: address, withinMS: milliseconds)
    }

    static func firstConnected(
        of found: [HostAddress], to address: PrinterAddress, withinMS milliseconds: Int32
    ) throws(FeedFault) -> Int32 {
        var error: Int32 = 0
        for one in found {
            let descriptor = one.connect(withinMS: milliseconds, &error)
            if error == 0 { return descriptor }
        }
        throw FeedFault(description: "cannot connect to \(address): \(String(cString: strerror(error)))")
    }

    /// In the order in which the system would have them tried; none where the name is not known now.
    static func all(of address: PrinterAddress) -> [HostAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(address.host, address.port, &hints, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var found: [HostAddress] = []
        var next = list
        while let one = next?.pointee {
            let bytes = UnsafeRawBufferPointer(start: one.ai_addr, count: Int(one.ai_addrlen))
            found.append(HostAddress(bytes: Array(bytes), family: one.ai_family))
            next = one.ai_next
        }
        return found
    }

    /// - Parameter error: 0, or why there is no connection.
    private func connect(withinMS milliseconds: Int32, _ error: inout Int32) -> Int32 {
        let flags = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        let descriptor = socket(family, flags, 0)
        guard descriptor >= 0 else {
            error = errno
            return -1
        }
        let isConnected = bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: sockaddr.self) {
                Glibc.connect(descriptor, $0.baseAddress, socklen_t(bytes.count)) == 0
            }
        }
        error = isConnected ? 0 : errno
        if error == EINPROGRESS { error = Self.outcome(of: descriptor, withinMS: milliseconds) }
        if error != 0 { close(descriptor) }
        return descriptor
    }

    private static func outcome(of descriptor: Int32, withinMS milliseconds: Int32) -> Int32 {
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        guard poll(&ready, 1, milliseconds) > 0 else { return ETIMEDOUT }
        var error: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &error, &size)
        return error
    }
}
