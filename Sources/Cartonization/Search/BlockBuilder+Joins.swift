/// All ways to join two blocks face to face that the box has room for.
extension BlockBuilder {
    @inline(__always)
    func fitsBox(_ edges: SIMD4<Int32>) -> Bool {
        edges[0] <= boxEdges[0] && edges[1] <= boxEdges[1] && edges[2] <= boxEdges[2]
    }

    func join(_ small: Range<Int>, _ large: Range<Int>, into candidates: inout [Block], work: inout Int) {
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
                work &+= (large.upperBound &- start) / Work.pairsPerPlace &+ Work.perJoin &* tried
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
        assert(block.pieces & guardBits == 0, "a count reached its guard bit")
        if block.volume &- filled <= slack { candidates.append(block) }
    }
}
