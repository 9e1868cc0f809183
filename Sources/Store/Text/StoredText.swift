import Domain

/// A text as a column of type ANY keeps it: as it is where it is short, deflated where that saves room.
///
/// Deflated bytes follow the dictionary's number in one byte and the text's length in three, low byte first.
struct StoredText: SQLBindable {
    /// Shorter texts would save less room than deflating them costs time.
    static let deflatedFromBytes = 64
    /// Three bytes hold no greater length.
    static let deflatedToBytes = 1 << 24 - 1
    private static let headBytes = 4

    let sqlValue: SQLValue

    init(_ text: String, by deflate: Deflate) {
        let count = text.utf8.count
        guard (Self.deflatedFromBytes...Self.deflatedToBytes).contains(count) else {
            sqlValue = .text(text)
            return
        }
        let deflated = deflate.compress(Array(text.utf8))
        guard deflated.count + Self.headBytes < count else {
            sqlValue = .text(text)
            return
        }
        let length = (0..<3).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
        sqlValue = .blob([TextDictionary.number] + length + deflated)
    }

    /// The text in such bytes; nil where they are damaged.
    static func text(in bytes: [UInt8], by deflate: Deflate) -> String? {
        guard bytes.count > headBytes, bytes[0] == TextDictionary.number else { return nil }
        let count = bytes[1..<headBytes].reversed().reduce(0) { $0 << 8 | Int($1) }
        guard let text = deflate.expand(bytes.dropFirst(headBytes), size: count) else { return nil }
        return String(validating: text, as: UTF8.self)
    }
}

extension Columns {
    /// A text that was bound as a ``StoredText``.
    ///
    /// - Parameter deflate: who reads many texts hands in one that it keeps.
    mutating func storedText(by deflate: @autoclosure () -> Deflate = Deflate()) throws(Refusal) -> String {
        guard holdsBytesNext else { return try text() }
        guard let text = StoredText.text(in: try blob(), by: deflate()) else {
            throw unreadable("damaged bytes")
        }
        return text
    }
}
