import Testing

@testable import Fulfillment

/// `*UNDO` goes back step by step, to the first tote.
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
}
