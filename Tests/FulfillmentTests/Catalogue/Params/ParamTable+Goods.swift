import JSON

@testable import Fulfillment

extension ParamTable {
    mutating func goods() {
        let unit: JSONValue = ["unit": "case", "qty": 12, "barcodes": ["777001"]]
        begin("sku.upsert", in: Worlds.cups, ["sku": "CUP", "size_mm": [100, 75, 50], "weight_g": 100])
        pair("sku", "MUG")
        pair("client", "ACME")
        pair("name", "A cup")
        pair("barcodes", ["777002"], seen: Self.goods(named: "777002"))
        pair("size_mm", [200, 150, 100], seen: Worlds.bench("C-8"))
        pair("weight_g", 900, seen: Worlds.bench("C-8"))
        pair("units.unit", "inner", with: ["units": [unit]], seen: Self.goods(named: "777001"))
        pair("units.qty", 6, with: ["units": [unit]], seen: Self.receiptOfACase)
        pair("units.size_mm", [400, 300, 200], with: ["units": [unit]])
        pair("units.weight_g", 1_300, with: ["units": [unit]])
        pair("units.barcodes", ["777003"], with: ["units": [unit]], seen: Self.goods(named: "777003"))
        pair("storage", "chilled", seen: Self.walkToCupAndBrick)
        pair("hazard", "3")
        pair("track", ["lot"], seen: Self.receiptOfACup)
        pair("shelf_life_days", 90)
        pair(
            "rotation", "FIFO", with: ["sku": "SERUM", "rotation": "FEFO"], in: Worlds.stocked,
            seen: Self.lotOfSerum())

        begin("sku.get", in: Worlds.stocked, ["sku": "PEN", "client": ""])
        pair("sku", "BRICK")
        pair("client", "ACME")

        begin("sku.list", in: Worlds.stocked)
        pair("client", "ACME")
        pages(after: "BRICK")
    }

    private static func goods(named code: String) -> ParamPair.Sight {
        { site in try site.outcome(of: "sku.get", ["sku": .string(code)]) }
    }

    private static let receiptOfACup: ParamPair.Sight = { site in
        try site.outcome(
            of: "stock.receive", ["warehouse": "WH-NY", "sku": "CUP", "bin": "A-3-01", "qty": 1])
    }

    private static let receiptOfACase: ParamPair.Sight = { site in
        try site.outcome(
            of: "stock.receive",
            ["warehouse": "WH-NY", "sku": "CUP", "bin": "A-3-01", "qty": 1, "unit": "case"])
    }

    /// The bins of a cup, which lies near the start, and of a brick, in the order in which they are walked to.
    private static let walkToCupAndBrick: ParamPair.Sight = { site in
        try site.send("W-1", [("CUP", 1), ("BRICK", 1)])
        try site.picker().nextTour()
        return .array(try site.bins().last?.map { JSONValue.string($0) } ?? [])
    }

    /// The lot of which an order of serum is released.
    static func lotOfSerum(_ order: String = "S-1") -> ParamPair.Sight {
        { site in
            if try site.refusal("order.get", ["order_id": .string(order)]) != nil {
                try site.allocate(order, [("SERUM", 1)])
            }
            try site.release(order)
            let found = try site.read("order.get", ["order_id": .string(order)])
            return found["picks"]?.array?.first?["lot"] ?? .null
        }
    }
}
