import Domain
import Labels

/// A scanned or keyed code, parsed as far as the floor needs it.
struct ScanReading {
    /// The code without a scanner's symbology prefix.
    let text: String
    /// The trade item it names, as 14 digits.
    let gtin: String?
    /// The logistic unit it names, as 18 digits.
    let sscc: String?
    let lot: String?
    let expiry: Day?

    init(_ code: String) {
        let scanned = ScannedCode(code)
        text = scanned.text
        gtin = scanned.gtin
        sscc = scanned.sscc?.text ?? (try? SSCC(scanned.text))?.text
        lot = scanned["10"]
        expiry = scanned.expiry.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
    }

    /// What goods are looked up by: the text, then the trade item's number.
    var keys: [String] { [text] + (gtin.map { $0 == text ? [] : [$0] } ?? []) }
}

extension String {
    /// Without white space at either end, as scanners and fingers add it.
    var trimmed: String {
        var text = Substring(self)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
