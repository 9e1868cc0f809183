import Common
import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// The plan follows the packer as far as the rules allow.
@Suite struct ReplanTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.receive(20, "BRICK", in: "C-5-04")
    }

    private func packer(of items: [(String, Int)]) throws -> Handheld {
        try site.send("O-1", items)
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("T-1")
        return packer
    }

    private func finish(_ packer: Handheld, parcels: Int) throws {
        try packer.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .packed)
        let found = try site.parcels(of: "O-1")
        #expect(found.count == parcels)
        #expect(found.map(\.number).sorted() == Array(1...parcels))
        #expect(try site.breaches() == [])
    }

    @Test func `another item of the order than the one proposed goes in first`() throws {
        let packer = try packer(of: [("PEN", 2), ("BRICK", 1)])
        try packer.answer()
        let proposed = packer.show.sku?.text
        let other = proposed == "PEN" ? "BRICK" : "PEN"
        try packer.scan(other)
        if packer.expects == .quantity { try packer.answer() }
        #expect(packer.show.done ?? 0 > 0)
        #expect(packer.show.sku?.text == proposed)
        try finish(packer, parcels: 1)
    }

    @Test func `what is not of the order is refused as before`() throws {
        let packer = try packer(of: [("PEN", 2)])
        try packer.answer()
        guard case .wrongItem("PEN", scanned: "BRICK", _) = try packer.refusal(of: "BRICK") else {
            Issue.record("a brick went into an order of pens")
            return
        }
    }

    @Test func `a full box ends, and the rest goes into another`() throws {
        let packer = try packer(of: [("PEN", 4)])
        try packer.answer()
        guard case .wrongState = try packer.refusal(of: "*FULL") else {
            Issue.record("an empty box was full")
            return
        }
        try packer.scan("PEN")
        try packer.scan("1")
        try packer.scan("*FULL")
        #expect(packer.expects == .weight)
        #expect(packer.show.weightG == 40 + 90)
        #expect(packer.show.parcels == 2)
        try finish(packer, parcels: 2)
    }

    @Test func `a smaller box takes what it holds, the rest goes into a further one`() throws {
        try site.done(BoxUpsert("ONE", inner: SizeMM(length: 210, width: 110, height: 70), tareG: 50))
        let packer = try packer(of: [("BRICK", 2)])
        try packer.scan("ONE")
        #expect(packer.show.box == "ONE")
        #expect(packer.show.of == 1)
        try finish(packer, parcels: 2)
    }

    @Test func `a piece for which the box has no room says into which parcel it goes`() throws {
        try site.done("sku.upsert", ["sku": "CRATE", "size_mm": [420, 320, 260], "weight_g": 3000])
        try site.receive(2, "CRATE", in: "A-1-02")
        let packer = try packer(of: [("PEN", 1), ("CRATE", 1)])
        try packer.scan("S")
        #expect(
            try packer.refusal(of: "CRATE")
                == .noRoomInBox(sku: "CRATE", box: "S", instead: "it goes into parcel 2, box L"))
        try finish(packer, parcels: 2)
    }

    @Test func `a box that was taken by mistake is changed as long as nothing lies in it`() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.scan("L")
        #expect(packer.expects == .item && packer.show.box == "L")
        try packer.scan("S")
        #expect(packer.expects == .item && packer.show.box == "S")
        try packer.scan("*UNDO")
        #expect(packer.expects == .box && packer.show.box == "S")
        try packer.scan("L")
        try packer.scan("PEN")
        try packer.scan("1")
        guard case .wrongItem("PEN", scanned: "S", _) = try packer.refusal(of: "S") else {
            Issue.record("a box was changed in which a pen lies")
            return
        }
        try finish(packer, parcels: 1)
    }

    @Test func `pack_box moves what is in the box to a larger one`() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer()
        try packer.scan("PEN")
        try packer.scan("2")
        let parcel = String(try #require(packer.show.parcel?.number))
        #expect(try site.done(PackBox(parcel, "L")).box == "L")
        guard case .unknownBox = try site.refusal(PackBox(parcel, "NO")) else {
            Issue.record("a box that is not known was taken")
            return
        }
        try packer.start("T-1")
        #expect(packer.show.done == 2)
        #expect(packer.expects == .item)
        try packer.answer(until: .weight)
        #expect(packer.show.weightG == 3 * 40 + 300)
        try finish(packer, parcels: 1)
    }

    /// What lies loose in the new box comes first in the plan, so that the count along it goes on.
    @Test func `after a change of box every piece that is left has its place`() throws {
        for (sku, height) in [("A", 50), ("B", 40)] {
            try site.done(
                "sku.upsert",
                [
                    "sku": .string(sku), "size_mm": [100, 100, .int(height)], "weight_g": 100,
                    "packing": ["rotation": "none"],
                ])
            try site.receive(2, sku, in: "A-1-02")
        }
        try site.done(BoxUpsert("TALL", inner: SizeMM(length: 100, width: 100, height: 200), cost: "0.10"))
        try site.done(BoxUpsert("LONG", inner: SizeMM(length: 400, width: 100, height: 110), cost: "0.50"))
        let packer = try packer(of: [("A", 2), ("B", 2)])
        try packer.scan("TALL")
        while packer.show.sku != "A" { try packer.answer() }
        while packer.show.sku == "A" { try packer.answer() }
        let done = try #require(packer.show.done)
        let parcel = String(try #require(packer.show.parcel?.number))
        #expect(try site.refusal(PackBox(parcel, "LONG")) == nil)
        #expect(try site.breaches() == [])
        try packer.start("T-1")
        #expect(packer.show.done == done)
        try finish(packer, parcels: 1)
    }

    @Test func `the last piece comes out again`() throws {
        let packer = try packer(of: [("PEN", 2)])
        try packer.answer(until: .weight)
        try packer.scan("*UNDO")
        #expect(packer.expects == .item)
        #expect(packer.show.done == 1)
        let undo = PackUndo(String(try #require(packer.show.parcel?.number)))
        #expect(try site.done(undo).done == 0)
        guard case .wrongState = try site.refusal(undo) else {
            Issue.record("something came out of an empty box")
            return
        }
        try packer.start("T-1")
        try finish(packer, parcels: 1)
    }

    @Test func `a closed parcel is opened again, its label is void`() throws {
        let packer = try packer(of: [("PEN", 2)])
        try packer.answer(until: .none)
        let sscc = try #require(try site.codes(of: "O-1").first)
        try site.done(PackReopen(sscc, reason: "a pen too few"))
        #expect(try site.stage(of: "O-1") == .packing)
        #expect(try site.events("order.unpacked").count == 1)
        try packer.start("O-1")
        #expect(packer.expects == .weight)
        try packer.scan("*UNDO")
        #expect(packer.expects == .item)
        try finish(packer, parcels: 1)
        #expect(try site.codes(of: "O-1").first != sscc)
    }

    /// Packers who do as they like: the order is packed whole in the end, by all rules.
    @Test(arguments: seeds)
    func `any order of items, boxes and full boxes ends packed`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let packer = try packer(of: [("PEN", 5), ("BRICK", 4)])
        for _ in 0..<50 where packer.expects != .none {
            let codes = ["PEN", "BRICK", "*FULL", "*UNDO", "L", "S", "1"]
            let code = codes[Int.random(in: 0..<codes.count, using: &random)]
            if Bool.random(using: &random), try packer.refusal(of: code) == nil {
                try packer.start("O-1")
            } else {
                try packer.answer()
            }
            #expect(try site.breaches() == [], "seed \(seed) after \(code)")
        }
        try packer.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .packed)
        #expect(try site.breaches() == [])
    }
}
