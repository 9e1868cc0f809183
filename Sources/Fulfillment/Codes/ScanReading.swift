import Domain
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

    init(_ code: String) {
        let scanned = ScannedCode(code)
        text = scanned.text
        gtin = scanned.gtin
        sscc = scanned.sscc?.text ?? (try? SSCC(scanned.text))?.text
        lot = scanned["10"]
    }
}
