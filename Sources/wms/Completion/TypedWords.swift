/// The words of a line that is being typed, up to the cursor; the last one may be empty or unfinished.
///
/// They are split at spaces outside quotes, as the daemon splits a request in words.
struct TypedWords: Equatable {
    struct Word: Equatable {
        let text: String
        /// How many characters of the line stand before it.
        let start: Int
    }

    private(set) var words: [Word] = []

    init(_ line: String) {
        var text = ""
        var start = 0
        var quote: Character?
        for (index, character) in line.enumerated() {
            if let open = quote {
                if character == open { quote = nil }
            } else if character == " " || character == "\t" {
                if !text.isEmpty { words.append(Word(text: text, start: start)) }
                (text, start) = ("", index + 1)
                continue
            } else if character == "\"" || character == "'" {
                quote = character
            }
            text.append(character)
        }
        words.append(Word(text: text, start: start))
    }

    /// The word that is being typed.
    var last: Word { words[words.count - 1] }
}
