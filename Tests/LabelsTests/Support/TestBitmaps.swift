@testable import Labels

/// Pictures of random rectangles, from a seed.
enum TestBitmaps {
    static let seeds: [UInt64] = Array(1...8)

    /// Of random size.
    static func random(_ seed: UInt64) -> Bitmap {
        var random = SeededNumbers(seed: seed)
        return Self.random(seed, width: 1 + random.below(900), height: 1 + random.below(200), .d203)
    }

    static func random(_ seed: UInt64, width: Int, height: Int, _ dpi: HeadDPI) -> Bitmap {
        var random = SeededNumbers(seed: seed)
        var bitmap = Bitmap(widthDots: width, heightDots: height, dpi: dpi)
        for _ in 0..<40 {
            bitmap.blacken(
                DotRect(
                    x: random.below(width), y: random.below(height), width: 1 + random.below(width / 2 + 1),
                    height: 1 + random.below(height / 8 + 1)))
        }
        for _ in 0..<400 {
            bitmap.blacken(DotRect(x: random.below(width), y: random.below(height), width: 1, height: 1))
        }
        return bitmap
    }
}

/// SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }
}
