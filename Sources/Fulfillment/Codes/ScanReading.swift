import Labels

/// A scanned or keyed code, taken apart as far as the floor needs it.
struct ScanReading {
    /// The code without a scanner's symbology prefix.
    let text: String
    /// The trade item it names, as 14 digits.
    let gtin: String?
    /// The logistic unit it names, as 18 digits.
    let sscc: String?
    let lot: String?
    let expiry: String?

    init(_ code: String) {
        let scanned = ScannedCode(code)
        text = scanned.text
        gtin = scanned.gtin.flatMap(Self.normalizedGTIN) ?? Self.normalizedGTIN(scanned.text)
        sscc = scanned.sscc?.text ?? (try? SSCC(scanned.text))?.text
        lot = scanned["10"]
        expiry = scanned["17"]
    }

    /// A GTIN of 8, 12, 13 or 14 digits with a right check digit, filled up to 14 digits; nil for other text.
    static func normalizedGTIN(_ text: String) -> String? {
        let digits = text.utf8.map { Int($0) - 48 }
        guard [8, 12, 13, 14].contains(digits.count), digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let sum = digits.reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
        guard sum % 10 == 0 else { return nil }
        return String(repeating: "0", count: 14 - digits.count) + text
    }
}
