/// Which characters can stand in a text that is printed.
///
/// Control characters end or break what a text layout sets, and those that override the writing direction print
/// a value in another order than it has (Unicode Standard Annex #9, sections 2.1 to 2.5).
public enum PrintableText {
    /// The first character that cannot be printed, as in `U+0000`; nil where all can be. A line feed begins a
    /// new line.
    ///
    /// - Complexity: linear in the text.
    public static func fault(in text: String) -> String? {
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return nil }
        return text.unicodeScalars.first(where: isUnprintable).map(code)
    }

    /// Whether anything of `text` can be seen: spaces of any width, joiners and marks of direction cannot.
    ///
    /// - Complexity: linear in the text.
    public static func isVisible(_ text: String) -> Bool {
        if text.utf8.contains(where: { (0x21..<0x7F).contains($0) }) { return true }
        return text.unicodeScalars.contains { scalar in
            !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
                && !isUnprintable(scalar) && scalar != brailleBlank
        }
    }

    /// `text` with its unprintable characters spelled out, so that an error shows them.
    static func spelled(_ text: String) -> String {
        guard fault(in: text) != nil else { return text }
        return text.unicodeScalars.reduce(into: "") { spelled, scalar in
            if isUnprintable(scalar) {
                spelled += "<\(code(scalar))>"
            } else {
                spelled.unicodeScalars.append(scalar)
            }
        }
    }

    /// A character by its number, such as `U+00E9`.
    static func code(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private static let brailleBlank: Unicode.Scalar = "\u{2800}"

    /// C0 and C1 controls but LF, separators of lines and paragraphs, overrides and isolates of direction.
    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
