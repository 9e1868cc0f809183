import Domain
import Testing

@testable import Store

@Suite struct CommandTableTests {
    private let store: Store
    private var commands: CommandTable { store.commands }

    init() throws { store = try openStore() }

    private func record(_ text: String, _ id: String, of uid: Int, at now: Instant = Sample.noon) throws {
        try commands.record(StoredAnswer(fingerprint: [1, 2, 3], text: text), to: id, of: uid, at: now)
    }

    @Test func everyCallerHasItsOwnIDs() throws {
        try record("a", "c1", of: 1000)
        try record("b", "c1", of: 1001)
        #expect(try commands.answer(to: "c1", of: 1000) == StoredAnswer(fingerprint: [1, 2, 3], text: "a"))
        #expect(try commands.answer(to: "c1", of: 1001)?.text == "b")
        #expect(try commands.answer(to: "c1", of: 0) == nil)
        #expect(try commands.isKnown("c1", of: 1001))
        #expect(try !commands.isKnown("c1", of: 0))
        #expect(throws: Refusal.self) { try record("c", "c1", of: 1000) }
    }

    @Test func answersOfBeforeAreAnybodys() throws {
        try record("old", "c1", of: -1)
        try record("own", "c1", of: 1000)
        #expect(try commands.answer(to: "c1", of: 1000)?.text == "own")
        #expect(try commands.answer(to: "c1", of: 1001)?.text == "old")
    }

    @Test(arguments: [0, 1, 63, 64, 1_000, 100_000])
    func everyLengthComesBackAsItWas(_ length: Int) throws {
        let text = String((0..<length).map { Character(Unicode.Scalar(UInt8(97 + $0 * 7 % 26))) })
        try record(text, "c", of: 1)
        #expect(try commands.answer(to: "c", of: 1)?.text == text)
    }

    @Test func theOldestAreForgottenInOrder() throws {
        for (index, seconds) in [0, 10, 30, 5].enumerated() {
            try record("a", "c\(index)", of: 1, at: Sample.noon.adding(seconds: seconds))
        }
        #expect(try commands.forget(before: Sample.noon.adding(seconds: 20), limit: 1) == 1)
        #expect(try commands.forget(before: Sample.noon.adding(seconds: 20), limit: 9) == 1)
        #expect(try commands.forget(before: Sample.noon.adding(seconds: 20), limit: 9) == 0)
        #expect(try commands.isKnown("c2", of: 1))
    }
}
