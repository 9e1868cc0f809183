public import JSON

extension LabelTemplate {
    /// Refuses data with a key that the template has no field for, which is most often a slip: its value would be
    /// missed on the label and by nobody before.
    ///
    /// - Throws: ``LabelError/unknownKey(_:template:nearest:known:)``
    public func checkKeys(of data: JSONObject) throws(LabelError) {
        let known = design.topKeys
        for (key, _) in data.members where !known.contains(key) {
            throw .unknownKey(
                key, template: name, nearest: SpelledWord(key).nearest(among: known), known: known)
        }
    }
}

extension Design {
    /// The declared keys, else those that the elements use, in file order.
    fileprivate var topKeys: [String] {
        let paths = fields.map { $0.map(\.path) } ?? FieldUse.keys(of: elements)
        var keys: [String] = []
        for path in paths where !keys.contains(path.names[0]) { keys.append(path.names[0]) }
        return keys
    }
}

/// A word that may be a slip of another.
struct SpelledWord {
    private let letters: [Character]

    init(_ word: String) { letters = Array(word.lowercased()) }

    /// The word that is fewest slips away, at most a third of its letters; the first of equals.
    func nearest(among words: [String]) -> String? {
        let close = words.map { (word: $0, slips: slips(to: Array($0.lowercased()))) }
            .filter { $0.slips <= max(1, $0.word.count / 3) }
        return close.min { $0.slips < $1.slips }?.word
    }

    /// Letters lost, added, mistaken or exchanged with their neighbour (Damerau, "A technique for computer
    /// detection and correction of spelling errors", 1964).
    private func slips(to other: [Character]) -> Int {
        var rows = [Array(0...other.count)]
        for (row, letter) in letters.enumerated() {
            var next = [row + 1]
            for (column, theirs) in other.enumerated() {
                var least = min(rows[row][column] + (letter == theirs ? 0 : 1), next[column] + 1)
                least = min(least, rows[row][column + 1] + 1)
                if row > 0, column > 0, letter == other[column - 1], letters[row - 1] == theirs {
                    least = min(least, rows[row - 1][column - 1] + 1)
                }
                next.append(least)
            }
            rows.append(next)
        }
        return rows[letters.count][other.count]
    }
}
