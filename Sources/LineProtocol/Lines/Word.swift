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
    /// everything stands for itself, and so it does in a value that is a JSON list or object.
    ///
    /// - Complexity: linear in the text.
    public static func split(_ text: String) throws(WordFault) -> [Word] {
        var words: [Word] = []
        var rest = Substring(text)
        // A bracket that is not closed is looked for once only.
        var mayHoldJSON = true
        while true {
            rest = rest.drop { $0.isWordSpace }
            if rest.isEmpty { return words }
            words.append(try next(from: &rest, &mayHoldJSON))
        }
    }

    private static func next(
        from rest: inout Substring, _ mayHoldJSON: inout Bool
    ) throws(WordFault) -> Word {
        var word = Word(name: "", value: nil)
        while let character = rest.first, !character.isWordSpace {
            rest.removeFirst()
            if character == "\"" || character == "'" {
                try word.append(quoted(by: character, from: &rest))
            } else if character == "=", word.value == nil {
                word.value = ""
                guard mayHoldJSON, rest.first == "[" || rest.first == "{" else { continue }
                if let end = endOfJSON(rest) {
                    word.value = String(rest[..<end])
                    rest = rest[end...]
                } else {
                    mayHoldJSON = false
                }
            } else {
                word.append(String(character))
            }
        }
        return word
    }

    /// Where a list or an object ends that a text begins with; nil where it is not closed.
    private static func endOfJSON(_ text: Substring) -> Substring.Index? {
        var (depth, isInText, isEscaped) = (0, false, false)
        for index in text.indices {
            let character = text[index]
            if isInText {
                if !isEscaped && character == "\"" { isInText = false }
                isEscaped = !isEscaped && character == "\\"
            } else if character == "\"" {
                isInText = true
            } else if character == "[" || character == "{" {
                depth += 1
            } else if character == "]" || character == "}" {
                depth -= 1
                if depth == 0 { return text.index(after: index) }
            }
        }
        return nil
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
