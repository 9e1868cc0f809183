/// Looks for a way to join all pieces, two blocks at a time, to one block that fits the box: a pattern that
/// could be sawn from it by cuts from edge to edge.
///
/// After Wang, "Two algorithms for constrained two-dimensional cutting stock problems" (1983), in three
/// dimensions: blocks grow from few pieces to many, and only those with little waste are kept. Where the
/// limit on kept blocks never bites, the search is exact for such patterns.
struct BlockBuilder {
    private let tables: PackingTables
    private let box: PackingTables.BoxFacts
    private let boxEdges: SIMD4<Int32>
    /// Whether every piece may be turned every way.
    private let isFree: Bool
    /// The lowest bit of each kind's count in ``Block/pieces``.
    private let shifts: [Int]
    private let guardBits: UInt64
    private let target: UInt64
    private let pieceCount: Int
    private let slack: Int64

    /// What ranking a candidate costs in places looked at, measured.
    private static let workPerCandidate = 30

    private var blocks: [Block] = []
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
        pieceCount = counts.reduce(0, +)
        slack = self.box.volume - filled
        isFree = (0..<tables.kindCount).allSatisfy { counts[$0] == 0 || tables.kinds[$0].isFree }
        let edges = [self.box.l, self.box.w, self.box.h]
        let ordered = isFree ? edges.sorted(by: >) : edges
        boxEdges = SIMD4(ordered[0], ordered[1], ordered[2], 0)
    }

    /// The pieces of a block that fits the box and holds all, from the first that `accepts` takes.
    ///
    /// - Parameter width: how many blocks are kept for each number of pieces.
    /// - Complexity: pieces² × width².
    mutating func build(
        width: Int, work: inout Int, effort: Int, fuse: Fuse?, accepts: ([DraftPiece]) -> DraftParcel?
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
                if work >= effort || fuse?.hasBlown == true { return nil }
            }
            if size == pieceCount {
                for candidate in candidates {
                    if let parcel = accepts(pieces(of: candidate)) { return parcel }
                }
                return nil
            }
            let start = blocks.count
            work += Self.workPerCandidate * candidates.count
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
                        pieces: 1 << UInt64(shifts[kind]), edges: edges, filled: facts.volume, kind: Int32(kind)))
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

    @inline(__always)
    private func fitsBox(_ edges: SIMD4<Int32>) -> Bool {
        edges[0] <= boxEdges[0] && edges[1] <= boxEdges[1] && edges[2] <= boxEdges[2]
    }

    private func join(_ small: Range<Int>, _ large: Range<Int>, into candidates: inout [Block], work: inout Int) {
        let isSame = small == large
        let missing = target | guardBits
        blocks.withUnsafeBufferPointer { blocks in
            for first in small {
                let start = isSame ? first : large.lowerBound
                guard start < large.upperBound else { continue }
                let rest = missing &- blocks[first].pieces
                var tried = 0
                for second in start..<large.upperBound
                where (rest &- blocks[second].pieces) & guardBits == guardBits {
                    tried &+= 1
                    if isFree {
                        joinFree(blocks, first, second, into: &candidates)
                    } else {
                        joinTurned(blocks, first, second, into: &candidates)
                    }
                }
                work &+= (large.upperBound &- start) / 4 &+ 15 &* tried
            }
        }
    }

    @inline(__always)
    private func joinFree(
        _ blocks: UnsafeBufferPointer<Block>, _ first: Int, _ second: Int, into candidates: inout [Block]
    ) {
        let a = blocks[first].edges
        let b = blocks[second].edges
        let filled = blocks[first].filled &+ blocks[second].filled
        for i in 0..<3 {
            for j in 0..<3 {
                let edges = JoinedEdges(a, i, b, j).sorted
                guard fitsBox(edges) else { continue }
                consider(blocks, first, second, edges, filled, join: 3 &* i &+ j, &candidates)
            }
        }
    }

    @inline(__always)
    private func joinTurned(
        _ blocks: UnsafeBufferPointer<Block>, _ first: Int, _ second: Int, into candidates: inout [Block]
    ) {
        let a = blocks[first].edges
        let b = blocks[second].edges
        let filled = blocks[first].filled &+ blocks[second].filled
        for axis in 0..<3 {
            var edges = SIMD4(max(a[0], b[0]), max(a[1], b[1]), max(a[2], b[2]), 0)
            edges[axis] = a[axis] &+ b[axis]
            guard fitsBox(edges) else { continue }
            consider(blocks, first, second, edges, filled, join: axis, &candidates)
        }
    }

    @inline(__always)
    private func consider(
        _ blocks: UnsafeBufferPointer<Block>, _ first: Int, _ second: Int, _ edges: SIMD4<Int32>,
        _ filled: Int64, join: Int, _ candidates: inout [Block]
    ) {
        let block = Block(
            pieces: blocks[first].pieces &+ blocks[second].pieces, edges: edges, filled: filled,
            first: Int32(truncatingIfNeeded: first), second: Int32(truncatingIfNeeded: second),
            join: Int8(truncatingIfNeeded: join))
        if block.volume &- filled <= slack { candidates.append(block) }
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

extension BlockBuilder {
    /// Where each piece of a block stands when the block stands in the corner of the box.
    private func pieces(of block: Block) -> [DraftPiece] {
        var pieces: [DraftPiece] = []
        var axes = [0, 1, 2]
        if isFree {
            let order = [0, 1, 2].sorted { (-boxAxis($0), $0) < (-boxAxis($1), $1) }
            axes = order
        }
        place(block, axes: axes, at: SIMD4(0, 0, 0, 0), into: &pieces)
        return pieces
    }

    private func boxAxis(_ axis: Int) -> Int32 { axis == 0 ? box.l : axis == 1 ? box.w : box.h }

    /// - Parameter axes: along which axis of the box each edge of the block lies.
    private func place(_ block: Block, axes: [Int], at corner: SIMD4<Int32>, into pieces: inout [DraftPiece]) {
        if block.kind >= 0 {
            var end = corner
            for edge in 0..<3 { end[axes[edge]] += block.edges[edge] }
            pieces.append(
                DraftPiece(
                    kind: Int(block.kind),
                    place: Cuboid(
                        x0: corner[0], y0: corner[1], z0: corner[2], x1: end[0], y1: end[1], z1: end[2])))
            return
        }
        let first = blocks[Int(block.first)]
        let second = blocks[Int(block.second)]
        let (firstAxes, secondAxes) =
            isFree ? freeAxes(of: block, first, second, axes: axes) : (axes, axes)
        let joined = isFree ? firstAxes[Int(block.join) / 3] : Int(block.join)
        let firstEdge = isFree ? Int(block.join) / 3 : joined
        let secondEdge = isFree ? Int(block.join) % 3 : joined
        // One above the other: the broader below.
        let isFirstBelow = joined != 2 || base(first, firstAxes) >= base(second, secondAxes)
        var offset = corner
        offset[joined] += isFirstBelow ? first.edges[firstEdge] : second.edges[secondEdge]
        place(first, axes: firstAxes, at: isFirstBelow ? corner : offset, into: &pieces)
        place(second, axes: secondAxes, at: isFirstBelow ? offset : corner, into: &pieces)
    }

    private func base(_ block: Block, _ axes: [Int]) -> Int64 {
        (0..<3).reduce(1) { axes[$1] == 2 ? $0 : $0 * Int64(block.edges[$1]) }
    }

    /// The axes along which the edges of both parts lie.
    private func freeAxes(of block: Block, _ first: Block, _ second: Block, axes: [Int]) -> ([Int], [Int]) {
        let i = Int(block.join) / 3
        let j = Int(block.join) % 3
        let joined = JoinedEdges(first.edges, i, second.edges, j)
        // Where in the sorted edges the sum came to stand.
        let place = joined.sum >= joined.long ? 0 : joined.sum >= joined.short ? 1 : 2
        let others = [0, 1, 2].filter { $0 != place }.map { axes[$0] }
        func assigned(_ edge: Int) -> [Int] {
            var result = [0, 0, 0]
            result[edge] = axes[place]
            let rest = [0, 1, 2].filter { $0 != edge }
            result[rest[0]] = others[0]
            result[rest[1]] = others[1]
            return result
        }
        return (assigned(i), assigned(j))
    }
}
