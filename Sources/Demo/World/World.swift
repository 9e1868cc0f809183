import JSON

/// What a demonstration works with: goods, boxes and the orders for them.
struct World {
    var products: [Product]
    var cartons: [Carton]
    var orders: [DemoOrder]

    /// Pieces of each SKU in all orders together.
    var demand: [String: Int] {
        var demand: [String: Int] = [:]
        for line in orders.flatMap(\.lines) { demand[line.sku, default: 0] += line.quantity }
        return demand
    }

    /// The volume of all ordered pieces.
    var orderedMM3: Int {
        let volumes = Dictionary(
            products.map { ($0.sku, $0.volumeMM3) }, uniquingKeysWith: { first, _ in first })
        return orders.flatMap(\.lines).reduce(0) { $0 + $1.quantity * (volumes[$1.sku] ?? 0) }
    }
}

/// An order before it is sent.
struct DemoOrder {
    let id: String
    let lines: [(sku: String, quantity: Int, capacity: Int)]
    let sla: String
    let driver: String
    let shipTo: JSONValue

    /// The params of `order.allocate`.
    func request(warehouse: String) -> JSONObject {
        [
            "order": [
                "order_id": .string(id),
                "items": .array(
                    lines.map {
                        ["sku": .string($0.sku), "qty": .int($0.quantity), "capacity": .int($0.capacity)]
                    }),
                "total_capacity": .int(lines.reduce(0) { $0 + $1.capacity }),
                "ship_to": shipTo, "delivery_sla": .string(sla),
                "plan": [
                    "warehouse": .string(warehouse), "driver": .string(driver),
                    "estimated_pickup": "2026-05-06T14:00:00Z", "estimated_delivery": "2026-05-06T15:30:00Z",
                ],
            ]
        ]
    }
}
