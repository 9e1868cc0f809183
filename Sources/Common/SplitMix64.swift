/// A seeded generator of random numbers: the same sequence from the same seed on every machine.
///
///     var random = SplitMix64(seed: 7)
///     random.next(below: 6)       // 0 to 5
///     random.next(in: 1...6)      // 1 to 6
///     ["S", "M", "L"].randomElement(using: &random)
///
/// Not for secrets: from one number all that follow can be computed.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
    @usableFromInline var state: UInt64

    @inlinable
    public init(seed: UInt64) { state = seed }

    /// - Complexity: O(1).
    @inlinable
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension SplitMix64 {
    /// A number from 0 to `bound` - 1, from the upper half of one draw: no division and no loop, for searches
    /// that draw in their inner loops. Some numbers come up more often than others by a share of at most
    /// `bound` / 2³².
    ///
    /// - Precondition: `bound` is 1 to 2³² - 1.
    @inlinable
    public mutating func next(below bound: Int) -> Int {
        assert(bound >= 1 && bound <= UInt32.max, "a bound of \(bound)")
        return Int(truncatingIfNeeded: ((next() >> 32) &* UInt64(truncatingIfNeeded: bound)) >> 32)
    }

    /// A number within `range`, both ends included.
    ///
    /// - Precondition: `range` holds at most 2³² - 1 numbers.
    @inlinable
    public mutating func next(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + next(below: range.upperBound - range.lowerBound + 1)
    }

    /// A number within `range`, its upper end left out.
    ///
    /// - Precondition: `range` is not empty and holds at most 2³² - 1 numbers.
    @inlinable
    public mutating func next(in range: Range<Int>) -> Int { range.lowerBound + next(below: range.count) }

    /// True in one of `count` draws.
    @inlinable
    public mutating func chance(oneIn count: Int) -> Bool { next(below: count) == 0 }

    /// True in `percent` of 100 draws.
    @inlinable
    public mutating func chance(percent: Int) -> Bool { next(below: 100) < percent }

    /// One of `choices`, each as likely as any other.
    ///
    /// - Precondition: `choices` is not empty.
    @inlinable
    public mutating func element<Choice>(of choices: [Choice]) -> Choice {
        choices[next(below: choices.count)]
    }
}
