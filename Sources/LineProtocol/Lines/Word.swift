/// One word of a line in words: `name=value`, or a name alone.
public struct Word: Equatable, Sendable {
    public var name: String
    public var value: String?

    public init(name: String, value: String?) {
        self.name = name
        self.value = value
    }

    /// Splits a line at spaces that stand outside quotes.
    ///
    /// Between double quotes `\"` and `\\` stand for the quote and the backslash; between single quotes
    /// everything stands for itself.
    public static func split(_ text: String) throws(WordFault) -> [Word] {
        var words: [Word] = []
        var rest = Substring(text)
        while true {
            rest = rest.drop { $0.isWordSpace }
            if rest.isEmpty { return words }
            words.append(try next(from: &rest))
        }
    }

    private static func next(from rest: inout Substring) throws(WordFault) -> Word {
        var word = Word(name: "", value: nil)
        while let character = rest.first, !character.isWordSpace {
            rest.removeFirst()
            if character == "\"" || character == "'" {
                try word.append(quoted(by: character, from: &rest))
            } else if character == "=", word.value == nil {
                word.value = ""
            } else {
                word.append(String(character))
            }
        }
        return word
    }

    private static func quoted(by quote: Character, from rest: inout Substring) throws(WordFault) -> String {
        var text = ""
        while let character = rest.popFirst() {
            if character == quote { return text }
            guard character == "\\", quote == "\"" else {
                text.append(character)
                continue
            }
            guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else {
                throw .unknownEscape
            }
            text.append(escaped)
        }
        throw .openQuote(quote)
    }

    private mutating func append(_ text: String) {
        if value == nil { name += text } else { value? += text }
    }
}

/// Why a line cannot be split into words.
public enum WordFault: Error, Equatable, Sendable {
    case openQuote(Character)
    case unknownEscape
}

extension WordFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .openQuote(let quote): "the quote \(quote) is not closed"
        case .unknownEscape: #"between double quotes, only \" and \\ may follow a backslash"#
        }
    }
}

extension Character {
    var isWordSpace: Bool {
        self == " " || self == "\t" || self == "\r" || self == "\r\n" || self == "\n"
    }
}
