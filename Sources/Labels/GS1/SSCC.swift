internal import Common

/// A serial shipping container code: the number of one parcel or pallet, never used twice.
///
///     let sscc = try SSCC(extensionDigit: 1, companyPrefix: "0614141", serial: 123456789)
///     print(sscc)          // 106141411234567897
///
/// Eighteen digits: the extension digit, the GS1 company prefix, the serial filled with zeros to
/// seventeen digits, and the check digit (GS1 General Specifications, section 2.2.1).
public struct SSCC: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The eighteen digits.
    public let text: String

    static let digitCount = 18
    /// GS1 gives out company prefixes of four to twelve digits.
    static let prefixDigits = 4...12

    /// - Parameters:
    ///   - extensionDigit: 0 to 9, free for the company to widen its range of serials.
    ///   - companyPrefix: The GS1 company prefix, 4 to 12 digits.
    ///   - serial: The serial reference, from 0; it has as many digits as the prefix leaves of sixteen.
    /// - Throws: ``LabelError/badSSCC(text:reason:)``, also when the serial has outgrown its digits.
    public init(extensionDigit: Int, companyPrefix: String, serial: Int) throws(LabelError) {
        guard (0...9).contains(extensionDigit) else {
            throw .badSSCC(text: String(extensionDigit), reason: "the extension digit must be 0 to 9")
        }
        guard companyPrefix.isDigits, Self.prefixDigits.contains(companyPrefix.utf8.count) else {
            throw .badSSCC(
                text: companyPrefix,
                reason: "the GS1 company prefix must have 4 to 12 digits and nothing else")
        }
        let serialDigits = Self.digitCount - 2 - companyPrefix.utf8.count
        let digits = String(serial)
        guard serial >= 0, digits.utf8.count <= serialDigits else {
            throw .badSSCC(
                text: digits,
                reason: "behind the company prefix \(companyPrefix) a serial has \(serialDigits) digits; "
                    + "use the next extension digit")
        }
        let zeros = String(repeating: "0", count: serialDigits - digits.utf8.count)
        try self.init(key: "\(extensionDigit)\(companyPrefix)\(zeros)\(digits)")
    }

    /// Reads the eighteen digits, without an AI in front.
    ///
    /// - Throws: ``LabelError/badSSCC(text:reason:)`` for another length, other characters or a wrong check digit.
    public init(_ text: String) throws(LabelError) {
        guard text.isDigits, text.utf8.count == Self.digitCount else {
            throw .badSSCC(text: text, reason: "an SSCC is 18 digits and nothing else")
        }
        try self.init(key: String(text.dropLast()))
        guard self.text == text else {
            throw .badSSCC(
                text: text, reason: "the check digit must be \(self.text.suffix(1)), not \(text.suffix(1))")
        }
    }

    private init(key: String) throws(LabelError) {
        guard let check = CheckDigit.following(key) else {
            throw .badSSCC(text: key, reason: "an SSCC is 18 digits and nothing else")
        }
        text = key + String(check)
    }

    public var description: String { text }

    /// By their digits, which is by serial within one extension digit and company prefix.
    public static func < (left: SSCC, right: SSCC) -> Bool { left.text < right.text }
}
