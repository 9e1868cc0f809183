import Glibc

/// The lines of standard input as bytes, as soon as they come, without those that hold nothing but spaces.
struct InputLines: Sequence, IteratorProtocol {
    private var buffer: [UInt8] = []
    private var position = 0
    private var isOver = false

    mutating func next() -> ArraySlice<UInt8>? {
        while let line = nextLine() {
            if !line.allSatisfy(Self.isSpace) { return line }
        }
        return nil
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func nextLine() -> ArraySlice<UInt8>? {
        var seen = position
        while true {
            if let end = buffer[seen...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { position = end + 1 }
                return buffer[position..<end]
            }
            if isOver {
                defer { position = buffer.count }
                return position < buffer.count ? buffer[position...] : nil
            }
            buffer.removeFirst(position)
            position = 0
            seen = buffer.count
            readMore()
        }
    }

    private mutating func readMore() {
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(STDIN_FILENO, &bytes, bytes.count)
        if count > 0 { buffer += bytes[..<count] } else if count == 0 || errno != EINTR { isOver = true }
    }
}
