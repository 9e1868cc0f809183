import Common
import Testing

@Suite struct SplitMix64Tests {
    /// The first numbers of the authors' C program for the same seed.
    @Test func `a seed gives the numbers of the published generator`() {
        var random = SplitMix64(seed: 1_234_567)
        let drawn = (0..<5).map { _ in random.next() }
        #expect(
            drawn == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test(arguments: [1, 2, 3, 10, 1_000, Int(UInt32.max)])
    func `numbers stay below their bound`(bound: Int) {
        var random = SplitMix64(seed: 1)
        #expect((0..<1_000).allSatisfy { _ in (0..<bound).contains(random.next(below: bound)) })
    }

    @Test func `every number of a range comes up about as often`() {
        var random = SplitMix64(seed: 2)
        var counts: [Int: Int] = [:]
        for _ in 0..<6_000 { counts[random.next(in: -1...4), default: 0] += 1 }
        #expect(counts.keys.sorted() == [-1, 0, 1, 2, 3, 4])
        #expect(counts.values.allSatisfy { (900...1_100).contains($0) })
    }

    @Test func `a chance comes true in its share of the draws`() {
        var random = SplitMix64(seed: 3)
        #expect((700...900).contains((0..<10_000).count { _ in random.chance(percent: 8) }))
        #expect(!(0..<1_000).contains { _ in random.chance(percent: 0) })
        #expect((0..<1_000).allSatisfy { _ in random.chance(percent: 100) })
    }

    @Test func `every choice is drawn at last`() {
        var random = SplitMix64(seed: 4)
        #expect(Set((0..<100).map { _ in random.element(of: ["S", "M", "L"]) }) == ["S", "M", "L"])
    }
}
