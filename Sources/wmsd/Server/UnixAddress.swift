import Glibc

/// Calls `body` with the address of a Unix socket. A leading `@` is the zero byte of an abstract name.
func withUnixAddress<Result>(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result
{
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = path.hasPrefix("@") ? [0] + path.utf8.dropFirst() : Array(path.utf8)
    let length = min(name.count, MemoryLayout.size(ofValue: address.sun_path) - 1)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name.prefix(length)) }
    let size = MemoryLayout<sa_family_t>.size + length + (path.hasPrefix("@") ? 0 : 1)
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(size)) }
    }
}

/// What the system says of the call that has just failed.
func systemMessage() -> String { String(cString: strerror(errno)) }
