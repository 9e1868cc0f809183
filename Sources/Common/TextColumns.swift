extension String {
    /// How many columns of a fixed-width font the text occupies, as terminals set it: two for a wide East Asian
    /// character or an emoji, none for a mark that stands on the one before.
    ///
    ///     "TEA".columns     // 3
    ///     "茶叶".columns     // 4
    ///
    /// - Complexity: linear in the length of the text.
    public var columns: Int { reduce(0) { $0 + $1.columns } }

    /// As much of the text as fits so many columns; `…` ends one that is cut.
    public func cut(toColumns width: Int) -> String {
        if columns <= width { return self }
        return prefix(columns: max(0, width - 1)) + (width > 0 ? "…" : "")
    }

    /// The text with spaces after it, or before it where it stands to the right, to fill `width` columns; a
    /// longer one as it is.
    public func padded(toColumns width: Int, isRight: Bool = false) -> String {
        let space = String(repeating: " ", count: max(0, width - columns))
        return isRight ? space + self : self + space
    }

    /// The text without the spaces at its end.
    public var trimmingTrailingSpaces: String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }

    /// The text on lines of at most so many columns, broken between words; a longer word is broken itself.
    public func wrapped(toColumns width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in split(separator: " ") {
            var word = String(word)
            if !line.isEmpty, line.columns + 1 + word.columns > width {
                lines.append(line)
                line = ""
            }
            while word.columns > width {
                let part = word.prefix(columns: max(2, width))
                lines.append(part)
                word = String(word.dropFirst(part.count))
            }
            line = line.isEmpty ? word : "\(line) \(word)"
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// The longest beginning that fits so many columns.
    public func prefix(columns width: Int) -> String {
        var used = 0
        return String(
            prefix { character in
                used += character.columns
                return used <= width
            })
    }
}

extension Character {
    /// 0, 1 or 2, by the Unicode Standard Annex 11, East Asian Width.
    public var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return unicodeScalars.contains(where: Self.isWide) ? 2 : 1
        }
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF,
            0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
