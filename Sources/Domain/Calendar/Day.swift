import Common

/// A calendar day without a zone: an expiry date, written `2026-05-06`.
///
///     Day("2026-05-06")?.adding(days: 30)      // 2026-06-05
///     Day("2026-02-30")                        // nil: there is no such day
public struct Day: Hashable, Comparable, Sendable {
    public let daysSince1970: Int

    public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

    public static func < (left: Day, right: Day) -> Bool { left.daysSince1970 < right.daysSince1970 }

    public func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }
}

extension Day {
    /// The day of the Gregorian calendar; nil where there is none such.
    public init?(year: Int, month: Int, day: Int) {
        guard let day = CalendarDay(year: year, month: month, day: day) else { return nil }
        self.init(daysSince1970: day.daysSince1970)
    }

    /// Year, month and day of the month.
    public var parts: (year: Int, month: Int, day: Int) {
        let day = CalendarDay(daysSince1970: daysSince1970)
        return (day.year, day.month, day.day)
    }
}

extension Day: CustomStringConvertible, LosslessStringConvertible {
    /// Reads `2026-05-06`; nil for any other spelling and for a day that the calendar does not have.
    public init?(_ text: String) {
        guard let day = CalendarDay(text) else { return nil }
        self.init(daysSince1970: day.daysSince1970)
    }

    public var description: String { CalendarDay(daysSince1970: daysSince1970).description }
}
