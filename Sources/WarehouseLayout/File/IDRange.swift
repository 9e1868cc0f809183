internal import Common

/// An id, or a range of them: `A..J`, `01..40`, `PACK-1..2`, `Y..AB`.
struct IDRange {
    let ids: [String]
    let mark: TextMark

    /// How the ids of a kind are written.
    enum Form {
        /// Letters and digits, at most 8: parts of an address, which `-` divides.
        case plain
        /// With `-` too, at most 16.
        case dashed

        var lengthMax: Int { self == .plain ? 8 : 16 }
        var name: String { self == .plain ? "A to Z and 0 to 9" : "A to Z, 0 to 9 and -" }

        func allows(_ id: String) -> Bool {
            (1...lengthMax).contains(id.utf8.count)
                && id.utf8.allSatisfy {
                    isLetter($0) || isDigit($0) || (self == .dashed && $0 == UInt8(ascii: "-"))
                }
        }
    }

    /// Reads the ids, or notes what is wrong with them.
    init?(_ word: Word, _ form: Form, _ faults: FaultList) {
        mark = word.mark
        let text = upperCased(word.text)
        let ends = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if ends.count == 3, ends[1].isEmpty {
            guard let ids = Self.expand(from: ends[0], to: ends[2], word, faults) else { return nil }
            self.ids = ids
        } else {
            ids = [text]
        }
        if let bad = ids.first(where: { !form.allows($0) }) {
            faults.add(mark, "\"\(bad)\" is no id: use 1 to \(form.lengthMax) of \(form.name)")
            return nil
        }
    }

    private static func expand(from first: String, to last: String, _ word: Word, _ faults: FaultList)
        -> [String]?
    {
        let isNumeric = isDigit(last.utf8.last ?? 0)
        let firstPart = counter(of: first, isNumeric)
        let lastPart = counter(of: last, isNumeric)
        let prefix = String(first.dropLast(firstPart.count))
        let lastPrefix = String(last.dropLast(lastPart.count))
        guard let low = rank(firstPart, isNumeric), let high = rank(lastPart, isNumeric),
            lastPrefix.isEmpty || lastPrefix == prefix
        else {
            faults.add(word.mark, "\"\(word.text)\" is no range: write A..J, 01..40 or PACK-1..4")
            return nil
        }
        if low > high {
            faults.add(
                word.mark, "the range \(word.text) runs backwards: write \(prefix)\(lastPart)..\(firstPart)")
            return nil
        }
        if high - low >= LayoutLimits.rangeMax {
            faults.add(word.mark, "the range \(word.text) has more than \(LayoutLimits.rangeMax) ids")
            return nil
        }
        return (low...high).map { prefix + spelled($0, isNumeric, width: firstPart.count) }
    }

    /// The digits or letters at the end of an id.
    private static func counter(of id: String, _ isNumeric: Bool) -> String {
        let bytes = Array(id.utf8)
        var start = bytes.count
        while start > 0, isNumeric ? isDigit(bytes[start - 1]) : isLetter(bytes[start - 1]) { start -= 1 }
        return String(decoding: bytes[start...], as: UTF8.self)
    }

    /// The number that a counter stands for: digits as they are, letters A = 1, …, Z = 26, AA = 27.
    private static func rank(_ part: String, _ isNumeric: Bool) -> Int? {
        guard (1...8).contains(part.utf8.count) else { return nil }
        return isNumeric ? Int(part) : part.utf8.reduce(0) { $0 * 26 + Int($1 - UInt8(ascii: "A")) + 1 }
    }

    private static func spelled(_ rank: Int, _ isNumeric: Bool, width: Int) -> String {
        isNumeric ? rank.zeroPadded(to: width) : letters(rank)
    }
}

private func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
