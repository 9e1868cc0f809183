/// Keeps values of two writing directions apart on one line.
///
/// Without it the digits of a postcode behind an Arabic city are drawn in front of it, because numbers join the
/// run before them (Unicode Standard Annex #9, section 2.4, "Explicit Directional Isolates").
enum TextDirection {
    private static let open: Unicode.Scalar = "\u{2068}"
    private static let close: Unicode.Scalar = "\u{2069}"
    private static let leftMark: Unicode.Scalar = "\u{200E}"
    private static let rightMark: Unicode.Scalar = "\u{200F}"

    /// Marks each line of a value that has letters running from the right.
    static func isolated(_ value: String) -> String {
        guard value.unicodeScalars.contains(where: runsFromRight) else { return value }
        return value.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.unicodeScalars.contains(where: runsFromRight) ? "\(open)\(line)\(close)" : String(line)
        }.joined(separator: "\n")
    }

    /// Removes the marks from lines that do without, and aligns all lines to the side of the first: the country
    /// code below an Arabic address would else stand alone at the left.
    static func aligned(_ text: String) -> String {
        guard text.unicodeScalars.contains(open) else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { unmarked(String($0)) }
        guard let first = lines.lazy.compactMap(isFromRight).first else {
            return lines.joined(separator: "\n")
        }
        let mark = first ? rightMark : leftMark
        return lines.map { isFromRight($0) == first ? $0 : "\(mark)\(open)\($0)\(close)" }.joined(
            separator: "\n")
    }

    /// A line in one direction, or of one value, finds its own.
    private static func unmarked(_ line: String) -> String {
        let scalars = line.unicodeScalars
        let isOneValue = scalars.first == open && scalars.last == close && scalars.count { $0 == open } == 1
        let isMixed = scalars.contains { $0.properties.isAlphabetic && !runsFromRight($0) }
        return isMixed && !isOneValue ? line : plain(line)
    }

    /// The direction of a line's first letter; nil where it has none.
    private static func isFromRight(_ line: String) -> Bool? {
        line.unicodeScalars.first { $0.properties.isAlphabetic }.map(runsFromRight)
    }

    /// Without any marks, as a person wrote it.
    static func plain(_ text: String) -> String {
        let marks = [open, close, leftMark, rightMark]
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !marks.contains($0) }))
    }

    /// Letters of Hebrew, Arabic, Syriac, Thaana, N'Ko and the other scripts that run from the right.
    private static func runsFromRight(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x590 else { return false }
        return switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
            scalar.properties.isAlphabetic
        default: false
        }
    }
}
