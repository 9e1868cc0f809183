/// Dates and times as the wire spells them.
enum CalendarText {
    /// Whether `text` is a day of the Gregorian calendar: `2026-02-28`.
    static func isDate(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], digits: 4),
            let month = number(parts[1], digits: 2),
            let day = number(parts[2], digits: 2), (1...12).contains(month)
        else { return false }
        return (1...daysIn(month: month, year: year)).contains(day)
    }

    /// Whether `text` is a moment in UTC: `2026-05-06T14:00:00Z`, with or without a fraction of a second.
    static func isTime(_ text: String) -> Bool {
        let halves = text.utf8.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
        guard halves.count == 2, isDate(String(decoding: halves[0], as: UTF8.self)),
            halves[1].last == UInt8(ascii: "Z")
        else { return false }
        let clock = halves[1].dropLast().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard clock.count == 3 else { return false }
        let seconds = clock[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(seconds.count), let hour = number(clock[0], digits: 2),
            let minute = number(clock[1], digits: 2), let second = number(seconds[0], digits: 2)
        else { return false }
        let isFractionRight =
            seconds.count == 1 || (1...9).contains(seconds[1].count) && number(seconds[1]) != nil
        return hour < 24 && minute < 60 && second < 60 && isFractionRight
    }

    private static func daysIn(month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static func number(_ bytes: some Collection<UInt8>, digits: Int? = nil) -> Int? {
        guard digits == nil || bytes.count == digits, bytes.count <= 9, !bytes.isEmpty else { return nil }
        var value = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return value
    }
}
