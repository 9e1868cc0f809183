/// A word that may be a slip of another.
struct SpelledWord {
    private let letters: [Character]

    /// Nobody slips in a longer word; comparing takes as long as the product of both lengths.
    private static let lettersMax = 64

    init(_ word: String) { letters = Array(word.lowercased()) }

    /// The word that is fewest slips away, at most a third of its letters; the first of equals.
    func nearest(among words: [String]) -> String? {
        guard letters.count <= Self.lettersMax else { return nil }
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
