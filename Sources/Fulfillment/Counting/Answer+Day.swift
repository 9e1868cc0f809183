import Domain
import Labels

extension Answer {
    /// The day of expiry that was keyed, `2027-01-31`, or that a GS1 code carries; nil where there is none.
    var day: Day? { Day(text) ?? ScannedCode(text)["17"].flatMap(Day.gs1) }
}

extension Day {
    /// Six digits as GS1 codes have them: year, month and day; day 00 is the month's last.
    static func gs1(_ digits: String) -> Day? {
        guard digits.utf8.count == 6, let number = Int(digits) else { return nil }
        let (year, month, day) = (2_000 + number / 10_000, number / 100 % 100, number % 100)
        if day > 0 { return Day(year: year, month: month, day: day) }
        let next = month == 12 ? (year + 1, 1) : (year, month + 1)
        guard month > 0 else { return nil }
        return Day(year: next.0, month: next.1, day: 1)?.adding(days: -1)
    }
}
