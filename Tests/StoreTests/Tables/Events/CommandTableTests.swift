import Domain
import Testing

@testable import Store

@Suite struct CommandTableTests {
    private let store: Store
    private var commands: CommandTable { store.commands }

    init() throws { store = try openStore() }

    private func record(_ text: String, _ id: String, of uid: Int, at now: Instant = Sample.noon) throws {
        try commands.record(StoredAnswer(fingerprint: -7, text: text), to: id, of: uid, at: now)
    }

    @Test func everyCallerHasItsOwnIDs() throws {
        try record("a", "c1", of: 1000)
        try record("b", "c1", of: 1001)
        #expect(try commands.answer(to: "c1", of: 1000) == StoredAnswer(fingerprint: -7, text: "a"))
        #expect(try commands.answer(to: "c1", of: 1001)?.text == "b")
        #expect(try commands.answer(to: "c1", of: 0) == nil)
        #expect(try commands.isKnown("c1", of: 1001))
        #expect(try !commands.isKnown("c1", of: 0))
    }

    @Test func idsOfOneNumberAreTwo() throws {
        let hash = CommandHash(key: try store.meta.commandKey())
        #expect(hash.number(of: "c-0A") == hash.number(of: "c-17"))
        try record("a", "c-0A", of: 1000)
        #expect(try commands.answer(to: "c-17", of: 1000) == nil)
        #expect(try !commands.isKnown("c-17", of: 1000))
        try record("b", "c-17", of: 1000)
        #expect(try commands.answer(to: "c-0A", of: 1000)?.text == "a")
        #expect(try commands.answer(to: "c-17", of: 1000)?.text == "b")
    }

    /// Whatever its text, a row of the same number is passed over: here one that was put in past the table.
    @Test func anyTextMayHaveTheSameNumber() throws {
        let number = CommandHash(key: try store.meta.commandKey()).number(of: "c1")
        try store.db.execute(
            script: """
                INSERT INTO command (hash, uid, command_id, fingerprint, hour, answer)
                VALUES (\(number), 1000, 'another', 1, 0, '{}');
                """)
        #expect(try commands.answer(to: "c1", of: 1000) == nil)
        try record("own", "c1", of: 1000)
        #expect(try commands.answer(to: "c1", of: 1000)?.text == "own")
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
        func hours(_ count: Int) -> Instant { Sample.noon.adding(seconds: count * 3600) }
        for (index, hour) in [0, 10, 30, 5].enumerated() {
            try record("a", "c\(index)", of: 1, at: hours(hour))
        }
        #expect(try commands.forget(before: hours(20), limit: 1) == 1)
        #expect(try commands.forget(before: hours(20), limit: 9) == 1)
        #expect(try commands.forget(before: hours(20), limit: 9) == 0)
        #expect(try commands.isKnown("c2", of: 1))
    }

    /// It is kept with its hour, so it may stay up to an hour longer, and never goes sooner.
    @Test func anAnswerStaysUntilItsHourIsOver() throws {
        let given = Sample.noon.adding(seconds: 600)
        try record("a", "c", of: 1, at: given)
        #expect(try commands.forget(before: given.adding(seconds: 1), limit: 9) == 0)
        #expect(try commands.forget(before: Sample.noon.adding(seconds: 3599), limit: 9) == 0)
        #expect(try commands.forget(before: Sample.noon.adding(seconds: 3600), limit: 9) == 1)
    }

    /// Rows have no number of their own for ever, but age in their order.
    @Test func numbersRiseAsLongAsAnswersAreKept() throws {
        for index in 0..<5 { try record("a", "c\(index)", of: 1, at: Sample.noon.adding(seconds: index * 3600)) }
        #expect(try commands.forget(before: Sample.noon.adding(seconds: 3 * 3600), limit: 9) == 3)
        try record("b", "d", of: 1, at: Sample.noon.adding(seconds: 9 * 3600))
        #expect(try commands.forget(before: Sample.noon.adding(seconds: 5 * 3600), limit: 9) == 2)
        #expect(try commands.answer(to: "d", of: 1)?.text == "b")
    }
}
