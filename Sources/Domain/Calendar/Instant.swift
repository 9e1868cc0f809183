import Common

/// A moment, in milliseconds since 1970 UTC. The clock is read at the edge of the program and handed in.
///
///     Instant("2026-05-06T14:00:00Z") == Instant("2026-05-06T16:00:00+02:00")      // true
public struct Instant: Hashable, Comparable, Sendable {
    public let millisecondsSince1970: Int

    public init(millisecondsSince1970: Int) { self.millisecondsSince1970 = millisecondsSince1970 }

    public static func < (left: Instant, right: Instant) -> Bool {
        left.millisecondsSince1970 < right.millisecondsSince1970
    }

    /// This moment moved by whole seconds.
    public func adding(seconds: Int) -> Instant {
        Instant(millisecondsSince1970: millisecondsSince1970 + seconds * 1000)
    }

    /// This moment moved by whole days of 24 hours.
    public func adding(days: Int) -> Instant { adding(seconds: days * 86_400) }

    /// The UTC day that holds this moment; a warehouse's own day is ``ZonedCalendar``'s.
    public var utcDay: Day { Day(daysSince1970: millisecondsSince1970.floorDivided(by: 86_400_000)) }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC with milliseconds: `2026-05-06T14:00:00.000Z`.
    public var description: String {
        let inDay = millisecondsSince1970 - utcDay.daysSince1970 * 86_400_000
        let (hour, minute) = (inDay / 3_600_000, inDay / 60_000 % 60)
        let (second, milli) = (inDay / 1000 % 60, inDay % 1000)
        let clock = "\(hour.zeroPadded(to: 2)):\(minute.zeroPadded(to: 2)):\(second.zeroPadded(to: 2))"
        return "\(utcDay)T\(clock).\(milli.zeroPadded(to: 3))Z"
    }

    /// Reads RFC 3339 text with any offset, with or without a fraction of a second; nil where it is not that.
    ///
    /// A leap second, 60, is read as the first of the next minute.
    public init?(_ text: String) {
        let digits = DigitReader(text)
        guard let (year, month, dayOfMonth) = digits.date,
            let day = Day(year: year, month: month, day: dayOfMonth),
            digits.has("T", at: 10) || digits.has("t", at: 10),
            let hour = digits.number(at: 11, count: 2), digits.has(":", at: 13),
            let minute = digits.number(at: 14, count: 2), digits.has(":", at: 16),
            let second = digits.number(at: 17, count: 2), hour < 24, minute < 60, second <= 60,
            let (milli, end) = Self.fraction(digits, at: 19), let offset = Self.offsetMinutes(digits, at: end)
        else { return nil }
        let minutes = (day.daysSince1970 * 24 + hour) * 60 + minute - offset
        self.init(millisecondsSince1970: (minutes * 60 + second) * 1000 + milli)
    }

    /// The milliseconds of `.25`, and where what follows begins.
    private static func fraction(_ digits: DigitReader, at start: Int) -> (milli: Int, end: Int)? {
        guard digits.has(".", at: start) else { return (0, start) }
        var (end, milli, scale) = (start + 1, 0, 100)
        while let digit = digits.number(at: end, count: 1) {
            milli += digit * scale
            scale /= 10
            end += 1
        }
        return (1...9).contains(end - start - 1) ? (milli, end) : nil
    }

    /// `Z`, or `+02:00`, at the end.
    private static func offsetMinutes(_ digits: DigitReader, at start: Int) -> Int? {
        if digits.has("Z", at: start) || digits.has("z", at: start) {
            return digits.isAtEnd(after: start + 1) ? 0 : nil
        }
        let sign = digits.has("+", at: start) ? 1 : digits.has("-", at: start) ? -1 : 0
        guard sign != 0, let hours = digits.number(at: start + 1, count: 2), digits.has(":", at: start + 3),
            let minutes = digits.number(at: start + 4, count: 2), hours < 24, minutes < 60,
            digits.isAtEnd(after: start + 6)
        else { return nil }
        return sign * (hours * 60 + minutes)
    }
}
