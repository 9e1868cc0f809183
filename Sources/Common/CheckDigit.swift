/// The modulo-10 check digit of every numeric GS1 key: GTIN, SSCC, GLN, GSIN.
///
/// From the right, the digits before the check digit are weighted 3, 1, 3, 1 …; the check digit lifts
/// the sum to a multiple of ten (GS1 General Specifications, section 7.9).
public enum CheckDigit {
    /// The check digit that belongs behind `digits`; nil where one of them is no ASCII digit.
    ///
    /// - Complexity: linear in the digits.
    public static func following(_ digits: Substring.UTF8View) -> Int? {
        var sum = 0
        var weight = 3
        for byte in digits.reversed() {
            guard let digit = byte.asciiDigit else { return nil }
            sum += digit * weight
            weight = 4 - weight
        }
        return (10 - sum % 10) % 10
    }

    public static func following(_ digits: String) -> Int? { following(Substring(digits).utf8) }

    /// Whether `digits` has two digits or more and ends with the check digit of those before it.
    public static func isRight(in digits: String) -> Bool {
        guard digits.utf8.count >= 2, let last = digits.utf8.last?.asciiDigit else { return false }
        return following(digits.dropLast().utf8) == last
    }

    /// A trade item's number as it is looked up: with zeros before it until it has fourteen digits; nil where
    /// `text` is no number of an EAN, UPC or ITF symbol, or its check digit is wrong.
    public static func tradeItem(_ text: String) -> String? {
        guard [8, 12, 13, 14].contains(text.utf8.count), isRight(in: text) else { return nil }
        return text.zeroPadded(to: 14)
    }
}
