import Common

/// A moment as it stands in a text of the daemon's, `2026-05-06T14:00:00.250Z` (RFC 3339), to the second.
struct UTCTime: Equatable {
    /// Since 1970, leap seconds not counted.
    let secondsSince1970: Int

    init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

    /// Reads the time at the beginning of some UTF-8 text, and removes it there.
    ///
    /// - Returns: nil where no time stands there, or where it goes on as another word.
    init?(readingFrom bytes: inout ArraySlice<UInt8>) {
        guard let moment = WrittenMoment(atStartOf: bytes) else { return nil }
        let rest = bytes.dropFirst(moment.length)
        if rest.first?.isLetterOrDigit == true { return nil }
        secondsSince1970 = moment.secondsSince1970
        bytes = rest
    }

    /// `2026-05-06 10:00:05`, so many seconds east of Greenwich.
    func text(secondsFromGMT: Int) -> String {
        let time = CalendarTime(secondsSince1970: secondsSince1970 + secondsFromGMT)
        return "\(time.day) \(time.clock)"
    }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        asciiDigit != nil || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self >= 0x80
    }
}
