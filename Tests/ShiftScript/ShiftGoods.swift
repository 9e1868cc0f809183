import JSON

/// What a shift works with: a light SKU, a heavy one, one with lots, two boxes, forty totes; and its orders.
enum ShiftGoods {
    static let barcode = "4006381333931"
    static let skus = ["PEN", "BRICK", "SERUM"]

    /// The requests that bring them in.
    static let requests: [(method: String, params: JSONObject)] = {
        var requests: [(method: String, params: JSONObject)] = []
        for params in goods { requests.append(("sku.upsert", params)) }
        for params in boxes { requests.append(("box.upsert", params)) }
        for params in totes { requests.append(("tote.upsert", params)) }
        return requests
    }()

    private static let goods: [JSONObject] = [
        [
            "sku": "PEN", "size_mm": [150, 20, 20], "weight_g": 40, "barcodes": [.string(barcode)],
            "rotation": "FIFO",
        ],
        ["sku": "BRICK", "size_mm": [200, 100, 60], "weight_g": 2500],
        [
            "sku": "SERUM", "size_mm": [60, 60, 90], "weight_g": 200, "track": ["lot", "expiry"],
            "rotation": "FEFO",
        ],
    ]

    private static let boxes: [JSONObject] = [
        ["box": "S", "inner_mm": [220, 160, 110], "tare_g": 90, "max_weight_g": 6000],
        ["box": "L", "inner_mm": [420, 320, 260], "tare_g": 300, "max_weight_g": 12000],
    ]

    private static let totes: [JSONObject] = (1...40).map { ["tote": .string("T-\($0)")] }

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
