import Foundation

private let seedsAsked = ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"].flatMap(UInt64.init)

/// Seeds for property tests: few by default, as many as `WMS_TEST_SEEDS` says in a thorough run.
let seeds: Range<UInt64> = 0..<(seedsAsked ?? 6)

/// Whether no number of seeds is asked for: then a suite is to be quick, else a seed may play many games.
let isQuick = seedsAsked == nil

/// Throws of dice that come out the same for the same seed.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x2545_F491_4F6C_DD1D &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func roll(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }
    mutating func chance(oneIn count: Int) -> Bool { roll(1...count) == 1 }
}
