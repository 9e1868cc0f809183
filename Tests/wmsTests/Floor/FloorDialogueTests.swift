import Domain
import JSON
import LineProtocol
import Operations
import Testing

@testable import wms

/// A worker with prepared scans and a daemon with prepared answers; both remember what they saw.
private final class Rehearsal {
    private var inputs: [String]
    private var answers: [Result<JSONValue, LineError>]
    private(set) var sent: [String] = []
    private(set) var seen: [String] = []

    init(inputs: [String], answers: [Result<JSONValue, LineError>]) {
        self.inputs = inputs
        self.answers = answers
    }

    func run(_ work: FloorDialogue.Work) throws {
        try FloorDialogue(work: work, session: SessionRow(1), answer: answer, ask: ask).run()
    }

    private func answer(_ operation: any Operations.Operation) throws(ClientError) -> JSONValue {
        sent.append("\(type(of: operation).declaration.name) \(JSONValue.object(operation.json))")
        guard !answers.isEmpty else { throw .lost(socket: "", reason: "no more answers") }
        do throws(LineError) { return try answers.removeFirst().get() } catch { throw .refused(error) }
    }

    private func ask(_ prompt: Prompt, _ refusal: LineError?) -> String? {
        seen.append("\(prompt.step) \(prompt.expect.rawValue)\(refusal.map { " " + ($0.kind ?? "") } ?? "")")
        return inputs.isEmpty ? nil : inputs.removeFirst()
    }
}

struct FloorDialogueTests {
    private func prompt(_ step: Int, _ expect: String) -> JSONValue {
        .object(Prompt.sent(["step": .int(step), "expect": .string(expect)]))
    }

    @Test func `each scan is sent with the step of the prompt it answers`() throws {
        let rehearsal = Rehearsal(
            inputs: ["B-3-12", "WATER-5L"],
            answers: [.success(prompt(1, "bin")), .success(prompt(2, "item")), .success(prompt(3, "tote"))])
        try rehearsal.run(.picking)
        #expect(
            rehearsal.sent == [
                #"tour.next {"session":1}"#,
                #"tour.scan {"session":1,"step":1,"code":"B-3-12"}"#,
                #"tour.scan {"session":1,"step":2,"code":"WATER-5L"}"#,
            ])
        #expect(rehearsal.seen == ["1 bin", "2 item", "3 tote"])
    }

    @Test func `a refusal is shown with the prompt that it carries`() throws {
        let refused = LineError(
            code: 1005, message: "", data: ["kind": "stale_step", "prompt": prompt(4, "item")])
        let rehearsal = Rehearsal(inputs: ["x"], answers: [.success(prompt(1, "bin")), .failure(refused)])
        try rehearsal.run(.picking)
        #expect(rehearsal.seen == ["1 bin", "4 item stale_step"])
    }

    @Test func `nothing scanned sends nothing`() throws {
        let rehearsal = Rehearsal(inputs: ["", ""], answers: [.success(prompt(1, "bin"))])
        try rehearsal.run(.picking)
        #expect(rehearsal.sent.count == 1)
        #expect(rehearsal.seen.count == 3)
    }

    @Test func `a done tour is followed by the next`() throws {
        let rehearsal = Rehearsal(
            inputs: [""], answers: [.success(prompt(9, "none")), .success(prompt(1, "bin"))])
        try rehearsal.run(.picking)
        #expect(rehearsal.seen == ["9 none", "1 bin"])
    }

    @Test func `a packer names the tote until the daemon takes it`() throws {
        let unknown = LineError(code: 1012, message: "", data: ["kind": "unknown_tote"])
        let rehearsal = Rehearsal(
            inputs: ["T-99", "T-04", "WATER-5L"],
            answers: [.failure(unknown), .success(prompt(1, "item")), .success(prompt(2, "weight"))])
        try rehearsal.run(.packing)
        #expect(rehearsal.seen == ["0 tote", "0 tote unknown_tote", "1 item", "2 weight"])
        #expect(rehearsal.sent.last == #"pack.scan {"session":1,"step":1,"code":"WATER-5L"}"#)
    }

    @Test(arguments: FloorDialogue.Work.allCases)
    func `a prompt of a kind that this program does not know ends the work`(work: FloorDialogue.Work) {
        let rehearsal = Rehearsal(
            inputs: ["T-04", "x"], answers: [.success(prompt(1, "item")), .success(prompt(2, "retina"))])
        #expect {
            try rehearsal.run(work)
        } throws: { error in
            guard case .unreadable(_, let fault)? = error as? ClientError else { return false }
            return fault.path == "expect"
        }
    }

    @Test(arguments: Domain.Expectation.allCases)
    func `the number that is shown beside a choice is sent as the choice, and any other as itself`(
        expect: Domain.Expectation
    ) throws {
        let prompt = try Prompt(sent: [
            "step": 1, "expect": .string(expect.rawValue), "choices": ["missing", "damaged"],
        ])
        let isNumbered = prompt.choiceTexts == ["1  missing", "2  damaged"]
        #expect(isNumbered || prompt.choiceTexts == ["key missing", "key damaged"])
        #expect(prompt.code(for: "2") == (isNumbered ? "damaged" : "2"))
        #expect(prompt.code(for: "3") == "3")
        #expect(prompt.code(for: "damaged") == "damaged")
    }

    /// At all of these a number can be the answer itself: pieces, a lot, grams, or a code on the goods.
    @Test(arguments: [Domain.Expectation.quantity, .item, .lot, .weight])
    func `where a number may be meant as a count or a lot no choice has one`(expect: Domain.Expectation)
        throws
    {
        let prompt = try Prompt(sent: ["expect": .string(expect.rawValue), "choices": ["done"]])
        #expect(prompt.choiceTexts == ["key done"] && prompt.code(for: "1") == "1")
    }

    @Test func `a reason, a yes and a day of expiry are keyed by their numbers`() throws {
        for expect in ["reason", "yes_no", "expiry"] {
            let prompt = try Prompt(sent: ["expect": .string(expect), "choices": ["2027-01-31", "none"]])
            #expect(prompt.code(for: "2") == "none")
        }
    }
}
