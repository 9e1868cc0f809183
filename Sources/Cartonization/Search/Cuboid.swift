/// A box-shaped region between two corners, in millimetres from the inner corner of a box.
struct Cuboid: Hashable {
    /// The corner nearest the origin, and the one opposite.
    var low, high: Lengths

    @inline(__always)
    init(low: Lengths, high: Lengths) {
        self.low = low
        self.high = high
    }

    @inline(__always)
    init(x0: Int32, y0: Int32, z0: Int32, x1: Int32, y1: Int32, z1: Int32) {
        low = Lengths(x0, y0, z0)
        high = Lengths(x1, y1, z1)
    }

    @inline(__always)
    var x0: Int32 { low.x }
    @inline(__always)
    var y0: Int32 { low.y }
    @inline(__always)
    var z0: Int32 { low.z }
    @inline(__always)
    var x1: Int32 { high.x }
    @inline(__always)
    var y1: Int32 { high.y }
    @inline(__always)
    var z1: Int32 { high.z }

    @inline(__always)
    var edges: Lengths { high - low }

    @inline(__always)
    var volume: Int64 { Int64(x1 &- x0) &* Int64(y1 &- y0) &* Int64(z1 &- z0) }

    /// Whether the two share volume; touching faces do not count.
    @inline(__always)
    func intersects(_ other: Cuboid) -> Bool {
        low.longerByOne.areWithin(other.high) && other.low.longerByOne.areWithin(high)
    }

    /// Whether the two share volume, or a part of a face, an edge or a corner.
    @inline(__always)
    func touches(_ other: Cuboid) -> Bool { low.areWithin(other.high) && other.low.areWithin(high) }

    @inline(__always)
    func contains(_ other: Cuboid) -> Bool { low.areWithin(other.low) && other.high.areWithin(high) }

    /// The area that both cover when seen from above.
    @inline(__always)
    func planOverlap(_ other: Cuboid) -> Int64 {
        let width = min(x1, other.x1) &- max(x0, other.x0)
        let depth = min(y1, other.y1) &- max(y0, other.y0)
        return width > 0 && depth > 0 ? Int64(width) &* Int64(depth) : 0
    }

    /// The same region between other heights.
    @inline(__always)
    func between(_ z0: Int32, and z1: Int32) -> Cuboid {
        Cuboid(x0: x0, y0: y0, z0: z0, x1: x1, y1: y1, z1: z1)
    }
}
