import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// An order that was packed and is opened again: its totes have gone, and what comes out of the box lies on the bench.
@Suite struct CancelAtTheBenchTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(10, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        try site.pack("O-1")
        try site.done(PackReopen("1", reason: "a pen too many"))
    }

    private func unpackPieces(_ pieces: Int) throws {
        for _ in 0..<pieces { try site.done(PackUndo("1")) }
        #expect(try site.breaches() == [])
    }

    @Test("Its tote is another order's, which nothing of the first one lies in")
    func toteOfAnother() throws {
        try unpackPieces(2)
        try site.send("O-2", [("PEN", 1)])
        try site.pickEverything()
        let totes = try site.read(ToteList(.atStation)).totes
        #expect(totes.map(\.tote) == ["T-1"] && totes.map(\.order) == ["O-2"])
        try site.done(OrderCancel("O-2"))
        try site.pickEverything()
        #expect(try site.stage(of: "O-2") == .cancelled)
        #expect(try site.totes(.putBack) == [])
        try site.pack("O-1")
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }

    @Test("When it is cancelled, what lies on the bench goes home with what is in the box", arguments: 0...3)
    func cancelled(pieces: Int) throws {
        try unpackPieces(pieces)
        #expect(try site.done(OrderCancel("O-1")).putBack == 3)
        #expect(try site.breaches() == [])
        let packer = try site.packer()
        try packer.start("O-1")
        #expect(packer.expects == .tote && packer.show.quantity == 3)
        try packer.answer(until: .none)
        #expect(try site.breaches() == [])
        try site.pickEverything()
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.available("PEN") == 10)
        #expect(try site.breaches() == [])
    }
}
