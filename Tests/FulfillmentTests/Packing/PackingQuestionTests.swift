import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct PackingQuestionTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "C-5-04")
        try site.send("O-1", [("PEN", 3), ("BRICK", 2)])
        try site.pickEverything()
    }

    private func start(_ packer: Handheld) throws -> Command {
        try TestSite.command(PackStart(packer.session, "T-1"), id: "start")
    }

    @Test(
        "A command that awaits an answer has changed nothing; with it, it decides as if it had searched itself"
    )
    func awaits() throws {
        let command = try start(try site.packer())
        let (events, picture) = (try site.events(), try site.picture())
        guard case .awaits(let question) = try site.site.decide([command.waiting], at: site.now)[0] else {
            Issue.record("nothing was asked")
            return
        }
        #expect(try site.events() == events && site.picture() == picture)
        let informed = command.with(question.answer())
        let outcome = try site.site.decide([informed], at: site.now)[0]
        #expect(try site.site.decide([command], at: site.now)[0] == outcome, "a repeat has the stored answer")
        #expect(try site.stage(of: "O-1") == .packing)
    }

    @Test("An answer to another question is no answer")
    func anotherQuestion() throws {
        let command = try start(try site.packer())
        guard case .awaits(let asked) = try site.site.decide([command.waiting], at: site.now)[0] else {
            Issue.record("nothing was asked")
            return
        }
        try site.done(BoxUpsert("XL", inner: SizeMM(length: 600, width: 400, height: 400), tareG: 500))
        guard case .awaits(let now) = try site.site.decide([command.with(asked.answer())], at: site.now)[0]
        else {
            Issue.record("the boxes of before were packed")
            return
        }
        #expect(now != asked)
        guard case .answer = try site.site.decide([command.with(now.answer())], at: site.now)[0] else {
            Issue.record("the answer was not taken")
            return
        }
    }

    @Test("Once an order is picked its parcels can be planned, and packing it waits for nothing")
    func plannedAhead() throws {
        let question = try #require(try site.site.nextPackingQuestion(at: site.now))
        _ = question.answer()
        #expect(try site.site.nextPackingQuestion(at: site.now) == nil)
        guard case .answer = try site.site.decide([start(try site.packer()).waiting], at: site.now)[0] else {
            Issue.record("the answer was not at hand")
            return
        }
    }

    @Test("What was picked and is cancelled is not planned")
    func cancelled() throws {
        try site.done(OrderCancel("O-1", reason: "asked for"))
        #expect(try site.site.nextPackingQuestion(at: site.now) == nil)
    }

    @Test("The question is handed on by those commands only that declare that goods may fit no box")
    func declared() throws {
        let packer = try site.packer()
        #expect(try start(packer).waiting.packingAnswers != nil)
        let scan = try TestSite.command(SessionEnd(packer.session), id: "end")
        #expect(scan.waiting.packingAnswers == nil)
    }
}
