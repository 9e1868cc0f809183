import JSON

@testable import Fulfillment

extension ParamTable {
    /// How goods may be packed shows in what the packer is told.
    mutating func packingRules() {
        begin("sku.upsert", in: Worlds.cups, ["sku": "CUP", "packing": ["rotation": "none"]])
        pair("packing.rotation", "none", with: ["sku": "ROD", "packing": [:]], seen: Worlds.bench("C-R"))
        pair("packing.fragile", true, seen: Worlds.bench("C-8"))
        pair("packing.stackable", false, seen: Worlds.bench("C-8"))
        pair("packing.own_box", true, seen: Worlds.bench("C-8"))
        pair("packing.group", "G", seen: Worlds.bench("C-P"))
        pair("packing.never_with", ["P"], seen: Worlds.bench("C-P"))
        pair("packing.with_group", "W", with: ["sku": "BRICK"], seen: Worlds.bench("C-B"))
        pair("packing.max_top_load_g", 50, seen: Worlds.bench("C-8"))
        pair("packing.max_stack", 1, seen: Worlds.bench("C-8"))
        pair("packing.floor_only", true, seen: Worlds.bench("C-8"))
        pair("packing.padding_mm", 30, seen: Worlds.bench("C-8"))
        pair("packing.nest_mm", 10, seen: Worlds.bench("C-16"))
    }

    mutating func boxesAndTotes() {
        begin("box.upsert", in: Worlds.cups, ["box": "S"])
        pair("box", "T", with: ["inner_mm": [100, 100, 100]])
        pair("inner_mm", [150, 100, 60], seen: Worlds.bench("C-8"))
        pair("outer_mm", [240, 180, 130], seen: Self.parcelOfCups)
        pair("tare_g", 200, seen: Self.parcelOfCups)
        pair("max_weight_g", 500, seen: Worlds.bench("C-8"))
        pair("cost", "9.00", seen: Worlds.bench("C-8"))
        pair("supply", 0, seen: Worlds.bench("C-8"))
        pair("barcode", "BOX-7", seen: Self.scanAtTheBench("BOX-7"))
        pair("kind", "mailer")
        let mailer: JSONObject = ["kind": "mailer", "give_mm": 0, "inner_mm": [220, 160, 60]]
        pair("give_mm", 50, with: mailer, seen: Worlds.bench("C-8"))
        pair("clearance_mm", 30, seen: Worlds.bench("C-8"))
        pair("max_items", 4, seen: Worlds.bench("C-8"))

        begin("box.list", in: Worlds.stocked)
        pages(after: "L")

        begin("tote.upsert", in: Worlds.stocked, ["tote": "T-1", "warehouse": "WH-NY"])
        pair("tote", "T-99")
        pair("inner_mm", [500, 300, 200])
        pair("tare_g", 1_200)
        pair("warehouse", "WH-OH")

        begin("tote.list", in: Worlds.picking)
        pair("state", "bound")
        pair("warehouse", "WH-OH")
        pair("client", "")
        pages(after: "T-1")
    }

    /// What is told of the parcel once all cups are in it and it is closed.
    private static let parcelOfCups: ParamPair.Sight = { site in
        try site.pack("C-8")
        return .array(try site.events("parcel.closed").compactMap { $0["data"] })
    }

    /// What comes of a scan by the packer who is to take a box for the cups.
    private static func scanAtTheBench(_ code: String) -> ParamPair.Sight {
        { site in
            let packer = try site.packer()
            try packer.start("C-8")
            return try site.outcome(of: "pack.scan", packer.params(code, step: packer.step))
        }
    }
}
