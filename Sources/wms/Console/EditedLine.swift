/// A line that is being typed, and where the cursor stands in it.
struct EditedLine: Equatable {
    private(set) var characters: [Character] = []
    /// How many characters stand before it.
    private(set) var cursor = 0
    /// What was erased last, to be inserted again.
    private var erased = ""

    init(_ text: String = "") { replace(with: text) }

    var text: String { String(characters) }
    var textBeforeCursor: String { String(characters[..<cursor]) }
    var isCursorAtEnd: Bool { cursor == characters.count }

    mutating func replace(with text: String) {
        characters = Array(text)
        cursor = characters.count
    }

    /// Inserts what may join with the character before it, as an accent does.
    mutating func insert(_ text: String) {
        let before = textBeforeCursor + text
        characters = Array(before + String(characters[cursor...]))
        cursor = min(Array(before).count, characters.count)
    }

    /// Puts a text where characters from `start` to the cursor stood.
    mutating func replace(from start: Int, with text: String) {
        characters.removeSubrange(start..<cursor)
        cursor = start
        insert(text)
    }

    mutating func move(by count: Int) { cursor = min(max(0, cursor + count), characters.count) }
    mutating func moveToStart() { cursor = 0 }
    mutating func moveToEnd() { cursor = characters.count }
    mutating func moveWordLeft() { cursor = wordStart }
    mutating func moveWordRight() { cursor = wordEnd }

    mutating func eraseBackwards() { if cursor > 0 { remove(cursor - 1..<cursor) } }
    mutating func eraseForwards() { if !isCursorAtEnd { remove(cursor..<cursor + 1) } }
    mutating func eraseWordLeft() { cut(wordStart..<cursor) }
    mutating func eraseWordRight() { cut(cursor..<wordEnd) }
    mutating func eraseToStart() { cut(0..<cursor) }
    mutating func eraseToEnd() { cut(cursor..<characters.count) }
    mutating func reinsert() { insert(erased) }

    private mutating func cut(_ range: Range<Int>) {
        if range.isEmpty { return }
        erased = String(characters[range])
        remove(range)
    }

    private mutating func remove(_ range: Range<Int>) {
        characters.removeSubrange(range)
        cursor = range.lowerBound
    }

    /// Words are letters and digits, so that `order.items.0.sku=` is erased part by part.
    private func isWord(_ index: Int) -> Bool { characters[index].isLetter || characters[index].isNumber }

    private var wordStart: Int {
        var index = cursor
        while index > 0, !isWord(index - 1) { index -= 1 }
        while index > 0, isWord(index - 1) { index -= 1 }
        return index
    }

    private var wordEnd: Int {
        var index = cursor
        while index < characters.count, !isWord(index) { index += 1 }
        while index < characters.count, isWord(index) { index += 1 }
        return index
    }
}
