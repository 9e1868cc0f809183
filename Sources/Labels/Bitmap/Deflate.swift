internal import CZlib

/// The deflate format with zlib's frame (RFC 1950), shared by PNG, PDF and Z64.
enum Deflate {
    /// Level 6 is zlib's own balance; 9 saves 2 % for six times the time.
    private static let level: Int32 = 6

    /// - Complexity: linear in the bytes.
    static func compress(_ bytes: [UInt8]) -> [UInt8] {
        var length = compressBound(uLong(bytes.count))
        var out = [UInt8](repeating: 0, count: Int(length))
        let status = compress2(&out, &length, bytes, uLong(bytes.count), level)
        // The bound leaves no other failure than memory.
        precondition(status == Z_OK, "out of memory")
        out.removeLast(out.count - Int(length))
        return out
    }
}
