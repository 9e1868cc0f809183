/// Searches for a way to join all pieces, two blocks at a time, to one block that fits the box: a pattern that
/// could be sawn from it by cuts from edge to edge.
///
/// After Wang, "Two algorithms for constrained two-dimensional cutting stock problems" (1983), in three
/// dimensions: blocks grow from few pieces to many, and only those with little waste are kept. Where the
/// limit on kept blocks never bites, the search is exact for such patterns.
struct BlockBuilder {
    private let tables: PackingTables
    let box: PackingTables.BoxFacts
    let boxEdges: SIMD4<Int32>
    /// Whether every piece may be turned every way.
    let isFree: Bool
    /// The lowest bit of each kind's count in ``Block/pieces``.
    private let shifts: [Int]
    let guardBits: UInt64
    let target: UInt64
    private let pieceCount: Int
    let slack: Int64

    /// What steps cost in places tried, measured. Constants, because the innermost loops add them up.
    enum Work {
        /// Ranking one candidate.
        static let perCandidate = 30
        /// Joining two blocks in every way.
        static let perJoin = 15
        /// So many pairs of blocks whose pieces are compared cost one place tried.
        static let pairsPerPlace = 4
    }

    private(set) var blocks: [Block] = []
    /// For each number of pieces, which of ``blocks`` have it.
    private var levels: [Range<Int>] = []

    /// Nil where the counts do not fit one word.
    init?(_ counts: [Int], tables: PackingTables, box: Int) {
        self.tables = tables
        self.box = tables.boxes[box]
        var shift = 0
        var shifts: [Int] = []
        var target: UInt64 = 0
        var guardBits: UInt64 = 0
        var filled: Int64 = 0
        for (kind, count) in counts.enumerated() {
            shifts.append(shift)
            if count == 0 { continue }
            let width = Int.bitWidth - count.leadingZeroBitCount + 1
            if shift + width > 64 { return nil }
            target |= UInt64(count) << UInt64(shift)
            guardBits |= 1 << UInt64(shift + width - 1)
            shift += width
            filled += Int64(count) * tables.kinds[kind].volume
        }
        (self.shifts, self.target, self.guardBits) = (shifts, target, guardBits)
        assert(target & guardBits == 0, "a count fills its guard bit")
        pieceCount = counts.reduce(0, +)
        slack = self.box.volume - filled
        isFree = (0..<tables.kindCount).allSatisfy { counts[$0] == 0 || tables.kinds[$0].isFree }
        let edges = [self.box.l, self.box.w, self.box.h]
        let ordered = isFree ? edges.sorted(by: >) : edges
        boxEdges = SIMD4(ordered[0], ordered[1], ordered[2], 0)
    }

    /// The pieces of a block that fits the box and holds all, from the first for which `accepts` gives a parcel.
    ///
    /// - Parameter width: how many blocks are kept for each number of pieces.
    /// - Complexity: pieces² × width².
    mutating func build(
        width: Int, work: inout Int, effort: Int, deadline: Deadline?, accepts: ([DraftPiece]) -> DraftParcel?
    ) -> DraftParcel? {
        blocks.removeAll(keepingCapacity: true)
        levels = [0..<0]
        addSingles()
        levels.append(0..<blocks.count)
        if pieceCount == 1 { return nil }
        var largest = 1
        // Of two parts one has at least half of the pieces.
        for size in 2...pieceCount where size <= 2 * largest {
            var candidates: [Block] = []
            for part in 1...(size / 2) {
                join(levels[part], levels[size - part], into: &candidates, work: &work)
                if work >= effort || deadline?.hasPassed == true { return nil }
            }
            if size == pieceCount {
                for candidate in candidates {
                    if let parcel = accepts(pieces(of: candidate)) { return parcel }
                }
                return nil
            }
            let start = blocks.count
            work += Work.perCandidate * candidates.count
            keepBest(of: &candidates, width: width)
            levels.append(start..<blocks.count)
            if start < blocks.count { largest = size }
        }
        return nil
    }

    private mutating func addSingles() {
        for kind in 0..<tables.kindCount where count(of: kind, in: target) > 0 {
            let facts = tables.kinds[kind]
            for index in Int(facts.turnStart)..<Int(facts.turnEnd) {
                let turn = tables.turns[index]
                var edges = SIMD4(turn.x, turn.y, turn.z, 0)
                if isFree { edges = Self.sorted(edges) }
                guard fitsBox(edges) else { continue }
                blocks.append(
                    Block(
                        pieces: 1 << UInt64(shifts[kind]), edges: edges, filled: facts.volume,
                        kind: Int32(kind)))
                if isFree { break }
            }
        }
    }

    private func count(of kind: Int, in pieces: UInt64) -> Int {
        let end = kind + 1 < shifts.count ? shifts[kind + 1] : 64
        if end == shifts[kind] || shifts[kind] == 64 { return 0 }
        let bits = pieces >> UInt64(shifts[kind])
        return Int(end == 64 ? bits : bits & ((1 << UInt64(end - shifts[kind])) - 1))
    }

    static func sorted(_ edges: SIMD4<Int32>) -> SIMD4<Int32> {
        let ordered = [edges[0], edges[1], edges[2]].sorted(by: >)
        return SIMD4(ordered[0], ordered[1], ordered[2], 0)
    }

    /// Keeps the `width` candidates with the least waste, each set of pieces and edges once.
    private mutating func keepBest(of candidates: inout [Block], width: Int) {
        var ranked = candidates.indices.map { (waste: candidates[$0].wasteShare, index: $0) }
        ranked.sort { $0.waste < $1.waste || ($0.waste == $1.waste && $0.index < $1.index) }
        var known: Set<BlockKey> = []
        for entry in ranked {
            if known.count >= width { break }
            let block = candidates[entry.index]
            let key = BlockKey(pieces: block.pieces, edges: block.edges)
            if known.insert(key).inserted { blocks.append(block) }
        }
    }

    private struct BlockKey: Hashable {
        let pieces: UInt64
        let edges: SIMD4<Int32>
    }
}
