import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// The walk that brings pieces of cancelled orders home.
@Suite struct BringBackTests {
    @Test("Totes are taken along, then bin, item and quantity of each task; the tour is over with the last")
    func walk() throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3), ("BRICK", 1)]), ("O-2", [("PEN", 1)])])
        let carrier = try site.carrier()
        #expect(carrier.expects == .tote && carrier.show.kind == .putBack)
        #expect((carrier.show.done, carrier.show.of) == (0, 3))
        #expect(
            try carrier.refusal(of: "T-9")
                == .wrongTote(
                    expected: carrier.show.tote?.text ?? "", scanned: "T-9", scannedIs: "tote, free"))
        try carrier.answer()
        #expect(carrier.expects == .tote)
        try carrier.answer()
        #expect(carrier.expects == .bin)
        let loaded = try site.tasks()
        #expect(loaded.count == 3 && loaded.allSatisfy { $0.state == .loaded && $0.badge == "P1" })
        var bins: [String] = []
        for _ in 0..<20 where carrier.expects != .none {
            if carrier.expects == .bin { bins.append(carrier.show.bin?.text ?? "") }
            try carrier.answer()
            #expect(try site.breaches() == [])
        }
        #expect(bins.sorted() == ["A-1-01", "C-5-04"])
        let tour = try #require(try site.tours().last)
        #expect((tour.kind, tour.state, tour.badge) == (.putBack, .finished, "P1"))
        #expect(try site.events("tour.started").last?["data"]?["picks"] == 3)
        #expect(try site.events("tour.finished").last?["data"]?["tour"]?.int == tour.tour.number)
        let done = try site.events("task.done")
        #expect(done.count == 3 && done.allSatisfy { $0["data"]?["by"] == "P1" })
        #expect(
            try site.events("order.cancelled").compactMap { $0["subject"]?.string }.sorted() == [
                "O-1", "O-2",
            ])
        #expect(try site.totes(.free).count == 40)
        #expect(try (site.available("PEN"), site.available("BRICK")) == (10, 10))
    }

    @Test("A wrong bin, a wrong item and a piece too many are refused by name, and the prompt stands")
    func refusals() throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])])
        let carrier = try site.carrier()
        try carrier.answer()
        #expect(
            try carrier.refusal(of: "C-5-04")
                == .wrongBin(expected: "A-1-01", scanned: "C-5-04", scannedIs: "bin, holds BRICK"))
        try carrier.scan("a-01-01")
        #expect(
            try carrier.refusal(of: "BRICK")
                == .wrongItem(expected: "PEN", scanned: "BRICK", scannedIs: "item BRICK"))
        try carrier.scan("PEN")
        #expect(carrier.expects == .quantity && carrier.show.counted == 1)
        #expect(try carrier.refusal(of: "4") == .tooMany(expected: 3, given: 4, of: "PEN"))
        let step = carrier.step
        #expect(
            try carrier.refusal(of: "3", step: step - 1) == .staleStep(current: step, given: step - 1))
        try carrier.scan("PEN")
        try carrier.scan("PEN")
        #expect(carrier.expects == .none)
        #expect(try site.stage(of: "O-1") == .cancelled)
    }

    @Test("*WHY tells the way and the reason, *SKIP leaves a bin for later, *UNDO goes one step back")
    func commands() throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3), ("BRICK", 2)])])
        let carrier = try site.carrier()
        try carrier.answer()
        let (step, first) = (carrier.step, carrier.show.bin?.text ?? "")
        let asked = try site.read(TourWhy(carrier.session))
        #expect(asked.step == step)
        #expect(asked.show.why?.count == 2)
        try carrier.scan("*WHY")
        #expect(carrier.step == step && carrier.show.why?.count == 2)
        for code in ["*SHORT", "*UNDO"] {
            guard case .notHere("bin", _) = try carrier.refusal(of: code) else {
                Issue.record("\(code) did something before anything was scanned")
                return
            }
        }
        try carrier.scan("*SKIP")
        #expect(carrier.expects == .bin && carrier.show.bin?.text != first)
        try carrier.answer(until: .quantity)
        try carrier.scan("*UNDO")
        #expect(carrier.expects == .item && carrier.show.counted == nil)
        try carrier.scan("*UNDO")
        #expect(carrier.expects == .bin)
        try carrier.scan("*SKIP")
        #expect(carrier.show.bin?.text == first)
        try carrier.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.breaches() == [])
    }

    @Test("What only a pick has is refused on such a walk, and what is for walks at a bench")
    func otherWork() throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])])
        let carrier = try site.carrier()
        try carrier.answer(until: .item)
        var short = TourShort()
        (short.session, short.step, short.found) = (SessionRow(carrier.session), carrier.step, 1)
        guard case .notHere("item", _) = try site.refusal(short) else {
            Issue.record("a put-back was short")
            return
        }
        let packer = try site.packer()
        var (scan, pause) = (TourScan(), TourPause())
        (scan.session, scan.code) = (SessionRow(packer.session), "PEN")
        pause.session = scan.session
        let isIdle = Refusal.wrongState(
            thing: "session \(packer.session)", state: "idle", wanted: "on a tour")
        #expect(try site.refusal(scan) == isIdle)
        #expect(try site.refusal(pause) == isIdle)
        try carrier.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .cancelled)
    }

    @Test(
        "What is left of a walk is gone on with by anybody, also after a restart",
        arguments: ["*PAUSE", "session.end"])
    func left(how: String) throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        let first = try site.carrier()
        let started = try site.events("tour.started").count
        try first.answer(until: .bin)
        try first.answer(until: .quantity)
        try first.answer()
        try first.answer(until: .quantity)
        if how == "*PAUSE" {
            try first.scan("*PAUSE")
            #expect(first.expects == .none)
            #expect(first.prompt.say.hasSuffix("paused"))
        } else {
            try site.done(SessionEnd(first.session))
        }
        #expect(try site.tours().last?.state == .paused)
        #expect(try site.breaches() == [])
        try site.reopen()
        let second = try site.carrier("P2")
        #expect(second.expects == .bin && second.show.kind == .putBack)
        #expect((second.show.done, second.show.of) == (1, 2))
        try second.answer(until: .none)
        #expect(try site.events("tour.started").count == started)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.stage(of: "O-2") == .cancelled)
        #expect(try (site.available("PEN"), site.available("BRICK")) == (10, 10))
        #expect(try site.breaches() == [])
    }

    @Test("A walk that was left before its totes were taken along begins with them")
    func leftBeforeTheTotes() throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        let first = try site.carrier()
        let tote = first.show.tote
        try first.answer()
        #expect(first.expects == .tote && first.show.tote != tote)
        try first.scan("*PAUSE")
        #expect(try Set(site.tasks().map(\.state)) == [.loaded, .open])
        let second = try site.carrier("P2")
        #expect(second.expects == .tote && second.show.tote != tote)
        try second.answer(until: .none)
        #expect(try site.totes(.free).count == 40)
        #expect(try site.breaches() == [])
    }

    @Test("The prompt stands when the handheld or the daemon comes back")
    func comesBack() throws {
        let site = try TestSite.bringingBack([("O-1", [("PEN", 3)])])
        let carrier = try site.carrier()
        try carrier.answer(until: .quantity)
        let prompt = carrier.prompt
        try site.reopen()
        try carrier.nextTour()
        #expect(carrier.prompt == prompt)
    }
}
