/// A set of the places of one planning problem, as bits: uniting two costs a few operations.
public struct PlaceSet: Hashable, Sendable {
    private(set) var words: [UInt64]

    init(wordCount: Int) { words = [UInt64](repeating: 0, count: wordCount) }

    mutating func insert(_ bit: Int) { words[bit >> 6] |= 1 << UInt64(bit & 63) }
    mutating func remove(_ bit: Int) { words[bit >> 6] &= ~(1 << UInt64(bit & 63)) }

    func contains(_ bit: Int) -> Bool { words[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }

    mutating func formUnion(_ other: PlaceSet) {
        assert(words.count == other.words.count, "sets of two problems")
        for word in words.indices { words[word] |= other.words[word] }
    }

    mutating func removeAll() {
        for word in words.indices { words[word] = 0 }
    }
}
