/// A moment in a plan's lines: RFC 3339, `2026-05-06T14:00:00Z`, with any offset from UTC, to the second.
public struct PlanMoment: Sendable, Equatable, CustomStringConvertible {
    public let secondsSince1970: Int

    public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// Nil where the text is no moment; a fraction of a second is dropped.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            return bytes[range].reduce(Int?.some(0)) { value, byte in
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte ? value.map { $0 * 10 + Int(byte) - 48 } : nil
            }
        }
        func stands(_ mark: Character, at place: Int) -> Bool {
            place < bytes.count && Character(UnicodeScalar(bytes[place])).uppercased() == String(mark)
        }
        guard let year = number(0..<4), stands("-", at: 4), let month = number(5..<7), stands("-", at: 7),
            let day = number(8..<10), stands("T", at: 10), let hour = number(11..<13), stands(":", at: 13),
            let minute = number(14..<16), stands(":", at: 16), let second = number(17..<19),
            1...12 ~= month, 1...Self.days(of: month, in: year) ~= day, hour < 24, minute < 60, second < 61
        else { return nil }
        var rest = 19
        if stands(".", at: rest) {
            rest += 1
            guard number(rest..<(rest + 1)) != nil else { return nil }
            while number(rest..<(rest + 1)) != nil { rest += 1 }
        }
        var offsetMinutes = 0
        if stands("Z", at: rest) {
            rest += 1
        } else {
            let sign = stands("+", at: rest) ? 1 : stands("-", at: rest) ? -1 : 0
            guard sign != 0, let hours = number((rest + 1)..<(rest + 3)), stands(":", at: rest + 3),
                let minutes = number((rest + 4)..<(rest + 6)), hours < 24, minutes < 60
            else { return nil }
            offsetMinutes = sign * (hours * 60 + minutes)
            rest += 6
        }
        guard rest == bytes.count else { return nil }
        let minutes = (Self.daysBefore(year, month, day) * 24 + hour) * 60 + minute - offsetMinutes
        secondsSince1970 = minutes * 60 + second
    }

    /// In UTC.
    public var description: String {
        let inDay = ((secondsSince1970 % 86_400) + 86_400) % 86_400
        var day = (secondsSince1970 - inDay) / 86_400
        var year = 1970 + day / 366
        while Self.daysBefore(year + 1, 1, 1) <= day { year += 1 }
        while Self.daysBefore(year, 1, 1) > day { year -= 1 }
        day -= Self.daysBefore(year, 1, 1)
        var month = 1
        while day >= Self.days(of: month, in: year) {
            day -= Self.days(of: month, in: year)
            month += 1
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let clock = [inDay / 3_600, inDay / 60 % 60, inDay % 60].map(two).joined(separator: ":")
        return "\(year)-\(two(month))-\(two(day + 1))T\(clock)Z"
    }

    private static func days(of month: Int, in year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    /// Days from 1 January 1970.
    private static func daysBefore(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let years = year - 1
        let leaps = years / 4 - years / 100 + years / 400 - (1969 / 4 - 1969 / 100 + 1969 / 400)
        return (year - 1970) * 365 + leaps + (1..<month).reduce(0) { $0 + days(of: $1, in: year) } + day - 1
    }
}
