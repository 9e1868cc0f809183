internal import Common

/// What a scanner typed: GS1 element strings, a Digital Link, or plain text.
///
///     ScannedCode("]C100106141411234567897").sscc?.text     // "106141411234567897"
///     ScannedCode("]C010D9T").elements                      // []: a plain Code 128
///
/// A symbology prefix (`]C1`, `]d2` …) decides. Without one, only text that cannot well be anything else
/// is read as GS1: with an FNC1 in it, in parentheses, or beginning with an SSCC or a GTIN whose check
/// digit is right. So the lot `10D9T` stays a lot.
public struct ScannedCode: Hashable, Sendable {
    /// As it came, prefix and all.
    public let raw: String
    /// The symbology that the scanner reported; nil where it reports none.
    public let symbology: ScannedSymbology?
    /// The content without the symbology prefix.
    public let text: String
    /// The element strings in their order; empty where the code is plain text.
    public let elements: [ElementString]
    /// Why a GS1 symbol's content was not read to its end: ``elements`` has what stands before an AI that is not
    /// known, and is empty where a rule is broken.
    public let fault: GS1Fault?

    /// Reads what a scanner typed; any text is accepted.
    ///
    /// - Complexity: linear in the text.
    public init(_ raw: String) {
        self.raw = raw
        let (symbology, text) = ScannedSymbology.split(raw)
        self.symbology = symbology
        self.text = text
        do throws(GS1Fault) {
            (elements, fault) = try Self.elements(of: text, symbology: symbology)
        } catch {
            elements = []
            fault = error
        }
    }

    /// The value of an AI (`"10"`, `"3103"`); nil where the code has none.
    public subscript(ai: String) -> String? { elements.first { $0.ai == ai }?.value }

    /// The parcel's or pallet's number; nil where the code has none.
    public var sscc: SSCC? { self["00"].flatMap { value in try? SSCC(value) } }

    /// The GTIN in fourteen digits: AI 01 or 02, or a plain EAN, UPC or ITF number whose check digit is right.
    public var gtin: String? {
        if let value = self["01"] ?? self["02"] { return value }
        return elements.isEmpty && fault == nil ? CheckDigit.tradeItem(text) : nil
    }

    /// The day of expiry, AI 17; nil where the code has none.
    public var expiry: GS1Date? { self["17"].flatMap(GS1Date.init) }

    private static func elements(of text: String, symbology: ScannedSymbology?) throws(GS1Fault)
        -> ([ElementString], GS1Fault?)
    {
        switch symbology?.carries {
        case .elementStrings: return try ElementString.parse(scan: text)
        case .gtin:
            return ([try ElementString(ai: "01", value: text.zeroPadded(to: 14))], nil)
        case .maybeLink: return (try DigitalLink.parse(text) ?? [], nil)
        case .plain: return ([], nil)
        case nil: return try guessed(text)
        }
    }

    private static func guessed(_ text: String) throws(GS1Fault) -> ([ElementString], GS1Fault?) {
        if text.utf8.contains(ElementString.groupSeparator) { return try ElementString.parse(scan: text) }
        if let typed = try ElementString.parse(bracketed: text) { return (typed, nil) }
        if let link = try DigitalLink.parse(text) { return (link, nil) }
        let head = text.utf8.prefix(2)
        let keyDigits =
            head.elementsEqual("00".utf8)
            ? 18 : head.elementsEqual("01".utf8) || head.elementsEqual("02".utf8) ? 14 : nil
        guard let keyDigits, text.utf8.count >= 2 + keyDigits,
            CheckDigit.isRight(in: String(text.dropFirst(2).prefix(keyDigits))),
            let read = try? ElementString.parse(scan: text), read.unknown == nil
        else { return ([], nil) }
        return (read.elements, nil)
    }
}
