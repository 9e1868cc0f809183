/// One word of a line in words: `name=value`, or a name alone.
struct Word: Equatable {
    var name: String
    var value: String?

    /// Splits a line at spaces that stand outside quotes.
    ///
    /// Between double quotes `\"` and `\\` stand for the quote and the backslash; between single quotes
    /// everything stands for itself.
    static func split(_ text: String) throws(WordFault) -> [Word] {
        var words: [Word] = []
        var rest = Substring(text)
        while true {
            rest = rest.drop { $0.isLineSpace }
            if rest.isEmpty { return words }
            words.append(try take(from: &rest))
        }
    }

    private static func take(from rest: inout Substring) throws(WordFault) -> Word {
        var word = Word(name: "", value: nil)
        while let character = rest.first, !character.isLineSpace {
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

/// Why a line in words is no request.
enum WordFault: Error {
    case namelessMethod
    case openQuote(Character)
    case unknownEscape
    case params(ProtocolError)

    var requestFault: RequestFault {
        switch self {
        case .namelessMethod: .invalid(.none, "the method comes first, then name=value pairs")
        case .openQuote(let quote): .invalid(.none, "the quote \(quote) is not closed")
        case .unknownEscape: .invalid(.none, #"between double quotes, only \" and \\ may follow a backslash"#)
        case .params(let error): RequestFault(id: .none, error: error)
        }
    }
}

extension Character {
    fileprivate var isLineSpace: Bool {
        self == " " || self == "\t" || self == "\r" || self == "\r\n" || self == "\n"
    }
}
