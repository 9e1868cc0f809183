import Common

extension String {
    /// The text as it may be sent to a terminal: a character that would steer it, or turn round the order of a
    /// line, is spelled out as in JSON. Line breaks and tabs stay.
    ///
    ///     "TEA\u{1B}[2J".terminalSafe     // TEA\u001b[2J
    ///
    /// A line of JSON stays the same JSON.
    /// - Complexity: linear in the length of the text.
    var terminalSafe: String { escaping { $0.steersTerminal && $0 != "\n" && $0 != "\t" } }

    /// The text as it may stand in a row or a cell: its line breaks and tabs are spelled out too.
    ///
    ///     "Green\ntea".terminalSafeLine     // Green\ntea, in one line
    var terminalSafeLine: String { escaping(\.steersTerminal) }

    /// A line break of two characters is written as one.
    private func escaping(_ isEscaped: (Unicode.Scalar) -> Bool) -> String {
        guard unicodeScalars.contains(where: isEscaped) else { return self }
        var safe = String.UnicodeScalarView()
        let scalars = Array(replacing("\r\n", with: "\n").unicodeScalars)
        for scalar in scalars {
            if isEscaped(scalar) { safe += scalar.spelledOut.unicodeScalars } else { safe.append(scalar) }
        }
        return String(safe)
    }
}

extension Unicode.Scalar {
    /// True for control characters (C0, DEL and C1), for line separators, and for the marks of the bidirectional
    /// algorithm (Unicode Standard Annex 9) that reorder what stands behind them.
    fileprivate var steersTerminal: Bool {
        switch value {
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// `\n`, `\t`, `\r` or `\u001b`.
    fileprivate var spelledOut: String {
        switch self {
        case "\n": return #"\n"#
        case "\t": return #"\t"#
        case "\r": return #"\r"#
        default: return #"\u"# + String(value, radix: 16).zeroPadded(to: 4)
        }
    }
}
