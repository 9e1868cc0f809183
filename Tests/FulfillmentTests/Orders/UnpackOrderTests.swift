import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// The bench's work on an order that is to be cancelled.
@Suite struct UnpackOrderTests {
    private let site: TestSite
    private let packer: Handheld

    /// A packer in front of the full box of an order that has just been cancelled.
    init() throws {
        site = try TestSite()
        try site.receive(10, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        packer = try site.packer()
        try packer.start("O-1")
        try packer.answer(until: .weight)
        try site.done(OrderCancel("O-1"))
        try packer.start("O-1")
    }

    private func unpackTasks() throws -> [TaskState] { try site.tasks(kind: .unpack).map(\.state) }

    @Test("A free tote is asked for, then whether the box is empty; either may be taken back")
    func dialogue() throws {
        try site.receive(5, "BRICK", in: "C-5-04")
        try site.send("O-2", [("BRICK", 1)])
        try site.pickEverything(by: "P2")
        #expect(try packer.refusal(of: "T-1") == .toteInUse(tote: "T-1", by: "at_station, holds order O-2"))
        #expect(
            try packer.refusal(of: "PEN")
                == .wrongTote(expected: "a free tote", scanned: "PEN", scannedIs: "item PEN"))
        #expect(try packer.refusal(of: "T-99") == .unknownTote("T-99"))
        try packer.scan("T-7")
        #expect(packer.expects == .yesNo && packer.show.tote == "T-7")
        try packer.scan("no")
        #expect(packer.expects == .tote)
        try packer.scan("t-8")
        try packer.scan("*UNDO")
        #expect(packer.expects == .tote)
        #expect(try unpackTasks() == [.open])
        #expect(try site.totes(.putBack) == [])
        try packer.scan("T-8")
        try packer.scan("yes")
        #expect(packer.expects == .none)
        #expect(try unpackTasks() == [.done])
        let tote = try #require(try site.read(ToteList(.putBack)).totes.first)
        #expect((tote.tote, tote.order, tote.station) == ("T-8", "O-1", "PACK-1"))
        #expect(try site.breaches() == [])
    }

    @Test("A tote that somebody else has taken in between is refused, and another one serves")
    func toteTaken() throws {
        try packer.scan("T-1")
        try site.receive(5, "BRICK", in: "C-5-04")
        try site.send("O-2", [("BRICK", 1)])
        let picker = try site.picker("P2")
        try picker.nextTour()
        try picker.scan("T-1")
        guard case .wrongState("tote T-1", state: "bound", _) = try packer.refusal(of: "yes") else {
            Issue.record("a tote on a cart took what was in the box")
            return
        }
        #expect(try site.breaches() == [])
        try packer.scan("no")
        try packer.scan("T-2")
        try packer.scan("yes")
        #expect(packer.expects == .none)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("The box waits for whoever comes next, where a packer goes home; the prompt stands after a restart")
    func goneHome() throws {
        try packer.scan("T-7")
        let prompt = packer.prompt
        try site.reopen()
        try packer.start("O-1")
        #expect(packer.prompt == prompt)
        let second = try site.packer("K2")
        let refusal = try site.refusal(PackStart(second.session, "O-1"))
        #expect("\(String(describing: refusal))".contains("being packed by K1"))
        try site.done(SessionEnd(packer.session))
        #expect(try unpackTasks() == [.open])
        try second.start("O-1")
        #expect(second.expects == .tote && second.show.kind == .unpack)
        try second.answer(until: .none)
        #expect(try site.tasks(kind: .unpack).map(\.badge) == ["K2"])
        #expect(try site.breaches() == [])
    }

    @Test("What was taken out is carried back from the tote it lies in, and the parcel is no more")
    func carriedBack() throws {
        try packer.scan("T-9")
        try packer.scan("yes")
        #expect(try site.parcels(of: "O-1").map(\.state) == [.voided])
        #expect(try site.order("O-1").parcels.isEmpty)
        #expect(try site.stage(of: "O-1") == .picked)
        let again = PackStart(packer.session, "O-1")
        guard case .wrongState("order O-1", _, _) = try site.refusal(again) else {
            Issue.record("an order that is to be cancelled was packed again")
            return
        }
        let carrier = try site.picker("P9")
        try carrier.nextTour()
        #expect(carrier.expects == .tote && carrier.show.tote == "T-9")
        try carrier.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.available("PEN") == 10)
        #expect(try site.totes(.free).count == 40)
        #expect(try site.breaches() == [])
    }
}
