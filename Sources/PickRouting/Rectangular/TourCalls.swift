/// The calls of one tour on a grid: at which points, and which stops are served there.
///
/// Points with a call are ranked in the order of the grid; the calls at one point are a linked list.
final class TourCalls {
    let grid: PointGrid
    let callsMax: Int
    /// A bit for every point called at.
    let words: FlatArray<UInt64>
    /// By word: how many points called at lie before it.
    private let ranks: FlatArray<Int32>
    /// By rank: the first call there, -1 for none; by call: the next one at the same point.
    private let first: FlatArray<Int32>
    private let next: FlatArray<Int32>

    init(grid: PointGrid, callsMax: Int) {
        self.grid = grid
        self.callsMax = callsMax
        words = FlatArray(repeating: 0, count: grid.wordCount)
        ranks = FlatArray(repeating: 0, count: grid.wordCount + 1)
        first = FlatArray(repeating: -1, count: callsMax + 2)
        next = FlatArray(repeating: -1, count: callsMax)
    }

    @inline(__always)
    func mark(_ bit: Int) { words[bit >> 6] |= 1 << UInt64(truncatingIfNeeded: bit & 63) }

    func clear() { words.fill(0, upTo: words.count) }

    /// Ranks the marked points; none of them has a call yet.
    ///
    /// - Complexity: O(words of the grid)
    func rankPoints() {
        var rank: Int32 = 0
        for word in 0..<words.count {
            ranks[word] = rank
            rank += Int32(truncatingIfNeeded: words[word].nonzeroBitCount)
        }
        ranks[words.count] = rank
        first.fill(-1, upTo: Int(rank))
    }

    /// Adds a call to its point, before those that it has.
    @inline(__always)
    func add(_ call: Int, at bit: Int) {
        assert(words[bit >> 6] >> UInt64(bit & 63) & 1 == 1, "the point is marked")
        let rank = rank(ofBit: bit)
        next[call] = first[rank]
        first[rank] = Int32(truncatingIfNeeded: call)
    }

    @inline(__always)
    func rank(ofBit bit: Int) -> Int {
        let below = words[bit >> 6] & (1 << UInt64(truncatingIfNeeded: bit & 63) - 1)
        return Int(ranks[bit >> 6]) + below.nonzeroBitCount
    }

    /// The rank of the first point at or after a line's beginning.
    @inline(__always)
    func firstRank(ofLine line: Int) -> Int { Int(ranks[Int(grid.firstWord[line])]) }

    /// Writes the calls at a point.
    @inline(__always)
    func visit(_ rank: Int, _ order: inout UnsafeMutablePointer<Int>) {
        var call = first[rank]
        while call >= 0 {
            order.pointee = Int(call)
            order += 1
            call = next[Int(call)]
        }
    }
}
