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
        let seconds = millisecondsSince1970.floorDivided(by: 1000)
        let time = CalendarTime(secondsSince1970: seconds)
        return "\(time.day)T\(time.clock).\((millisecondsSince1970 - seconds * 1000).zeroPadded(to: 3))Z"
    }

    /// Reads RFC 3339 text with any offset, with or without a fraction of a second; nil where it is not that.
    ///
    /// A leap second, 60, is read as the first of the next minute.
    public init?(_ text: String) {
        guard let moment = WrittenMoment(text) else { return nil }
        self.init(millisecondsSince1970: moment.secondsSince1970 * 1000 + moment.milliseconds)
    }
}
