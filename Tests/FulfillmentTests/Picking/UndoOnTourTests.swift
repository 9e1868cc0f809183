import Domain
import Operations
import Testing

@testable import Fulfillment

/// `*UNDO` goes back step by step: before the first bin to the first tote, from then on to the first pick.
@Suite struct UndoOnTourTests {
    private let site: TestSite
    private let picker: Handheld

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "C-5-04")
        for id in ["O-1", "O-2"] { try site.allocate(id, [("PEN", 2), ("BRICK", 1)]) }
        try site.releaseAll()
        picker = try site.picker()
        try picker.nextTour()
    }

    private func free() throws -> Int {
        try site.totes(.free).count
    }

    private static let nothingToTakeBack = Refusal.notHere(
        place: "bin", hint: "there is nothing here that *UNDO could take back")

    /// What lies in the bins, and how much of it is reserved.
    private func stock() throws -> [String] {
        try site.read(StockList(limit: 500)).stock.map { "\($0.bin) \($0.sku) \($0.onHand), \($0.reserved)" }.sorted()
    }

    @Test("After totes were bound it frees them, the last one first, and asks for them again")
    func totes() throws {
        let first = picker.prompt.say
        try picker.answer()
        let second = picker.prompt.say
        try picker.answer()
        #expect(picker.expects == .bin)
        #expect(try free() == 38)
        try picker.scan("*UNDO")
        #expect(picker.expects == .tote && picker.prompt.say == second)
        try picker.scan("*UNDO")
        #expect(picker.expects == .tote && picker.prompt.say == first)
        #expect(try free() == 40)
        #expect(try picker.refusal(of: "*UNDO")?.kind == .wrongState)
        #expect(try site.breaches() == [])
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("After a bin was scanned it asks for the bin again; after a pick it says what goes back")
    func binAndPick() throws {
        try picker.answer(until: .item)
        let bin = try #require(picker.show.bin?.text)
        try picker.scan("*UNDO")
        #expect(picker.expects == .bin && picker.show.bin?.text == bin)
        #expect(picker.show.notice == nil)
        try picker.answer(until: .tote)
        let (quantity, sku) = (picker.show.quantity ?? 0, picker.show.sku?.text ?? "")
        try picker.answer()
        try picker.scan("*UNDO")
        #expect(picker.expects == .bin && picker.show.bin?.text == bin)
        #expect(picker.show.notice == "Put \(quantity) × \(sku) back into \(bin)")
        #expect(try site.breaches() == [])
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .picked)
    }

    @Test("A bin that was left for later stays so, and the totes stay bound")
    func skipped() throws {
        try picker.answer(until: .bin)
        try picker.scan("*SKIP")
        #expect(try picker.refusal(of: "*UNDO") != nil)
        #expect(try free() == 38)
    }

    @Test("Three picks are put back one by one and stay reserved, the totes stay bound, and the work is done to the end")
    func threePicks() throws {
        try picker.answer(until: .bin)
        let before = try stock()
        for done in 1...3 {
            try picker.answer(until: .tote)
            try picker.answer()
            #expect(picker.show.done == done)
        }
        for left in [2, 1, 0] {
            try picker.scan("*UNDO")
            #expect(picker.expects == .bin && picker.show.done == left)
            #expect(try site.breaches() == [])
        }
        #expect(try stock() == before)
        let (step, bin) = (picker.step, picker.show.bin)
        #expect(try picker.refusal(of: "*UNDO") == Self.nothingToTakeBack)
        try picker.nextTour()
        #expect(picker.step == step && picker.expects == .bin && picker.show.bin == bin)
        #expect(try site.totes(.bound).count == 2)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.totes(.atStation).count == 2)
        #expect(try site.breaches() == [])
    }

    @Test("Totes stay bound also where a bin was scanned and nothing picked, and for whoever goes on with the cart")
    func afterTheFirstBin() throws {
        try picker.answer(until: .item)
        try picker.scan("*UNDO")
        #expect(try picker.refusal(of: "*UNDO") == Self.nothingToTakeBack)
        try picker.scan("*PAUSE")
        try site.reopen()
        let other = try site.picker("P2")
        try other.nextTour()
        #expect(other.expects == .bin)
        #expect(try other.refusal(of: "*UNDO") == Self.nothingToTakeBack)
        try other.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("Whoever goes on with a cart that was left before the first bin may still give back a tote")
    func pausedBeforeTheFirstBin() throws {
        try picker.answer(until: .bin)
        try picker.scan("*PAUSE")
        let other = try site.picker("P2")
        try other.nextTour()
        #expect(other.expects == .bin)
        try other.scan("*UNDO")
        #expect(other.expects == .tote)
        #expect(try free() == 39)
        try other.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }
}
