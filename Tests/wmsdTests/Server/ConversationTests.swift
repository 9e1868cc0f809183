import Domain
import JSON
import LineProtocol
import Testing

@testable import wmsd

@Suite struct ConversationTests {
    @Test func answersLeaveInTheOrderOfTheRequests() throws {
        var conversation = Conversation(roles: Role.allCases) { "made" }
        #expect(submitted(conversation.take(line("order.get A"))) == [0])
        #expect(submitted(conversation.take(line("order.get B"))) == [1])
        #expect(written(conversation.answered(1, changes: false, with: .answer("2"))).isEmpty)
        let actions = conversation.answered(0, changes: false, with: .answer("1"))
        #expect(written(actions).map { $0["result"] } == [1, 2])
        #expect(conversation.isIdle)
    }

    @Test func aLookWaitsForTheChangesBeforeItAndAChangeForTheLooks() {
        var conversation = Conversation(roles: Role.allCases) { "made" }
        #expect(submitted(conversation.take(line("order.cancel A"))) == [0])
        #expect(submitted(conversation.take(line("order.cancel B"))) == [1])
        #expect(submitted(conversation.take(line("order.get A"))) == [])
        #expect(submitted(conversation.take(line("order.cancel C"))) == [])
        #expect(submitted(conversation.answered(0, changes: true, with: .answer("0"))) == [])
        #expect(submitted(conversation.answered(1, changes: true, with: .answer("1"))) == [2])
        #expect(submitted(conversation.answered(2, changes: false, with: .answer("2"))) == [3])
    }

    @Test func faultsKeepTheirPlaceInTheLine() throws {
        var conversation = Conversation(roles: Role.allCases) { "made" }
        _ = conversation.take(line("order.get A"))
        #expect(written(conversation.take(line("nonsense"))).isEmpty)
        #expect(written(conversation.take(.tooLong)).isEmpty)
        let answers = written(conversation.answered(0, changes: false, with: .answer("0")))
        #expect(answers.map { $0["error"]?["data"]?["kind"]?.string } == [nil, "unknown_method", "too_long"])
    }

    @Test func aMethodOutsideTheRolesIsRefused() {
        var conversation = Conversation(roles: [.picker]) { "made" }
        let actions = conversation.take(line("order.cancel A"))
        guard case .note(let refusal)? = actions.first else {
            Issue.record("the refusal was not noted")
            return
        }
        #expect(refusal.kind == .notAllowed)
        let answers = written(actions)
        #expect(answers.first?["error"]?["data"]?["kind"] == "not_allowed")
    }

    @Test func aChangeInWordsGetsACommandIDAndIsToldIt() throws {
        var conversation = Conversation(roles: Role.allCases) { "w-1" }
        guard case .submit(_, let slot, let commandID)? = conversation.take(line("order.cancel A")).first
        else {
            Issue.record("nothing was submitted")
            return
        }
        #expect(commandID == "w-1")
        #expect(
            written(conversation.answered(slot, changes: true, with: .answer("{}"))).first?["command_id"]
                == "w-1")
    }

    @Test func thirtyTwoMayWait() {
        var conversation = Conversation(roles: Role.allCases) { "made" }
        for index in 0..<WireLimits.unansweredMax {
            #expect(conversation.hasRoom)
            _ = conversation.take(line("order.get \(index)"))
        }
        #expect(!conversation.hasRoom)
        _ = conversation.answered(0, changes: false, with: .answer("0"))
        #expect(conversation.hasRoom)
    }

    @Test func eventsFollowTheAnswerToTheSubscription() {
        var conversation = Conversation(roles: Role.allCases) { "made" }
        _ = conversation.take(line("event.subscribe after=0"))
        let cursor = EventCursor(after: 0, types: nil)
        let actions = conversation.answered(0, changes: false, with: .subscribed(cursor, result: "{}"))
        guard case .write? = actions.first, case .follow(let followed)? = actions.last else {
            Issue.record("the answer and the cursor were expected")
            return
        }
        #expect(followed == cursor)
    }

    @Test func anAnswerThatIsNoLineIsRefused() {
        var conversation = Conversation(roles: Role.allCases) { "made" }
        _ = conversation.take(line("order.get A"))
        let huge = "\"" + String(repeating: "x", count: WireLimits.lineBytesMax) + "\""
        let answers = written(conversation.answered(0, changes: false, with: .answer(huge)))
        #expect(answers.first?["error"]?["data"]?["kind"] == "too_long")
    }

    private func line(_ text: String) -> LineFramer.Frame { .line(Array(text.utf8)) }

    private func submitted(_ actions: [Conversation.Action]) -> [Int] {
        actions.compactMap { if case .submit(_, let slot, _) = $0 { slot } else { nil } }
    }

    private func written(_ actions: [Conversation.Action]) -> [JSONValue] {
        actions.compactMap { if case .write(let line) = $0 { try? JSONValue(parsing: line) } else { nil } }
    }
}
