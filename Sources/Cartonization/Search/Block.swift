/// Pieces joined face to face until they fill most of a cuboid.
///
/// A block of one piece has no parts. The edges of blocks that may be turned freely are sorted, the longest
/// first; of others they lie along length, width and height.
struct Block {
    /// How many pieces of each kind, as one number; see ``BlockBuilder``.
    var pieces: UInt64
    var edges: SIMD4<Int32>
    /// The volume of the pieces alone.
    var filled: Int64
    /// The blocks that it was joined from; -1 for a single piece.
    var first: Int32 = -1
    var second: Int32 = -1
    /// Free blocks: 3 × the edge of the first that is extended + that of the second. Others: the axis.
    var join: Int8 = 0
    var kind: Int32 = -1

    @inline(__always)
    var volume: Int64 { Int64(edges[0]) &* Int64(edges[1]) &* Int64(edges[2]) }

    /// What is empty in it, in 1/1,048,576 of its volume.
    @inline(__always)
    var wasteShare: Int64 { ((volume &- filled) << 20) / volume }
}

/// The three edges of two joined blocks, and which of them is what.
struct JoinedEdges {
    /// The added edges, and the larger of the two others each.
    let sum, long, short: Int32

    /// Joins the edge `i` of `a` to the edge `j` of `b`, both sorted. The remaining edges are matched longer
    /// to longer: the other match is never smaller.
    @inline(__always)
    init(_ a: SIMD4<Int32>, _ i: Int, _ b: SIMD4<Int32>, _ j: Int) {
        sum = a[i] &+ b[j]
        long = max(a[i == 0 ? 1 : 0], b[j == 0 ? 1 : 0])
        short = max(a[i == 2 ? 1 : 2], b[j == 2 ? 1 : 2])
    }

    /// The edges, the longest first.
    @inline(__always)
    var sorted: SIMD4<Int32> {
        // `long` is never less than `short`.
        if sum >= long { return SIMD4(sum, long, short, 0) }
        return sum >= short ? SIMD4(long, sum, short, 0) : SIMD4(long, short, sum, 0)
    }
}
