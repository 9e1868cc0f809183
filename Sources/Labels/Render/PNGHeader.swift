internal import Glibc

/// The first bytes of a PNG file, read before anything is set aside for its pixels (ISO/IEC 15948, section 5).
enum PNGHeader {
    /// Signature, chunk length, "IHDR", width and height.
    private static let byteCount = 24
    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The pixels across and down that the file says it has.
    ///
    /// - Throws: ``TextFault`` where the file cannot be read or is no PNG.
    static func size(of file: String) throws(TextFault) -> (width: Int, height: Int) {
        // A pipe without a writer would keep the opening waiting.
        let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw unreadable(file) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: byteCount)
        let count = read(descriptor, &bytes, byteCount)
        guard count >= 0 else { throw unreadable(file) }
        guard count == byteCount, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8)
        else { throw TextFault(message: "\(file) is no PNG file; save the picture as PNG") }
        return (number(bytes[16..<20]), number(bytes[20..<24]))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }

    private static func unreadable(_ file: String) -> TextFault {
        TextFault(message: "\(file) cannot be read: \(String(cString: strerror(errno)))")
    }
}
