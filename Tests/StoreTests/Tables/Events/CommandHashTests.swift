import Testing

@testable import Store

@Suite struct CommandHashTests {
    private let hash = CommandHash(key: 0)

    /// They are in files.
    @Test(arguments: [
        ("", -1_106_488_576), ("x", -1_106_488_456), ("c-1", -552_855_565), ("h07-800", 242_559_760),
        ("h07-812", 242_559_772), ("h07-899", 242_559_859),
    ])
    func numbersAreTheSameInEveryVersion(id: String, number: Int) {
        #expect(hash.number(of: id) == number)
    }

    @Test func idsThatCountUpLieBesideEachOther() {
        let numbers = (800..<900).map { hash.number(of: "h07-\($0)") }
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 })
    }

    /// As many as a month has, of forty devices: an answer has next to no others of its number.
    @Test func numbersAreSpread() {
        var numbers: Set<Int> = []
        for device in 0..<40 {
            for count in 1...2_500 { numbers.insert(hash.number(of: "h\(device)-4f1c09b2-\(count)")) }
        }
        #expect(numbers.count > 99_500)
        #expect(numbers.allSatisfy { Int(Int32(truncatingIfNeeded: $0)) == $0 })
    }

    @Test func anotherFileHasOtherNumbers() throws {
        let other = CommandHash(key: 1)
        let ids = (1...200).map { "h07-\($0 * 100)" }
        #expect(ids.allSatisfy { hash.number(of: $0) != other.number(of: $0) })
        let keys = Set(try (0..<5).map { _ in try openStore().meta.commandKey() })
        #expect(keys.count == 5)
    }
}
