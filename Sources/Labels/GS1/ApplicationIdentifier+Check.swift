internal import Common

extension ApplicationIdentifier {
    /// Checks length, characters, check digits and dates of a value.
    ///
    /// - Parameter code: The code as written, to name it in the fault (`3103`).
    func check(_ value: String, code: String) throws(GS1Fault) {
        let bytes = Array(value.utf8)
        let least = parts.reduce(0) { $0 + $1.length.lowerBound }
        guard (least...longestValue).contains(bytes.count) else {
            throw .wrongLength(ai: code, value: value, allowed: least...longestValue)
        }
        var start = 0
        for part in parts {
            let end = min(start + part.length.upperBound, bytes.count)
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            guard part.content.holds(bytes[start..<end]) else {
                throw .wrongCharacter(ai: code, value: value)
            }
            try part.check(text, code: code)
            start = end
        }
    }
}

extension ApplicationIdentifier.Part {
    fileprivate func check(_ text: String, code: String) throws(GS1Fault) {
        if text.isEmpty, length.lowerBound == 0 { return }
        switch check {
        case .none: return
        case .modulo10:
            guard let right = CheckDigit.following(String(text.dropLast())) else { return }
            if !CheckDigit.isRight(in: text) { throw .wrongCheckDigit(ai: code, value: text, right: right) }
        case .date:
            guard GS1Date(text) != nil else { throw .noDate(ai: code, value: text) }
        case .day:
            guard GS1Date(text)?.isDayWritten == true else { throw .noDate(ai: code, value: text) }
        case .time:
            guard text.utf8.count == 4, text.prefix(2) < "24", text.suffix(2) < "60" else {
                throw .noTime(ai: code, value: text)
            }
        }
    }
}

extension ApplicationIdentifier.Part.Content {
    func holds(_ bytes: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .digits: bytes.allSatisfy { $0.asciiDigit != nil }
        case .characters: bytes.allSatisfy { Self.characterSet82.contains($0) }
        case .capitals: bytes.allSatisfy { Self.characterSet39.contains($0) }
        }
    }

    /// GS1 AI encodable character set 82 (General Specifications, figure 7.11-1).
    private static let characterSet82 = Set(
        "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz".utf8)

    /// GS1 AI encodable character set 39 (figure 7.11-2).
    private static let characterSet39 = Set("#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
}
