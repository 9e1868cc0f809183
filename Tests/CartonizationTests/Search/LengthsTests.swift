import Testing

@testable import Cartonization

@Suite struct LengthsTests {
    @Test(arguments: RandomOrders.seeds)
    func `three comparisons at once are three comparisons`(seed: UInt64) {
        var random = RandomOrders(seed: seed)
        func three() -> [Int32] {
            (0..<3).map { _ in Int32(random.below(4) == 0 ? random.below(3) : random.below(30_001)) }
        }
        for _ in 0..<100 {
            let (a, b) = (three(), three())
            let (one, other) = (Lengths(a[0], a[1], a[2]), Lengths(b[0], b[1], b[2]))
            #expect([one.x, one.y, one.z] == a)
            #expect(one.areWithin(other) == zip(a, b).allSatisfy { $0 <= $1 })
            let shorter = one.shorter(other)
            #expect([shorter.x, shorter.y, shorter.z] == zip(a, b).map { min($0, $1) })
            let mixed = one.replacing(with: other, along: Lengths.alongY)
            #expect([mixed.x, mixed.y, mixed.z] == [a[0], b[1], a[2]])
        }
    }
}
