import Domain
import JSON
import Labels
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct PackingTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "C-5-04")
    }

    /// A packer in front of an order that has just been picked.
    private func packer(of items: [(String, Int)]) throws -> Handheld {
        try site.send("O-1", items)
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("T-1")
        return packer
    }

    @Test("An order is packed by one person; the next one gets it when that session has ended")
    func onePackerAnOrder() throws {
        let first = try packer(of: [("PEN", 3)])
        let second = try site.packer("K2")
        let refusal = try site.refusal(PackStart(second.session, "T-1"))
        #expect("\(String(describing: refusal))".contains("being packed by K1"))
        try site.done(SessionEnd(first.session))
        try second.start("T-1")
        try second.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .packed)
    }

    @Test func wrongItemAndTooMany() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer()
        #expect(
            try packer.refusal(of: "BRICK")
                == .wrongItem(expected: "PEN", scanned: "BRICK", scannedIs: "item BRICK"))
        try packer.scan("PEN")
        #expect(try packer.refusal(of: "4") == .tooMany(expected: 3, given: 4, of: "PEN"))
        try packer.scan("3")
        #expect(packer.expects == .weight)
    }

    @Test("A weight beyond the tolerance is refused, one within it is taken")
    func weight() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer(until: .weight)
        let expected = 3 * 40 + 90
        #expect(packer.show.weightG == expected)
        #expect(
            try packer.refusal(of: String(expected + 51))
                == .weightOff(expectedG: expected, toleranceG: 50, givenG: expected + 51))
        try packer.scan("\(expected - 50)g")
        #expect(packer.expects == .yesNo)
        try packer.scan("no")
        #expect(packer.expects == .weight)
        try packer.answer()
        #expect(packer.expects == .yesNo)
    }

    @Test("A parcel that misses pieces is not closed")
    func closedTooEarly() throws {
        let packer = try packer(of: [("PEN", 3)])
        let parcel = String(try #require(packer.show.parcel?.number))
        try packer.answer()
        #expect(
            try site.refusal(PackClose(parcel)) == .contentsDiffer(parcel: parcel, missing: ["3 × PEN"]))
    }

    @Test("Another box is taken where it holds the pieces, and refused where it does not")
    func otherBox() throws {
        try site.done(BoxUpsert("XS", inner: SizeMM(length: 60, width: 60, height: 60), tareG: 20))
        let packer = try packer(of: [("PEN", 3)])
        #expect(packer.show.box == "S")
        guard case .wrongBox("S", scanned: "XS", _) = try packer.refusal(of: "XS") else {
            Issue.record("pens of 150 mm went into a box of 60 mm")
            return
        }
        try packer.scan("L")
        try packer.answer(until: .weight)
        #expect(packer.show.weightG == 3 * 40 + 300)
    }

    @Test("A place far from the corner of the longest box is shown")
    func longestBox() throws {
        let length = Limits.sideMMMax / 4
        try site.done(SKUUpsert("POLE", size: SizeMM(length: length, width: 20, height: 20), weightG: 900))
        try site.done(BoxUpsert("TUBE", inner: SizeMM(length: 4 * length, width: 30, height: 30), tareG: 900))
        try site.receive(4, "POLE", in: "A-1-02")
        let packer = try packer(of: [("POLE", 4)])
        #expect(packer.show.box == "TUBE")
        #expect(packer.show.plan?.map(\.at.across).max() == 3 * length)
    }

    @Test("The order is packed when the label on its box has been scanned, not before")
    func labelScan() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer(until: .label)
        let job = try #require(try site.labels().first)
        #expect((job.state, job.printer) == (.queued, "zebra-1"))
        #expect(try site.stage(of: "O-1") == .packing)
        #expect(try site.events("order.packed") == [])
        guard case .wrongLabel = try packer.refusal(of: "106141411234567897") else {
            Issue.record("another parcel's label was taken")
            return
        }
        try packer.answer()
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.events("order.packed").count == 1)
        #expect(try site.totes(.free).count == 40)
    }

    @Test("The label carries what the template needs")
    func labelData() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer(until: .label)
        let job = try #require(try site.site.queuedLabels(for: "zebra-1", limit: 10).first)
        #expect(job.data["sscc"]?.string == packer.show.sscc)
        #expect(job.data["order_id"] == "O-1")
        #expect(job.data["ship_to"]?["city"] == "Albany")
        #expect(job.data["parcel"] == 1)
        #expect(job.data["parcels"] == 1)
    }

    @Test("An order too heavy for one box goes in two, each with an SSCC of its own")
    func twoParcels() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: .none)
        let codes = try site.codes(of: "O-1")
        #expect(codes.count == 2)
        #expect(Set(codes).count == 2)
        for code in codes { #expect(try SSCC(code).text == code) }
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }
}
