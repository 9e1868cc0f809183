import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// A lead books off what a picker stands before.
@Suite struct PicksAtHandTests {
    private let site: TestSite
    private let picker: Handheld

    /// A picker who has counted pieces in A-1-01.
    init() throws {
        site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
        try site.receive(5, "PEN", in: "J-20-01")
        try site.send("O-1", [("PEN", 3)])
        picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .quantity)
        #expect(picker.show.bin == "A-1-01")
    }

    private func expectStale(_ code: String) throws {
        let step = picker.step
        #expect(try picker.refusal(of: code) == .staleStep(current: step + 1, given: step))
        try picker.nextTour()
        #expect(picker.step == step + 1)
    }

    private func finish() throws {
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("What is to be taken elsewhere is asked for there, and the picker puts back what is in hand")
    func elsewhere() throws {
        try picker.answer()
        #expect(picker.expects == .tote)
        try site.done(StockAdjust(-3, "PEN", in: "A-1-01"))
        try expectStale(try picker.rightCode())
        #expect(picker.expects == .bin && picker.show.bin == "J-20-01" && picker.show.quantity == 3)
        #expect(picker.show.notice == "PEN is not taken from A-1-01 any more: put back what you have in your hand")
        try picker.answer()
        #expect(picker.expects == .item && picker.show.notice == nil)
        try finish()
    }

    @Test("Of a pick that has become smaller the rest is counted anew")
    func smaller() throws {
        try site.done(StockAdjust(-2, "PEN", in: "A-1-01"))
        try expectStale("3")
        #expect(picker.expects == .item && picker.show.bin == "A-1-01" && picker.show.quantity == 1)
        #expect(picker.show.notice == nil)
        try finish()
    }

    @Test("What changes of picks to come leaves the prompt as it is")
    func toCome() throws {
        let site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
        try site.receive(2, "BRICK", in: "C-5-04")
        try site.send("O-1", [("PEN", 3), ("BRICK", 2)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .quantity)
        #expect(picker.show.bin == "A-1-01")
        try site.receive(2, "BRICK", in: "D-7-01")
        try site.done(StockAdjust(-2, "BRICK", in: "C-5-04"))
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == step && picker.expects == .quantity)
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }
}
