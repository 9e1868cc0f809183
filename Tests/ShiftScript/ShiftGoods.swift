import JSON

/// What a shift works with: a light SKU, a heavy one, one with lots, two boxes, forty totes; and its orders.
enum ShiftGoods {
    static let barcode = "4006381333931"
    static let skus = ["PEN", "BRICK", "SERUM"]

    /// The requests that bring them in.
    static let requests: [(method: String, params: JSONObject)] =
        [
            (
                "sku.upsert",
                [
                    "sku": "PEN", "size_mm": [150, 20, 20], "weight_g": 40, "barcodes": [.string(barcode)],
                    "rotation": "FIFO",
                ]
            ), ("sku.upsert", ["sku": "BRICK", "size_mm": [200, 100, 60], "weight_g": 2500]),
            (
                "sku.upsert",
                [
                    "sku": "SERUM", "size_mm": [60, 60, 90], "weight_g": 200, "track": ["lot", "expiry"],
                    "rotation": "FEFO",
                ]
            ),
            (
                "box.upsert",
                ["box": "S", "inner_mm": [220, 160, 110], "tare_g": 90, "max_weight_g": 6000]
            ),
            (
                "box.upsert",
                ["box": "L", "inner_mm": [420, 320, 260], "tare_g": 300, "max_weight_g": 12000]
            ),
        ] + (1...40).map { ("tote.upsert", ["tote": .string("T-\($0)")]) }

    /// The request for an order of so many pieces of each SKU, a line each.
    static func order(_ id: String, _ items: [(String, Int)], _ more: JSONObject = [:]) -> JSONObject {
        var order: JSONObject = [
            "order_id": .string(id),
            "items": .array(items.map { ["sku": .string($0.0), "qty": .int($0.1)] }),
            "ship_to": ["name": "Ada Byron", "city": "Albany", "country": "US"],
            "delivery_sla": "ANY", "plan": ["warehouse": "WH-NY", "driver": "D-7"],
        ]
        for (key, value) in more.members { order[key] = value }
        return ["order": .object(order)]
    }
}
