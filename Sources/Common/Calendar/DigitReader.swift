/// The decimal digits at fixed places of a date or time.
struct DigitReader {
    private let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// The number that `count` digits from `offset` write; nil where one of them is no digit.
    func number(at offset: Int, count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        let start = bytes.startIndex + offset
        var value = 0
        for byte in bytes[start..<start + count] {
            guard let digit = byte.asciiDigit else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    func has(_ character: Unicode.Scalar, at offset: Int) -> Bool {
        offset < bytes.count && bytes[bytes.startIndex + offset] == UInt8(ascii: character)
    }

    /// Whether a letter stands there, be it a capital or a small one.
    func has(letter: Unicode.Scalar, at offset: Int) -> Bool {
        offset < bytes.count && bytes[bytes.startIndex + offset] | 0x20 == UInt8(ascii: letter) | 0x20
    }

    /// `2026-05-06` at the beginning; nil for a day that the calendar does not have.
    var day: CalendarDay? {
        guard let year = number(at: 0, count: 4), has("-", at: 4), let month = number(at: 5, count: 2),
            has("-", at: 7), let day = number(at: 8, count: 2)
        else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }
}
