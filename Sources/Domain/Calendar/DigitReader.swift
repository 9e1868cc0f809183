/// The decimal digits at fixed places of a date or time.
struct DigitReader {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The number that `count` digits from `offset` write; nil where one of them is no digit.
    func number(at offset: Int, count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[offset..<offset + count] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }

    func has(_ character: Unicode.Scalar, at offset: Int) -> Bool {
        offset < bytes.count && bytes[offset] == UInt8(ascii: character)
    }

    func isAtEnd(after count: Int) -> Bool { bytes.count == count }

    /// `2026-05-06` at the beginning.
    var date: (year: Int, month: Int, day: Int)? {
        guard let year = number(at: 0, count: 4), has("-", at: 4), let month = number(at: 5, count: 2),
            has("-", at: 7), let day = number(at: 8, count: 2)
        else { return nil }
        return (year, month, day)
    }
}
