internal import Common

/// What a barcode holds, as libzint wants it and as people read it.
struct SymbolValue: Equatable, Sendable {
    let encoded: String
    /// The parts that stand below the bars; a part is not broken over two lines.
    let readable: [String]
    /// Empty where the symbology holds plain text.
    var elements: [ElementString] = []

    /// The value of a barcode with the data filled in and checked.
    ///
    /// - Parameter known: Set to the value as soon as it is known, so that a refusal can name it.
    init(_ content: BarcodeContent, _ data: DataScope, known: inout String) throws(ElementRefusal.Reason) {
        switch content.value {
        case .text(let text):
            known = try data.fillExactly(text)
            try self.init(plain: known, content.symbology)
        case .elementStrings(let pairs):
            var values: [(ai: String, value: String)] = []
            for pair in pairs {
                known += "(\(pair.ai))"
                let value = try data.fillExactly(pair.value)
                known += value
                if value.isEmpty { throw .emptyValue }
                values.append((pair.ai, value))
            }
            try self.init(values, content)
        }
    }

    private init(plain value: String, _ symbology: Symbology) throws(ElementRefusal.Reason) {
        guard PrintableText.isVisible(value) else { throw .emptyValue }
        switch symbology {
        case .code128: try Self.checkASCII(value)
        case .ean13: try Self.checkDigits(value, count: 13)
        case .itf14: try Self.checkDigits(value, count: 14)
        default: break
        }
        // libzint adds the check digit of ITF-14 itself, and accepts no number that has one.
        encoded = symbology == .itf14 ? String(value.dropLast()) : value
        readable = [value]
    }

    /// libzint 2.11 encodes some runs of Latin-1 letters as others, and few scanners read any as they were written.
    private static func checkASCII(_ value: String) throws(ElementRefusal.Reason) {
        guard let other = value.unicodeScalars.first(where: { !(0x20..<0x7F).contains($0.value) }) else {
            return
        }
        throw .notEncodable("it holds printable ASCII, and \(PrintableText.code(other)) is none")
    }

    private static func checkDigits(_ value: String, count: Int) throws(ElementRefusal.Reason) {
        guard value.isDigits, value.utf8.count == count else {
            throw .notEncodable("it must be \(count) digits, the check digit being the last")
        }
        guard CheckDigit.isRight(in: value) else {
            throw .wrongCheckDigit(
                right: CheckDigit.following(String(value.dropLast())).map(String.init) ?? "?")
        }
    }

    private init(_ values: [(ai: String, value: String)], _ content: BarcodeContent) throws(ElementRefusal
        .Reason)
    {
        do throws(GS1Fault) {
            var elements: [ElementString] = []
            for (ai, value) in values { elements.append(try ElementString(ai: ai, value: value)) }
            try GS1Rules.checkSymbol(elements, content.symbology)
            encoded =
                content.symbology == .digitalLinkQR
                ? try DigitalLink.uri(elements, domain: content.domain)
                : elements.map { "[\($0.ai)]\($0.value)" }.joined()
            readable = elements.map { "\($0.title) \($0)" }
            self.elements = elements
        } catch {
            if case .wrongCheckDigit(_, _, let right) = error { throw .wrongCheckDigit(right: String(right)) }
            throw .gs1(error.description)
        }
    }
}
