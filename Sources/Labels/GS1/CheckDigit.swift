/// The modulo-10 check digit of every numeric GS1 key: GTIN, SSCC, GLN, GSIN.
///
/// From the right, the digits before the check digit are weighted 3, 1, 3, 1 …; the check digit lifts
/// the sum to a multiple of ten (GS1 General Specifications, section 7.9).
enum CheckDigit {
    /// The check digit that belongs behind `digits`; nil where one of them is no ASCII digit.
    ///
    /// - Complexity: linear in the digits.
    static func following(_ digits: Substring.UTF8View) -> Int? {
        var sum = 0
        var weight = 3
        for byte in digits.reversed() {
            guard let digit = byte.asciiDigit else { return nil }
            sum += digit * weight
            weight = 4 - weight
        }
        return (10 - sum % 10) % 10
    }

    static func following(_ digits: String) -> Int? { following(Substring(digits).utf8) }

    /// Whether `digits` has two digits or more and ends with the check digit of those before it.
    static func isRight(in digits: String) -> Bool {
        guard digits.utf8.count >= 2, let last = digits.utf8.last?.asciiDigit else { return false }
        return following(digits.dropLast().utf8) == last
    }
}

extension UInt8 {
    /// 0 to 9 where this byte is an ASCII digit.
    var asciiDigit: Int? { (0x30...0x39).contains(self) ? Int(self) - 0x30 : nil }
}

extension StringProtocol {
    /// Whether this text is one ASCII digit or more and nothing else.
    var isDigits: Bool { !isEmpty && utf8.allSatisfy { $0.asciiDigit != nil } }
}
