import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct VoidLabelTests {
    private let site: TestSite
    private let packer: Handheld

    /// A packer in front of a parcel that is closed and waits for its label's scan.
    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        packer = try site.packer()
        try packer.start("T-1")
        try packer.answer(until: .label)
    }

    private let void = LabelVoid(parcel: "1", reason: "torn")

    @Test("A label that has not come out is taken back; the parcel is closed anew under another SSCC")
    func queued() throws {
        let first = try #require(packer.show.sscc)
        let answer = try site.done(void)
        #expect((answer.parcel.number, answer.sscc) == (1, first))
        #expect(answer.labels.map(\.job.number) == [1] && answer.labels.allSatisfy(\.isTakenBack))
        #expect(try site.parcels(of: "O-1").first?.state == .open)
        #expect(
            try packer.refusal(of: "]C100" + first)
                == .staleStep(current: packer.step + 1, given: packer.step))
        try packer.start("O-1")
        #expect(packer.expects == .yesNo)
        try packer.answer(until: .label)
        #expect(packer.show.sscc != first)
        #expect(
            try packer.refusal(of: "]C100" + first)
                == .wrongLabel(
                    expected: try #require(packer.show.sscc), scanned: "]C100" + first,
                    scannedIs: "voided label of parcel 1"))
        try packer.answer()
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }

    @Test(
        "Whoever has a label that came out is told so",
        arguments: [LabelState.spooled, .printed, .failed, .unknown])
    func cameOut(_ state: LabelState) throws {
        try site.found(.spooled, job: 1)
        try site.found(state, job: 1)
        let voided = try site.done(void).labels
        #expect(voided.map(\.job.number) == [1] && !voided.contains(where: \.isTakenBack))
        #expect(try site.labelState(1) == .voided)
        // A feeder that prints it all the same changes nothing.
        try site.found(.printed, job: 1)
        #expect(try site.labelState(1) == .voided)
    }

    @Test("All copies of a voided label are void")
    func copies() throws {
        try site.done(LabelReprint(parcel: "1", reason: "smeared"))
        let answer = try site.done(LabelVoid(job: 2, reason: "wrong box"))
        #expect(answer.labels.count == 2)
        #expect(
            try site.refusal(LabelVoid(job: 1, reason: "again"))
                == .wrongState(thing: "label 1", state: "voided", wanted: "not voided"))
        #expect(
            try site.refusal(LabelReprint(parcel: "1", reason: "smeared"))
                == .wrongState(thing: "parcel 1", state: "open", wanted: "closed"))
    }

    @Test(
        "That a parcel was closed is taken back by an event that names it",
        arguments: ["label.void", "pack.reopen"])
    func undoesClosed(method: String) throws {
        let told = try #require(try site.events("parcel.closed").first)
        // Both have the same params.
        try site.done(method, void.json)
        let voided = try site.events("parcel.voided").compactMap { $0["data"] }
        #expect(voided.map { $0["undoes"] } == [told["sequence"]])
        #expect(voided.map { $0["sscc"] } == [told["data"]?["sscc"]])
        #expect(voided.map { $0["reason"] } == ["torn"])
        #expect(try site.events("order.unpacked") == [])
        try packer.start("O-1")
        try packer.answer(until: .none)
        #expect(try site.events("parcel.closed").count == 2)
        #expect(try site.breaches() == [])
    }

    @Test("What was told of a labelled parcel is taken back by events that name the first")
    func undoes() throws {
        try packer.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .packed)
        try site.done(void)
        #expect(try site.stage(of: "O-1") == .packing)
        for (undone, undoing) in [("parcel.labelled", "parcel.voided"), ("order.packed", "order.unpacked")] {
            let told = try #require(try site.events(undone).first)
            #expect(try site.events(undoing).map { $0["data"]?["undoes"] } == [told["sequence"]])
        }
        try packer.start("O-1")
        try packer.answer(until: .none)
        #expect(try site.events("order.packed").count == 2)
        #expect(try site.breaches() == [])
    }

    @Test("A parcel that the driver has is not touched")
    func handedOver() throws {
        try packer.answer(until: .none)
        try site.handOver("O-1")
        guard
            case .wrongState(_, state: "handed_over", wanted: "closed or labelled") = try site.refusal(void)
        else {
            Issue.record("a label on the road was voided")
            return
        }
    }
}

extension TestSite {
    /// What the daemon takes down when it has looked into the spool.
    func found(_ state: LabelState, job: Int, reason: String? = nil) throws {
        let label = try label(job)
        try done(
            LabelsRecord([
                LabelsRecord.Outcome(
                    job: label.job, key: label.sscc, copy: label.copy, state: state, reason: reason)
            ]))
    }

    func labelState(_ job: Int) throws -> LabelState { try label(job).state }

    private func label(_ job: Int) throws -> LabelSummary {
        try #require(try read(LabelList(after: job - 1, limit: 1)).labels.first)
    }
}
