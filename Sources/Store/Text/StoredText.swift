import Domain
import JSON
import Synchronization

/// A text as a column of type ANY keeps it: as it is where it is short, compressed where that saves room.
public struct StoredText: SQLBindable, Sendable, Equatable {
    /// Shorter texts would save less room than compressing them costs time.
    static let compressedFromBytes = 48
    /// For the threads that have no connection.
    private static let compression = Mutex(TextCompression())

    public let sqlValue: SQLValue

    /// Compresses a document on whichever thread has it, to the bytes that a connection makes of it: it has the same
    /// dictionary and level. Any connection reads them.
    public init(document text: String) {
        self = Self.compression.withLock { compression in StoredText(text, as: .document, by: compression) }
    }

    init(_ text: String, as kind: TextKind = .answer, by compression: TextCompression) {
        var text = text
        let compressed: [UInt8]? = text.withUTF8 { bytes in
            guard bytes.count >= Self.compressedFromBytes else { return nil }
            return compression.compress(bytes, as: kind)
        }
        if let compressed, compressed.count < text.utf8.count {
            sqlValue = .blob(compressed)
        } else {
            sqlValue = .text(text)
        }
    }

    /// The text in such bytes; nil where they are damaged.
    static func text(in bytes: [UInt8], by compression: TextCompression) -> String? {
        guard let text = compression.expand(bytes) else { return nil }
        return String(validating: text, as: UTF8.self)
    }
}

extension Columns {
    /// A text that was bound as a ``StoredText``.
    mutating func storedText(by compression: TextCompression) throws(Refusal) -> String {
        guard holdsBytesNext else { return try text() }
        guard let text = StoredText.text(in: try blob(), by: compression) else {
            throw unreadable("damaged bytes")
        }
        return text
    }

    /// The JSON object whose text was bound as a ``StoredText``.
    mutating func storedObject(by compression: TextCompression) throws(Refusal) -> JSONObject {
        guard let object = try storedJSON(by: compression).object else { throw unreadable("no JSON object") }
        return object
    }

    /// The JSON whose text was bound as a ``StoredText``.
    mutating func storedJSON(by compression: TextCompression) throws(Refusal) -> JSONValue {
        let text = try storedText(by: compression)
        guard let value = try? JSONValue(parsing: text) else { throw unreadable("no JSON") }
        return value
    }
}
