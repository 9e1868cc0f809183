/// An application identifier and its value, as in `(10)LOT7`.
public struct ElementString: Hashable, Sendable, CustomStringConvertible {
    /// Two to four digits, `3103` rather than `310n`.
    public let ai: String
    /// As the symbol holds it, its check digit with it.
    public let value: String

    /// - Throws: ``GS1Fault`` where the AI is unknown or the value breaks its rules.
    public init(ai: String, value: String) throws(GS1Fault) {
        guard let identifier = ApplicationIdentifier.named(ai) else { throw .unknownAI(ai) }
        try identifier.check(value, code: ai)
        self.ai = ai
        self.value = value
    }

    /// The data title that stands beside the value in print, such as `BATCH/LOT`.
    public var title: String { ApplicationIdentifier.named(ai)?.title ?? "" }

    /// As people read it: the AI in parentheses.
    public var description: String { "(\(ai))\(value)" }
}

/// Which rule of the GS1 General Specifications a value breaks.
public enum GS1Fault: Error, Hashable, Sendable {
    case unknownAI(String)
    case wrongLength(ai: String, value: String, allowed: ClosedRange<Int>)
    case wrongCharacter(ai: String, value: String)
    case wrongCheckDigit(ai: String, value: String, right: Int)
    case noDate(ai: String, value: String)
    case noTime(ai: String, value: String)
    /// The AI stands without the AIs that give it its meaning.
    case missingCompanion(ai: String, oneOf: [[String]])
    case doubled(ai: String)
    case conflict(ai: String, with: String)
    case tooLong(characters: Int, most: Int)
    case notElementStrings(String)
}

extension GS1Fault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownAI(let ai): "(\(ai)) is no application identifier known here"
        case .wrongLength(let ai, let value, let allowed):
            "the value of (\(ai)) has \(value.utf8.count) characters; it must have "
                + (allowed.count == 1
                    ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)")
        case .wrongCharacter(let ai, let value): "\"\(value)\" has a character that (\(ai)) may not hold"
        case .wrongCheckDigit(let ai, let value, let right):
            "the check digit of (\(ai)) \(value) must be \(right)"
        case .noDate(let ai, let value): "\(value) of (\(ai)) is no date YYMMDD"
        case .noTime(let ai, let value): "\(value) of (\(ai)) is no time HHMM"
        case .missingCompanion(let ai, let groups):
            "(\(ai)) needs "
                + groups.map { $0.map { "(\($0))" }.joined(separator: " with ") }.joined(separator: " or ")
                + " on the same unit"
        case .doubled(let ai): "(\(ai)) stands twice with different values"
        case .conflict(let ai, let other): "(\(ai)) may not stand beside (\(other))"
        case .tooLong(let characters, let most):
            "\(characters) characters in one symbol, and at most \(most) are allowed; split them over two"
        case .notElementStrings(let text): "\"\(text)\" is not made of GS1 element strings"
        }
    }
}
