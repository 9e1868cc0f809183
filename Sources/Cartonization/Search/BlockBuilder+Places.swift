extension BlockBuilder {
    /// Where each piece of a block stands when the block stands in the corner of the box.
    func pieces(of block: Block) -> [DraftPiece] {
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
    private func place(_ block: Block, axes: [Int], at corner: SIMD4<Int32>, into pieces: inout [DraftPiece])
    {
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
