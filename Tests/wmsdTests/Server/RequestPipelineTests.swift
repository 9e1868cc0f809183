import Domain
import JSON
import LineProtocol
import Testing

@testable import wmsd

@Suite struct RequestPipelineTests {
    @Test func answersLeaveInTheOrderOfTheRequests() throws {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        #expect(submitted(pipeline.receive(line("order.get A"))) == [0])
        #expect(submitted(pipeline.receive(line("order.get B"))) == [1])
        #expect(written(pipeline.answered(1, changes: false, with: .answer("2"))).isEmpty)
        let actions = pipeline.answered(0, changes: false, with: .answer("1"))
        #expect(written(actions).map { $0["result"] } == [1, 2])
        #expect(pipeline.isIdle)
    }

    @Test func aReadWaitsForTheChangesBeforeItAndAChangeForTheReads() {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        #expect(submitted(pipeline.receive(line("order.cancel A"))) == [0])
        #expect(submitted(pipeline.receive(line("order.cancel B"))) == [1])
        #expect(submitted(pipeline.receive(line("order.get A"))) == [])
        #expect(submitted(pipeline.receive(line("order.cancel C"))) == [])
        #expect(submitted(pipeline.answered(0, changes: true, with: .answer("0"))) == [])
        #expect(submitted(pipeline.answered(1, changes: true, with: .answer("1"))) == [2])
        #expect(submitted(pipeline.answered(2, changes: false, with: .answer("2"))) == [3])
    }

    @Test(
        "A change that may wait for boxes, rows or a layout is decided alone",
        arguments: ["pack.start session=1 code=T-1", "import.commit import=1", "layout.load yaml=x"])
    func whatMayWaitIsAlone(change: String) {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        #expect(submitted(pipeline.receive(line("order.cancel A"))) == [0])
        #expect(submitted(pipeline.receive(line(change))) == [])
        #expect(submitted(pipeline.receive(line("order.cancel B"))) == [])
        #expect(submitted(pipeline.receive(line("order.cancel C"))) == [])
        #expect(submitted(pipeline.answered(0, changes: true, with: .answer("0"))) == [1])
        #expect(submitted(pipeline.answered(1, changes: true, with: .answer("1"))) == [2, 3])
    }

    @Test(
        "A change that waits in a queue of its own is not overtaken by one that goes straight to the decider",
        arguments: [
            "order.cancel A", "label.void job=1 reason=torn", "label.move job=1 printer=P",
            "pack.reopen 1 reason=torn", "import.rows import=1 first_line=1 rows=[]",
        ])
    func changesInAnotherQueueAreNotOvertaken(change: String) {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        #expect(submitted(pipeline.receive(line(change))) == [0])
        #expect(submitted(pipeline.receive(line(change))) == [1])
        #expect(submitted(pipeline.receive(line("order.hold A reason=x"))) == [])
        #expect(submitted(pipeline.receive(line("order.resume A"))) == [])
        #expect(submitted(pipeline.receive(line(change))) == [])
        #expect(submitted(pipeline.answered(0, changes: true, with: .answer("0"))) == [])
        #expect(submitted(pipeline.answered(1, changes: true, with: .answer("1"))) == [2, 3])
        #expect(submitted(pipeline.answered(2, changes: true, with: .answer("2"))) == [])
        #expect(submitted(pipeline.answered(3, changes: true, with: .answer("3"))) == [4])
    }

    @Test func faultsKeepTheirPlaceInTheLine() throws {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        _ = pipeline.receive(line("order.get A"))
        #expect(written(pipeline.receive(line("nonsense"))).isEmpty)
        #expect(written(pipeline.receive(.tooLong)).isEmpty)
        let answers = written(pipeline.answered(0, changes: false, with: .answer("0")))
        #expect(answers.map { $0["error"]?["data"]?["kind"]?.string } == [nil, "unknown_method", "too_long"])
    }

    @Test func aMethodOutsideTheRolesIsRefused() {
        var pipeline = RequestPipeline(roles: [.picker]) { "made" }
        let actions = pipeline.receive(line("order.cancel A"))
        guard case .logRefusal(let refusal)? = actions.first else {
            Issue.record("the refusal was not logged")
            return
        }
        #expect(refusal.kind == .notAllowed)
        let answers = written(actions)
        #expect(answers.first?["error"]?["data"]?["kind"] == "not_allowed")
    }

    @Test func aChangeInWordsGetsACommandIDAndItsAnswerNamesIt() throws {
        var pipeline = RequestPipeline(roles: Role.allCases) { "w-1" }
        guard case .submit(_, let slot, let commandID)? = pipeline.receive(line("order.cancel A")).first
        else {
            Issue.record("nothing was submitted")
            return
        }
        #expect(commandID == "w-1")
        #expect(
            written(pipeline.answered(slot, changes: true, with: .answer("{}"))).first?["command_id"]
                == "w-1")
    }

    @Test func thirtyTwoMayWait() {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        for index in 0..<WireLimits.unansweredMax {
            #expect(pipeline.hasRoom)
            _ = pipeline.receive(line("order.get \(index)"))
        }
        #expect(!pipeline.hasRoom)
        _ = pipeline.answered(0, changes: false, with: .answer("0"))
        #expect(pipeline.hasRoom)
    }

    @Test func eventsFollowTheAnswerToTheSubscription() {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        _ = pipeline.receive(line("event.subscribe after=0"))
        let cursor = EventCursor(after: 0, types: nil)
        let actions = pipeline.answered(0, changes: false, with: .subscribed(cursor, result: "{}"))
        guard case .write? = actions.first, case .subscribe(let followed)? = actions.last else {
            Issue.record("the answer and the cursor were expected")
            return
        }
        #expect(followed == cursor)
    }

    @Test func anAnswerThatIsNoLineIsRefused() {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        _ = pipeline.receive(line("order.get A"))
        let huge = "\"" + String(repeating: "x", count: WireLimits.lineBytesMax) + "\""
        let answers = written(pipeline.answered(0, changes: false, with: .answer(huge)))
        #expect(answers.first?["error"]?["data"]?["kind"] == "too_long")
    }

    @Test("A refusal of too long an answer names what to ask instead")
    func tooLongNamesTheWayOut() {
        for (words, way) in [
            ("order.get A", "parcel.list with order_id"), ("parcel.get 1", "parcel.list with order_id"),
        ] {
            var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
            _ = pipeline.receive(line(words))
            let huge = "\"" + String(repeating: "x", count: WireLimits.lineBytesMax) + "\""
            let answers = written(pipeline.answered(0, changes: false, with: .answer(huge)))
            #expect(answers.first?["error"]?["message"]?.string?.contains(way) ?? false, "\(words)")
        }
    }

    private func line(_ text: String) -> LineFramer.Frame { .line(Array(text.utf8)) }

    private func submitted(_ actions: [RequestPipeline.Action]) -> [Int] {
        actions.compactMap { if case .submit(_, let slot, _) = $0 { slot } else { nil } }
    }

    private func written(_ actions: [RequestPipeline.Action]) -> [JSONValue] {
        actions.compactMap { if case .write(let line) = $0 { try? JSONValue(parsing: line) } else { nil } }
    }
}
