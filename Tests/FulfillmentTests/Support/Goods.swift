import JSON

/// What lies in the test warehouse: a light SKU, a heavy one, one with lots, two boxes, forty totes.
enum Goods {
    static let barcode = "4006381333931"

    static func bring(to site: TestSite) throws {
        try site.done(
            "sku.upsert",
            [
                "sku": "PEN", "size_mm": [150, 20, 20], "weight_g": 40, "barcodes": [.string(barcode)],
                "rotation": "FIFO",
            ])
        try site.done("sku.upsert", ["sku": "BRICK", "size_mm": [200, 100, 60], "weight_g": 2500])
        try site.done(
            "sku.upsert",
            [
                "sku": "SERUM", "size_mm": [60, 60, 90], "weight_g": 200, "track": ["lot", "expiry"],
                "rotation": "FEFO",
            ])
        try site.done(
            "box.upsert", ["box": "S", "inner_mm": [220, 160, 110], "tare_g": 90, "max_weight_g": 6000])
        try site.done(
            "box.upsert", ["box": "L", "inner_mm": [420, 320, 260], "tare_g": 300, "max_weight_g": 12000])
        for number in 1...40 { try site.done("tote.upsert", ["tote": .string("T-\(number)")]) }
    }
}

extension TestSite {
    func receive(_ quantity: Int, _ sku: String, in bin: String, lot: String? = nil, expiry: String? = nil)
        throws
    {
        var params: JSONObject = [
            "warehouse": "WH-NY", "sku": .string(sku), "bin": .string(bin), "qty": .int(quantity),
        ]
        params["lot"] = lot.map { .string($0) }
        params["expiry"] = expiry.map { .string($0) }
        try done("stock.receive", params)
    }

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

    func allocate(_ id: String, _ items: [(String, Int)], _ more: JSONObject = [:]) throws {
        try done("order.allocate", Self.order(id, items, more))
    }

    /// Releases an order, and plans its tour.
    func release(_ id: String) throws {
        try done("order.release", ["order_id": .string(id)])
        try plan()
    }

    /// Allocates and releases in one go.
    func send(_ id: String, _ items: [(String, Int)], _ more: JSONObject = [:]) throws {
        try allocate(id, items, more)
        try release(id)
    }
}
