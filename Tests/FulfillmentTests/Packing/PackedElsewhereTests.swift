import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// A parcel at a bench of which somebody else decides: the bench is told, and never stands before what cannot be
/// answered.
@Suite struct PackedElsewhereTests {
    private let site: TestSite
    private let packer: Handheld

    init() throws {
        site = try TestSite()
        try site.receive(20, "BRICK", in: "C-5-04")
        try site.send("O-1", [("BRICK", 6)])
        try site.pickEverything()
        packer = try site.packer()
        try packer.start("O-1")
    }

    /// The scan that was under way is refused, and its prompt is the one that stands.
    private func expectTold(_ notice: String, asking expected: Domain.Expectation) throws {
        let step = packer.step
        let prompt = try packer.promptAfterRefusal(of: "yes")
        #expect(prompt.step == step + 1)
        #expect(prompt.expect == expected)
        #expect(prompt.show.notice == notice)
        try packer.start("O-1")
        #expect(packer.prompt == prompt)
    }

    @Test("It is weighed, closed and labelled by others, one after another; the order's next parcel comes")
    func byOthers() throws {
        try packer.answer(until: .weight)
        let weight = try #require(packer.show.weightG)
        try site.done(PackWeigh("1", weightG: weight))
        try expectTold("Parcel 1 was weighed: \(weight) g", asking: .yesNo)
        let sscc = try site.done(PackClose("1")).sscc
        try expectTold("Parcel 1 was closed", asking: .label)
        try site.done(PackConfirm("1", code: sscc))
        try expectTold("Parcel 1 has its label", asking: .box)
        try packer.answer()
        #expect(packer.show.notice == nil && packer.show.parcel?.number == 2)
        try packer.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }

    @Test("A weight that is noted before all pieces are in takes no piece from the packer")
    func weighedTooEarly() throws {
        try packer.answer(until: .item)
        let step = packer.step
        let parcel = try #require(try site.parcels(of: "O-1").first)
        try site.done(PackWeigh("1", weightG: parcel.expectedWeightG))
        try packer.start("O-1")
        #expect(packer.step == step && packer.expects == .item)
    }
}
