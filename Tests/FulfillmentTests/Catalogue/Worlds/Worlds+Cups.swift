import JSON

@testable import Fulfillment

extension Worlds {
    /// Orders of cups stand at a bench, and nobody has chosen boxes for them yet.
    ///
    /// Eight cups, which are not to be turned, fill the small box in two layers of four. C-8 has these, C-16 twice as
    /// many, C-P one cup and one pen, C-R two long rods, and C-B six bricks, which are too heavy for one box.
    static let cups = World(after: stocked) { site in
        try site.done(
            "sku.upsert", ["sku": "PEN", "packing": ["group": "P", "never_with": ["G"]]])
        try site.done(
            "sku.upsert",
            ["sku": "CUP", "size_mm": [100, 75, 50], "weight_g": 100, "packing": ["rotation": "none"]])
        try site.done("sku.upsert", ["sku": "ROD", "size_mm": [60, 60, 200], "weight_g": 100])
        try site.done("box.upsert", ["box": "S", "cost": "0.50"])
        try site.done("box.upsert", ["box": "L", "cost": "1.00"])
        try site.receive(60, "CUP", in: "A-3-01")
        try site.receive(10, "ROD", in: "A-3-02")
        try site.send("C-8", [("CUP", 8)])
        try site.send("C-16", [("CUP", 16)])
        try site.send("C-P", [("CUP", 1), ("PEN", 1)])
        try site.send("C-R", [("ROD", 2)])
        try site.send("C-B", [("BRICK", 6)])
        try site.pickEverything()
    }

    /// What the packer is shown who begins with an order.
    static func bench(_ order: String) -> ParamPair.Sight {
        { site in
            let packer = try site.packer()
            return try site.outcome(
                of: "pack.start", ["session": .int(packer.session), "code": .string(order)])
        }
    }
}
