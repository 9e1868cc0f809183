/// A day of the Gregorian calendar by year, month and day of the month, as it is written: `2026-05-06`.
///
///     CalendarDay("2024-02-29")?.daysSince1970      // 19_782
///     CalendarDay("2026-02-30")                     // nil: there is no such day
public struct CalendarDay: Hashable, Sendable {
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// Of the month, from 1.
    public let day: Int

    /// - Returns: nil where the calendar has no such day in the years 0 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month),
            (1...Self.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// - Parameter month: 1 to 12.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}

/// Days are counted in years that begin in March, so that the leap day comes last
/// (Neri and Schneider 2023, "Euclidean affine functions and their application to calendar algorithms").
extension CalendarDay {
    public init(daysSince1970: Int) {
        let shifted = daysSince1970 + 719_468
        let era = shifted.floorDivided(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    }

    public var daysSince1970: Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear.floorDivided(by: 400)
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}

extension CalendarDay: CustomStringConvertible {
    /// Reads `2026-05-06`; nil for any other spelling and for a day that the calendar does not have.
    public init?(_ text: String) {
        guard text.utf8.count == 10, let day = DigitReader(Array(text.utf8)[...]).day else { return nil }
        self = day
    }

    public var description: String {
        "\(year.zeroPadded(to: 4))-\(month.zeroPadded(to: 2))-\(day.zeroPadded(to: 2))"
    }
}

extension Int {
    /// The quotient, rounded down below zero too; the divisor is above zero.
    public func floorDivided(by divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
    }
}
