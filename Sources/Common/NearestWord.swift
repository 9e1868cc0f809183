/// The word among `words` that `word` was probably meant to be; nil where none is near enough.
///
///     nearestWord(to: "oder_id", among: ["order_id", "qty"])     // "order_id"
///     nearestWord(to: "qyt", among: ["order_id", "qty"])         // "qty"
///     nearestWord(to: "weight", among: ["order_id", "qty"])      // nil
///
/// Near is one edit for every three letters of the longer word, at least one edit and at most three. Capital
/// and small letters count as the same; of equally near words the first wins.
///
/// - Complexity: O(*n* · *l*²) for *n* words of *l* letters. Words longer than anyone mistypes are near to
///   nothing, so that a long line of input costs no time.
public func nearestWord(to word: String, among words: some Sequence<String>) -> String? {
    guard word.utf8.count <= lettersMax * 4 else { return nil }
    let letters = Letters(word.lowercased().unicodeScalars)
    guard letters.count <= lettersMax else { return nil }
    var best: (edits: Int, word: String)?
    for candidate in words {
        let others = Letters(candidate.lowercased().unicodeScalars)
        let longer = max(letters.count, others.count)
        let allowed = min(editsMax, max(1, longer / lettersPerEdit))
        guard longer - min(letters.count, others.count) <= allowed else { continue }
        let edits = editDistance(letters, others)
        if edits <= allowed, edits < best?.edits ?? .max { best = (edits, candidate) }
    }
    return best?.word
}

private typealias Letters = [Unicode.Scalar]

/// Longer words are not compared.
private let lettersMax = 64
/// More edits than these make another word of any word.
private let editsMax = 3
/// So many letters may have one edit among them.
private let lettersPerEdit = 3

/// How many letters are inserted, deleted, replaced or exchanged with their neighbour to make one word of the
/// other, no letter edited twice.
///
/// Source: F. J. Damerau, "A technique for computer detection and correction of spelling errors", 1964.
private func editDistance(_ left: Letters, _ right: Letters) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
        var row = [i + 1]
        row.reserveCapacity(right.count + 1)
        for j in right.indices {
            var edits = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                edits = min(edits, beforeLast[j - 1] + 1)
            }
            row.append(edits)
        }
        (beforeLast, last) = (last, row)
    }
    return last[right.count]
}
