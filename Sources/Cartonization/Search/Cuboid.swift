/// A box-shaped region between two corners, in millimetres from the inner corner of a box.
///
/// 32 bits are enough for ``PackingLimits/edgeMM`` and halve what the search reads.
struct Cuboid: Hashable {
    var x0, y0, z0, x1, y1, z1: Int32

    @inline(__always)
    var volume: Int64 { Int64(x1 &- x0) &* Int64(y1 &- y0) &* Int64(z1 &- z0) }

    /// Whether the two share volume; touching faces do not count.
    @inline(__always)
    func intersects(_ other: Cuboid) -> Bool {
        x0 < other.x1 && other.x0 < x1 && y0 < other.y1 && other.y0 < y1 && z0 < other.z1 && other.z0 < z1
    }

    @inline(__always)
    func contains(_ other: Cuboid) -> Bool {
        x0 <= other.x0 && other.x1 <= x1 && y0 <= other.y0 && other.y1 <= y1 && z0 <= other.z0
            && other.z1 <= z1
    }

    /// The area that both cover when seen from above.
    @inline(__always)
    func planOverlap(_ other: Cuboid) -> Int64 {
        let width = min(x1, other.x1) &- max(x0, other.x0)
        let depth = min(y1, other.y1) &- max(y0, other.y0)
        return width > 0 && depth > 0 ? Int64(width) &* Int64(depth) : 0
    }
}

/// The edges of a piece as turned.
struct Turn: Hashable {
    var l, w, h: Int32
}
