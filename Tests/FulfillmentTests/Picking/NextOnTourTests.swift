import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// What a picker hears at the edges of a tour: why a tote is asked for, and what comes after the drop.
@Suite struct NextOnTourTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "C-5-04")
    }

    @Test("At the tote prompt *WHY explains the order that the tote is for")
    func whyThisTote() throws {
        for id in ["O-1", "O-2"] { try site.allocate(id, [("PEN", 3), ("BRICK", 1)]) }
        try site.releaseAll()
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer()
        let order = try #require(picker.show.order?.text)
        let step = picker.step
        try picker.scan("*WHY")
        #expect(picker.expects == .tote && picker.step == step)
        #expect(
            picker.show.why?.last == "the tote takes 4 pieces from 2 bins for order \(order), priority 50")
    }

    @Test(
        "What looks like a command and is none is told so, with those that there are",
        arguments: ["*HELP", "*foo"])
    func unknownCommand(_ command: String) throws {
        try site.send("O-1", [("PEN", 1)])
        let (picker, packer) = (try site.picker(), try site.packer())
        try picker.nextTour()
        let walks = "*SKIP, *SHORT, *FULL, *UNDO, *WHY, *PAUSE"
        #expect(
            try picker.refusal(of: command)
                == .badParams(
                    param: "code", problem: "there is no command \(command) here; there are \(walks)"))
        try picker.answer(until: .none)
        try packer.start("O-1")
        #expect(
            try packer.refusal(of: command)
                == .badParams(
                    param: "code", problem: "there is no command \(command) here; there are *UNDO, *FULL"))
    }

    @Test("After the drop the prompt says whether another tour waits")
    func afterTheDrop() throws {
        try site.send("O-1", [("PEN", 1)])
        let picker = try site.picker()
        try picker.nextTour()
        try site.send("O-2", [("PEN", 1)])
        try picker.answer(until: .none)
        #expect(picker.prompt.say == "Done; the next tour waits")
        try picker.nextTour()
        #expect(picker.show.order == "O-2")
        try picker.answer(until: .none)
        #expect(picker.prompt.say == "Nothing to do here")
    }

    @Test("What was cancelled and waits to be brought back is the next tour too")
    func bringingBack() throws {
        try site.send("O-1", [("PEN", 1)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .station)
        try site.done(OrderCancel("O-1"))
        try picker.nextTour()
        try picker.answer()
        #expect(picker.prompt.say == "Done; the next tour waits")
    }

    @Test("A walk that brings back and was left waits while more urgent picks do", arguments: [80, 20])
    func leftWalk(priority: Int) throws {
        try site.send("O-1", [("PEN", 1)])
        try site.pickEverything()
        try site.done(OrderCancel("O-1"))
        let carrier = try site.picker("P8")
        try carrier.nextTour()
        #expect(carrier.show.kind == .putBack)
        try carrier.scan("*PAUSE")
        try site.send("O-2", [("PEN", 1)], ["priority": .int(priority)])
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.show.kind == (priority > 50 ? nil : .putBack))
        #expect(try site.breaches() == [])
    }
}
