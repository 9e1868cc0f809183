/// A moment that is written as RFC 3339 has it, with any offset, with or without a fraction of a second.
///
///     WrittenMoment("2026-05-06T16:00:00.25+02:00")      // 1_778_076_000 s and 250 ms
///     WrittenMoment("2026-02-30T14:00:00Z")              // nil: there is no such day
///
/// Every reader of times in these programs reads them by this, so that none takes what another refuses.
public struct WrittenMoment: Equatable, Sendable {
    /// Leap seconds not counted; one, 60, is read as the first second of the next minute.
    public let secondsSince1970: Int
    /// What the fraction adds, 0 to 999; further digits, up to nine, are dropped.
    public let milliseconds: Int
    /// Bytes of its text.
    public let length: Int

    /// Nil where the text is not that, from its beginning to its end.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(atStartOf: bytes[...])
        guard length == bytes.count else { return nil }
    }

    /// Reads the moment with which some UTF-8 text begins; nil where it begins with none.
    public init?(atStartOf bytes: ArraySlice<UInt8>) {
        let digits = DigitReader(bytes)
        guard let day = digits.day, digits.has(letter: "T", at: 10), let time = Self.secondOfDay(digits, at: 11),
            let (milliseconds, end) = Self.fraction(digits, at: 19),
            let (offset, length) = Self.offset(digits, at: end)
        else { return nil }
        secondsSince1970 = day.daysSince1970 * 86_400 + time - offset
        self.milliseconds = milliseconds
        self.length = length
    }

    /// `14:00:00`
    private static func secondOfDay(_ digits: DigitReader, at start: Int) -> Int? {
        guard let hour = digits.number(at: start, count: 2), digits.has(":", at: start + 2),
            let minute = digits.number(at: start + 3, count: 2), digits.has(":", at: start + 5),
            let second = digits.number(at: start + 6, count: 2), hour < 24, minute < 60, second <= 60
        else { return nil }
        return (hour * 60 + minute) * 60 + second
    }

    /// The milliseconds of `.25`, and where what follows begins.
    private static func fraction(_ digits: DigitReader, at start: Int) -> (milliseconds: Int, end: Int)? {
        guard digits.has(".", at: start) else { return (0, start) }
        var (end, milliseconds, scale) = (start + 1, 0, 100)
        while let digit = digits.number(at: end, count: 1) {
            milliseconds += digit * scale
            scale /= 10
            end += 1
        }
        return (1...9).contains(end - start - 1) ? (milliseconds, end) : nil
    }

    /// The seconds of `Z` or `+02:00`, and where what follows begins.
    private static func offset(_ digits: DigitReader, at start: Int) -> (seconds: Int, end: Int)? {
        if digits.has(letter: "Z", at: start) { return (0, start + 1) }
        let sign = digits.has("+", at: start) ? 1 : digits.has("-", at: start) ? -1 : 0
        guard sign != 0, let hours = digits.number(at: start + 1, count: 2), digits.has(":", at: start + 3),
            let minutes = digits.number(at: start + 4, count: 2), hours < 24, minutes < 60
        else { return nil }
        return (sign * (hours * 60 + minutes) * 60, start + 6)
    }
}
