internal import Common

/// A day as GS1 element strings have it: `YYMMDD` (GS1 General Specifications, section 3.4).
///
///     GS1Date("280200")      // 29 February 2028: day 00 is the month's last
///
/// Two digits leave the century open; years are those from 2000 to 2099.
public struct GS1Date: Hashable, Sendable {
    /// 2000 to 2099.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// Of the month, from 1.
    public let day: Int
    /// Whether the day is written, and not only the month.
    let isDayWritten: Bool

    /// Reads six digits; nil for any other text and for a day that the calendar does not have.
    public init?(_ text: String) {
        let digits = text.utf8.compactMap(\.asciiDigit)
        guard digits.count == 6, text.utf8.count == 6 else { return nil }
        year = 2_000 + digits[0] * 10 + digits[1]
        month = digits[2] * 10 + digits[3]
        let written = digits[4] * 10 + digits[5]
        guard (1...12).contains(month) else { return nil }
        let days = CalendarDay.days(inMonth: month, of: year)
        guard written <= days else { return nil }
        isDayWritten = written > 0
        day = isDayWritten ? written : days
    }
}
