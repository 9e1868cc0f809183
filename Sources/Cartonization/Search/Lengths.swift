/// Three lengths side by side in one word: the edges of a piece as turned, or the corner of a cuboid.
///
/// Each has 20 bits below a guard bit that is clear. Subtracting all three at once from lengths whose guard
/// bits are set leaves a guard bit standing exactly where nothing had to be borrowed: one subtraction
/// compares three pairs.
struct Lengths: Hashable {
    var bits: UInt64

    /// Longer than every edge that is ever compared, and so short that differences stay in their lanes.
    static let endless = Lengths(1 << 18, 1 << 18, 1 << 18)

    static let guards: UInt64 = 1 << 20 | 1 << 41 | 1 << 62
    private static let ones: UInt64 = 1 | 1 << 21 | 1 << 42

    @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    @inline(__always)
    init(_ x: Int32, _ y: Int32, _ z: Int32) {
        assert([x, y, z].allSatisfy { 0..<1 << 20 ~= $0 }, "(\(x), \(y), \(z)) needs more than 20 bits")
        bits =
            UInt64(truncatingIfNeeded: x) | UInt64(truncatingIfNeeded: y) << 21 | UInt64(
                truncatingIfNeeded: z) << 42
    }

    @inline(__always)
    var x: Int32 { Int32(truncatingIfNeeded: bits & 0xF_FFFF) }
    @inline(__always)
    var y: Int32 { Int32(truncatingIfNeeded: bits >> 21 & 0xF_FFFF) }
    @inline(__always)
    var z: Int32 { Int32(truncatingIfNeeded: bits >> 42 & 0xF_FFFF) }

    /// Whether none of the three is longer than its counterpart.
    @inline(__always)
    func areWithin(_ other: Lengths) -> Bool {
        assert((bits | other.bits) & Self.guards == 0, "a guard bit is set")
        return ((other.bits | Self.guards) &- bits) & Self.guards == Self.guards
    }

    /// Each longer by one.
    @inline(__always)
    var longerByOne: Lengths { Lengths(bits: bits &+ Self.ones) }

    /// The lengths added; the sums must stay below 2²⁰.
    @inline(__always)
    static func + (left: Lengths, right: Lengths) -> Lengths {
        let sum = Lengths(bits: left.bits &+ right.bits)
        assert(sum.bits & guards == 0, "a sum needs more than 20 bits")
        return sum
    }

    /// The differences, where none is negative.
    @inline(__always)
    static func - (left: Lengths, right: Lengths) -> Lengths {
        assert(right.areWithin(left), "a difference below 0")
        return Lengths(bits: left.bits &- right.bits)
    }

    /// Each the shorter of two.
    @inline(__always)
    func shorter(_ other: Lengths) -> Lengths {
        let isWithin = ((other.bits | Self.guards) &- bits) & Self.guards
        let lanes = isWithin &- isWithin >> 20
        return Lengths(bits: bits & lanes | other.bits & ~lanes & ~Self.guards)
    }

    /// These, but along the axes of `mask` those of `other`.
    @inline(__always)
    func replacing(with other: Lengths, along mask: UInt64) -> Lengths {
        Lengths(bits: bits & ~mask | other.bits & mask)
    }

    static let alongX: UInt64 = 0xF_FFFF
    static let alongY: UInt64 = 0xF_FFFF << 21
    static let alongZ: UInt64 = 0xF_FFFF << 42
}
