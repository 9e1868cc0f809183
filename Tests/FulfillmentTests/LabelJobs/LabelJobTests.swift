import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Jobs that are found in the spool, printed again, and sent to another printer.
@Suite struct LabelJobTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("T-1")
        try packer.answer(until: .label)
    }

    @Test("A reprint is a new job with its reason, marked as a copy")
    func reprint() throws {
        let first = try site.done(LabelReprint(parcel: "1", reason: "smeared"))
        #expect((first.job.number, first.copy) == (2, 1))
        let second = try site.done(LabelReprint(job: 1, reason: "lost"))
        #expect((second.job.number, second.copy) == (3, 2))
        let jobs = try site.site.queuedLabels(for: "zebra-1", limit: 9)
        #expect(jobs.map(\.copy) == [0, 1, 2])
        #expect(jobs.map { $0.data["copy"] } == [nil, 1, 2])
        #expect(Set(jobs.map(\.key)).count == 1)
    }

    @Test("What is found of a file of another history changes nothing")
    func strangers() throws {
        let outcomes = [
            (1, "106141410000000999", 0), (1, "106141410000000019", 4), (77, "106141410000000019", 0),
        ].map { job, key, copy in
            LabelsRecord.Outcome(job: LabelRow(job), key: key, copy: copy, state: .printed)
        }
        #expect(try site.done(LabelsRecord(outcomes)).known == [])
        #expect(try site.labelState(1) == .queued)
    }

    @Test("A label that failed, vanished or waits is told, each once")
    func told() throws {
        try site.done(LabelsWait("zebra-1", reason: "no space left"))
        try site.found(.spooled, job: 1)
        try site.found(.unknown, job: 1, reason: "vanished")
        try site.found(.unknown, job: 1, reason: "vanished")
        try site.done(LabelReprint(parcel: "1", reason: "vanished"))
        try site.found(.failed, job: 2, reason: "no font")
        let told = try site.events("label.failed").map { $0["data"] }
        #expect(told.map { $0?["state"] } == ["waiting", "unknown", "failed"])
        #expect(told.map { $0?["reason"] } == ["no space left", "vanished", "no font"])
        #expect(told.map { $0?["job"] } == [1, 1, 2])
    }

    @Test("A label that comes to light again after it had vanished is printed")
    func comesToLight() throws {
        try site.found(.spooled, job: 1)
        try site.found(.unknown, job: 1)
        try site.found(.printed, job: 1)
        #expect(try site.labelState(1) == .printed)
        #expect(
            try site.refusal(LabelOutcome(job: 1, .failed))
                == .wrongState(thing: "label 1", state: "printed", wanted: "queued or spooled or unknown"))
    }

    @Test("A waiting label goes to another printer, and one that could not be drawn is tried again")
    func move() throws {
        let moved = try site.done(LabelMove(job: 1, to: "default"))
        #expect((moved.printer, moved.moved.map(\.number)) == ("default", [1]))
        #expect(try site.site.printersWithQueuedLabels() == ["default"])
        try site.found(.failed, job: 1, reason: "no template")
        #expect(try site.done(LabelMove(job: 1, to: "zebra-1")).moved.map(\.number) == [1])
        #expect(try site.labelState(1) == .queued)
    }

    @Test("A label that may be on paper is not moved, and no label goes to a printer that nobody knows")
    func moveRefused() throws {
        try site.found(.spooled, job: 1)
        let move = LabelMove(job: 1, to: "default")
        guard case .wrongState(_, state: "with the feeder of zebra-1", _) = try site.refusal(move) else {
            Issue.record("a label with the feeder was moved")
            return
        }
        try site.found(.failed, job: 1)
        guard case .wrongState(_, state: "failed", _) = try site.refusal(move) else {
            Issue.record("a label that may be on paper was moved")
            return
        }
        let misspelt = LabelMove(job: 1, to: "zebar-1")
        guard case .unknownPrinter("zebar-1", let known) = try site.refusal(misspelt) else {
            Issue.record("a label went to a printer that nobody knows")
            return
        }
        #expect(known.contains("zebra-1") && known.contains("default"))
    }

    @Test("All labels that wait for a printer go to another in their order; those out of reach stay")
    func moveAll() throws {
        for _ in 0..<3 { try site.done(LabelReprint(parcel: "1", reason: "smeared")) }
        try site.found(.spooled, job: 2)
        #expect(
            try site.done(LabelMove(from: "zebra-1", to: "default")).moved.map(\.number) == [1, 3, 4])
        let printers = try site.read(Status()).printers
        #expect(printers.map(\.printer) == ["default", "zebra-1"])
        #expect(printers.map(\.queued) == [3, 0])
        #expect(printers.map(\.spooled) == [0, 1])
        #expect(printers.map(\.oldestJob?.number) == [1, 2])
    }

    @Test("A label that failed before it came out stays where it is once a copy of it has come out")
    func moveNothingThatACopyHasReplaced() throws {
        try site.found(.failed, job: 1, reason: "the text does not fit")
        try site.done(LabelReprint(parcel: "1", reason: "repaired"))
        try site.found(.spooled, job: 2)
        try site.found(.printed, job: 2)
        #expect(try site.done(LabelMove(from: "zebra-1", to: "default")).moved.map(\.number) == [])
    }

    @Test("Labels that failed before they came out go along; one that may be on paper does not")
    func moveFailed() throws {
        for _ in 0..<2 { try site.done(LabelReprint(parcel: "1", reason: "smeared")) }
        try site.found(.failed, job: 1, reason: "the text does not fit")
        try site.found(.spooled, job: 2)
        try site.found(.failed, job: 2, reason: "the connection broke")
        #expect(try site.done(LabelMove(from: "zebra-1", to: "default")).moved.map(\.number) == [1, 3])
        #expect(try [1, 2, 3].map { try site.labelState($0) } == [.queued, .failed, .queued])
    }

    @Test("What voids or moves labels, and nothing else, says which are taken back before")
    func withdrawsLabels() {
        #expect(LabelVoid(parcel: "1", reason: "torn").withdrawsLabels)
        #expect(LabelMove(job: 1, to: "default").withdrawsLabels)
        #expect(PackReopen("1", reason: "torn").withdrawsLabels)
        #expect(OrderCancel("O-1", reason: "bought twice").withdrawsLabels)
        #expect(!LabelReprint(parcel: "1", reason: "torn").withdrawsLabels)
        #expect(!LabelList().withdrawsLabels)
    }

    @Test("Only what will be voided or moved, and has not been, is taken back before")
    func toWithdraw() throws {
        func jobs(_ operation: some Operations.Operation) throws -> [Int] {
            let command = try TestSite.command(operation, id: "c-1")
            return try site.site.labelsToWithdraw(for: command, at: site.now).map(\.row.number)
        }
        let move = LabelMove(job: 1, to: "default")
        #expect(try jobs(LabelVoid(parcel: "1", reason: "torn")) == [1])
        #expect(try jobs(move) == [1])
        #expect(try jobs(LabelMove(job: 1, to: "nobody")) == [])
        #expect(try jobs(LabelVoid(parcel: "9", reason: "torn")) == [])
        try site.done(move, id: "c-1")
        #expect(try jobs(move) == [])
    }
}
