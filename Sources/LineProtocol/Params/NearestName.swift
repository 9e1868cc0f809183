/// The name among `names` that is fewest edits away from `name`, where it is near enough to be meant.
///
/// Edits are counted after Levenshtein (1966), "Binary codes capable of correcting deletions, insertions,
/// and reversals". Of equally near names the first one wins.
/// - Complexity: O(*n* · *l*²) for *n* names of length *l*.
public func nearestName(to name: String, among names: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(WireLimits.idBytesMax))
    var best: (name: String, edits: Int)?
    for candidate in names {
        let edits = editDistance(wanted, Array(candidate.lowercased().utf8))
        if edits < best?.edits ?? Int.max { best = (candidate, edits) }
    }
    guard let best, best.edits <= max(2, wanted.count / 3) else { return nil }
    return best.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var row = Array(0...right.count)
    for (i, leftByte) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, rightByte) in right.enumerated() {
            let replaced = diagonal + (leftByte == rightByte ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
        }
    }
    return row[right.count]
}
