/// What a text has in common with others, and so which dictionary it is compressed with.
enum TextKind {
    /// Answers, and the data of events.
    case answer
    /// What an order asks for, and what a label shows.
    case document
}

/// Compresses texts of one answer's size with Zstandard (Collet and Kucherawy 2021, RFC 8878) and a dictionary: some
/// microseconds for a text, where deflate takes fifteen and saves less.
///
/// Used from one thread at a time.
final class TextCompression {
    /// A frame that says it holds more is damaged: no answer is longer than a line.
    private static let textBytesMax = 1 << 24

    private let answers: ZstdCoder
    private lazy var documents = ZstdCoder(dictionary: TextDictionary.forDocuments, numbers: .documents)
    private lazy var inflate = Inflate()

    init(dictionary: [UInt8] = TextDictionary.forZstd) {
        answers = ZstdCoder(dictionary: dictionary, numbers: .answers)
    }

    /// - Returns: a number, which names the dictionary, and what is left of a frame; nil where the text is too long.
    func compress(_ text: UnsafeBufferPointer<UInt8>, as kind: TextKind) -> [UInt8]? {
        guard text.count < Self.textBytesMax else { return nil }
        return switch kind {
        case .answer: answers.compress(text)
        case .document: documents.compress(text)
        }
    }

    /// - Returns: nil where the bytes are not what ``compress(_:as:)`` made, or an earlier version.
    func expand(_ bytes: [UInt8]) -> [UInt8]? {
        if bytes.first == TextDictionary.deflateNumber { return expandDeflated(bytes) }
        let coder = answers.knows(bytes) ? answers : documents
        return coder.expand(bytes, textBytesMax: Self.textBytesMax)
    }

    /// The dictionary's number in one byte, the text's length in three, low byte first, then what was deflated.
    private func expandDeflated(_ bytes: [UInt8]) -> [UInt8]? {
        let headBytes = 4
        guard bytes.count > headBytes else { return nil }
        let size = bytes[1..<headBytes].reversed().reduce(0) { $0 << 8 | Int($1) }
        return inflate.expand(bytes.dropFirst(headBytes), size: size)
    }
}
