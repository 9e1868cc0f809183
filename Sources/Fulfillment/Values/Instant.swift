/// A moment, in milliseconds since 1970 UTC. The clock is read at the edge of the program and handed in.
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

    /// The UTC day that holds this moment.
    var day: Day { Day(daysSince1970: millisecondsSince1970.floorDivided(by: 86_400_000)) }
}

extension Instant: CustomStringConvertible {
    /// RFC 3339 in UTC with milliseconds: `2026-05-06T14:00:00.000Z`.
    public var description: String {
        let inDay = millisecondsSince1970 - day.daysSince1970 * 86_400_000
        let (hour, minute) = (inDay / 3_600_000, inDay / 60_000 % 60)
        let (second, milli) = (inDay / 1000 % 60, inDay % 1000)
        return "\(day)T\(padded(hour)):\(padded(minute)):\(padded(second)).\(padded(milli, to: 3))Z"
    }

    /// Reads RFC 3339 text in UTC (`Z`), with or without a fraction; nil where it is not that.
    public init?(_ text: String) {
        let parts = text.uppercased().split(separator: "T", maxSplits: 1)
        guard parts.count == 2, let day = Day(String(parts[0])), parts[1].hasSuffix("Z") else { return nil }
        let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, clock[0].utf8.count == 2, clock[1].utf8.count == 2,
            let hour = clock[0].digits, let minute = clock[1].digits, let milli = Self.milliseconds(clock[2]),
            hour < 24, minute < 60
        else { return nil }
        let minutes = (day.daysSince1970 * 24 + hour) * 60 + minute
        self.init(millisecondsSince1970: minutes * 60_000 + milli)
    }

    /// Seconds with or without a fraction, as whole milliseconds; 60 is a leap second.
    private static func milliseconds(_ text: Substring) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0].utf8.count == 2, let seconds = parts[0].digits, seconds <= 60 else { return nil }
        guard parts.count == 2 else { return seconds * 1000 }
        guard parts[1].utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains),
            let milli = (parts[1].prefix(3) + String(repeating: "0", count: max(0, 3 - parts[1].count)))
                .digits,
            !parts[1].isEmpty
        else { return nil }
        return seconds * 1000 + milli
    }
}

extension Substring {
    /// The number that these decimal digits write, without a sign; nil for other text.
    fileprivate var digits: Int? {
        utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) ? Int(self) : nil
    }
}
