import Cartonization
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// What boxes and SKUs say of packing is kept, used, and refused where it contradicts itself.
@Suite struct PackingRulesOfGoodsTests {
    private let site: TestSite

    init() throws { site = try TestSite() }

    private func box(_ more: JSONObject) -> JSONObject {
        var box: JSONObject = ["box": "B", "inner_mm": [300, 200, 100]]
        for (key, value) in more.members { box[key] = value }
        return box
    }

    private func sku(_ packing: JSONObject) -> JSONObject {
        ["sku": "CUP", "size_mm": [80, 80, 120], "weight_g": 100, "packing": .object(packing)]
    }

    @Test func `all that is told of a box is listed`() throws {
        let told = box([
            "outer_mm": [310, 210, 110], "clearance_mm": 5, "max_items": 3, "kind": "mailer", "give_mm": 20,
            "tare_g": 30, "max_weight_g": 2_000, "cost": "0.40", "supply": 7, "barcode": "BX-1",
        ])
        try site.done("box.upsert", told)
        let found = try #require(try site.read("box.list", ["limit": 1])["boxes"]?.array?.first)
        for (key, value) in told.members { #expect(found[key] == value, "\(key)") }
    }

    @Test(
        arguments: [
            (["clearance_mm": 100], "clearance_mm"), (["give_mm": 10], "give_mm"),
            (["outer_mm": [290, 210, 110]], "outer_mm"),
        ] as [(JSONObject, String)])
    func `a box that contradicts itself is refused`(more: JSONObject, param: String) throws {
        guard case .badParams(param, _) = try site.refusal("box.upsert", box(more)) else {
            Issue.record("\(more) was taken")
            return
        }
        #expect(try site.read(BoxList()).boxes.count == 2)
    }

    @Test(
        arguments: [
            (["nest_mm": 121], "packing.nest_mm"), (["nest_mm": 0], "packing.nest_mm"),
            (["padding_mm": -1], "packing.padding_mm"),
            (["rotation": ["lid"]], "packing.rotation"),
        ] as [(JSONObject, String)])
    func `a SKU that no box could take is refused`(packing: JSONObject, param: String) throws {
        guard case .badParams(param, _) = try site.refusal("sku.upsert", sku(packing)) else {
            Issue.record("\(packing) was taken")
            return
        }
        #expect(try site.refusal(SKUGet("CUP")) == .unknownSKU("CUP"))
    }

    @Test func `the faces that a SKU may stand on and the pieces that a box takes hold at the bench`() throws
    {
        try site.done("sku.upsert", sku(["rotation": ["long_side", "short_side"]]))
        try site.done("box.upsert", box(["max_items": 2, "cost": "0.01"]))
        for other in ["S", "L"] {
            try site.done("box.upsert", ["box": .string(other), "inner_mm": [1, 1, 1]])
        }
        try site.receive(5, "CUP", in: "A-1-01")
        try site.send("O-1", [("CUP", 5)])
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("T-1")
        #expect(packer.show.parcels == 3)
        let plan = try #require(packer.show.plan)
        #expect(plan.count == 2 && plan.allSatisfy { $0.size.height == 80 })
        #expect(try site.breaches() == [])
    }

    @Test func `parcels are planned as the settings say`() throws {
        var settings = SiteSettings()
        settings.packing = try PackingSettings(
            json: [
                "profile": "least-freight", "support": 0.5,
                "freight": ["steps": [["to_g": 20_000, "price": 4.2]]],
            ])
        #expect(settings.packing.rules.supportShare == 5_000)
        #expect(throws: PackingError.self) { try PackingSettings(json: ["profile": "least-freight"]) }
        #expect(throws: PackingError.self) { try PackingSettings(json: ["freight": ["steps": []]]) }
        site.settings = settings
        try site.reopen()
        try site.receive(3, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        try site.pack("O-1")
        #expect(try site.stage(of: "O-1") == .packed)
    }
}
