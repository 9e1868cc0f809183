/// The word that `word` was probably meant to be, if one is near enough.
///
/// Near is at most one change for every three letters, and at most three, counted as insertions, deletions,
/// substitutions and swaps of neighbours (Damerau 1964, restricted).
package func nearestWord(to word: String, among known: [String]) -> String? {
    let letters = Array(word.utf8)
    guard letters.count <= 64 else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in known {
        let distance = editDistance(letters, Array(candidate.utf8))
        let allowed = min(3, max(1, max(letters.count, candidate.utf8.count) / 3))
        if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in left.indices {
        var row = [i + 1]
        for j in right.indices {
            var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
            if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            row.append(cost)
        }
        (beforeLast, last) = (last, row)
    }
    return last[right.count]
}
