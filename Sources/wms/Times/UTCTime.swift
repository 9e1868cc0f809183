import Glibc

/// A moment as the daemon writes it, `2026-05-06T14:00:00.250Z` (RFC 3339 in UTC), to the second.
struct UTCTime: Equatable {
    /// Since 1970, leap seconds not counted.
    let secondsSince1970: Int

    private static let shape = Array("0000-00-00T00:00:00".utf8)

    init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// Reads the time at the beginning of some UTF-8 text, and takes it off there.
    ///
    /// - Returns: nil where no time stands there, or where it goes on as another word.
    init?(readingFrom bytes: inout ArraySlice<UInt8>) {
        let text = bytes.prefix(Self.shape.count)
        guard text.count == Self.shape.count, zip(text, Self.shape).allSatisfy(Self.fits) else { return nil }
        var rest = bytes.dropFirst(Self.shape.count)
        if rest.first == UInt8(ascii: "."), rest.dropFirst().first?.isDigit == true {
            rest = rest.dropFirst().drop(while: \.isDigit)
        }
        guard rest.popFirst() == UInt8(ascii: "Z"), rest.first?.isLetterOrDigit != true else { return nil }
        guard let seconds = Self.seconds(Self.numbers(in: text)) else { return nil }
        secondsSince1970 = seconds
        bytes = rest
    }

    /// `2026-05-06 10:00:05`, so many seconds east of Greenwich.
    func text(secondsFromGMT: Int) -> String {
        var moment = time_t(secondsSince1970 + secondsFromGMT)
        var parts = tm()
        gmtime_r(&moment, &parts)
        let pad = { (number: Int32) in number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)-\(pad(parts.tm_mon + 1))-\(pad(parts.tm_mday))"
        return "\(date) \(pad(parts.tm_hour)):\(pad(parts.tm_min)):\(pad(parts.tm_sec))"
    }

    private static func fits(_ byte: UInt8, _ model: UInt8) -> Bool {
        model == UInt8(ascii: "0") ? byte.isDigit : byte == model
    }

    private static func numbers(in text: ArraySlice<UInt8>) -> [Int32] {
        text.split { !$0.isDigit }.map { $0.reduce(0) { $0 * 10 + Int32($1 - UInt8(ascii: "0")) } }
    }

    private static func seconds(_ numbers: [Int32]) -> Int? {
        guard numbers.count == 6, (1...12).contains(numbers[1]), (1...31).contains(numbers[2]),
            numbers[3] < 24, numbers[4] < 60, numbers[5] <= 60
        else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
        return timegm(&parts)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isLetterOrDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self >= 0x80
    }
}
