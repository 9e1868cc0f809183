import Common

@testable import Labels

/// Pictures of random rectangles, from a seed.
enum TestBitmaps {
    static let seeds: [UInt64] = Array(1...8)

    /// Of random size.
    static func random(_ seed: UInt64) -> Bitmap {
        var random = SplitMix64(seed: seed)
        return Self.random(
            seed, width: 1 + random.next(below: 900), height: 1 + random.next(below: 200), .d203)
    }

    static func random(_ seed: UInt64, width: Int, height: Int, _ dpi: HeadDPI) -> Bitmap {
        var random = SplitMix64(seed: seed)
        var bitmap = Bitmap(widthDots: width, heightDots: height, dpi: dpi)
        for _ in 0..<40 {
            bitmap.blacken(
                DotRect(
                    x: random.next(below: width), y: random.next(below: height),
                    width: 1 + random.next(below: width / 2 + 1),
                    height: 1 + random.next(below: height / 8 + 1)))
        }
        for _ in 0..<400 {
            bitmap.blacken(
                DotRect(x: random.next(below: width), y: random.next(below: height), width: 1, height: 1))
        }
        return bitmap
    }
}
