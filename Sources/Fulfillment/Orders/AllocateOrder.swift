import JSON

extension Transaction {
    /// `order.allocate`: accepts an order and promises its quantities, or refuses it whole.
    ///
    /// The same order with the same content is acknowledged again.
    func allocateOrder(_ params: Params) throws(Refusal) -> JSONValue {
        let request = try OrderRequest(try params.nested("order"))
        if let row = try row(
            "SELECT * FROM orders WHERE client = ? AND order_id = ?", [request.client, request.id])
        {
            return try acknowledge(Order(row), again: request)
        }
        let floor = try floor(named: request.warehouse)
        try checkStock(for: request, on: floor)
        let order = try insert(request)
        for line in try lines(of: order.row) { try promise(line, line.quantity, in: order.warehouse) }
        try emit(.orderAccepted, of: order.id.text, in: order.warehouse, eventData(order, request))
        return answer(order)
    }

    private func floor(named warehouse: String) throws(Refusal) -> Floor {
        let known = try rows("SELECT warehouse FROM warehouse ORDER BY warehouse").map {
            $0["warehouse"] as String
        }
        guard known.contains(warehouse) else { throw .unknownWarehouse(warehouse, known: known) }
        return try floor(WarehouseCode(warehouse))
    }

    private func acknowledge(_ order: Order, again request: OrderRequest) throws(Refusal) -> JSONValue {
        guard order.content == request.content else {
            throw .orderConflict(
                order: order.id.text, difference: Self.difference(order.wanted, request.content))
        }
        return answer(order)
    }

    private func answer(_ order: Order) -> JSONValue {
        [
            "order_id": .string(order.id.text), "revision": .int(order.revision),
            "stage": .string(order.stage.rawValue), "warehouse": .string(order.warehouse.text),
        ]
    }

    /// The first members in which two requests differ, for the message.
    private static func difference(_ accepted: JSONObject, _ content: String) -> String {
        let given = (try? JSONValue(parsing: content))?.object ?? JSONObject()
        let keys = (accepted.keys + given.keys.filter { accepted[$0] == nil }).filter {
            accepted[$0] != given[$0]
        }
        return keys.sorted().joined(separator: ", ")
    }

    /// Every SKU must be known, and what is wanted of it must not exceed what nobody else was promised.
    private func checkStock(for request: OrderRequest, on floor: Floor) throws(Refusal) {
        var wanted: [(sku: SKUID, quantity: Int, minLifeDays: Int, lot: String)] = []
        for line in request.lines {
            let known = try row("SELECT 1 FROM sku WHERE client = ? AND sku = ?", [request.client, line.sku])
            guard known != nil else { throw .unknownSKU(line.sku.text) }
            let life = line.minLifeDays ?? 0
            if let index = wanted.firstIndex(where: { $0.sku == line.sku && $0.lot == line.lot }) {
                wanted[index].quantity += line.quantity
                wanted[index].minLifeDays = max(wanted[index].minLifeDays, life)
            } else {
                wanted.append((line.sku, line.quantity, life, line.lot))
            }
        }
        for want in wanted {
            let free = try available(
                of: want.sku, request.client, on: floor, livingUntil: now.day.adding(days: want.minLifeDays),
                lot: want.lot)
            let left = free - (try promised(of: want.sku, request.client, in: floor.warehouse))
            guard want.quantity <= left else {
                let heldBack = try heldBack(of: want.sku, request.client, on: floor)
                let mend = "receive stock, or allocate from another warehouse"
                throw .stockShort(
                    sku: want.sku.text, wanted: want.quantity, available: max(0, left),
                    hint: heldBack.map { "\($0); \(mend)" } ?? mend)
            }
        }
    }

    private func insert(_ request: OrderRequest) throws(Refusal) -> Order {
        let priority = request.priority ?? settings.priorityBySLA[request.sla] ?? settings.defaultPriority
        try run(
            """
            INSERT INTO orders (client, order_id, warehouse, revision, content, priority, sla, driver, pickup_at,
                not_before, on_short, accepted_at, stage)
            VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, 'accepted')
            """,
            [
                request.client, request.id, request.warehouse, request.content, priority, request.sla,
                request.driver, request.pickupAt?.millisecondsSince1970,
                request.notBefore?.millisecondsSince1970,
                request.onShort.rawValue, now.millisecondsSince1970,
            ])
        let row = OrderRow(insertedRow)
        for (position, line) in request.lines.enumerated() {
            try run(
                """
                INSERT INTO line (order_row, line, position, client, sku, quantity, capacity, lot, min_life_days)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    row, line.line, position, request.client, line.sku, line.quantity, line.capacity,
                    line.lot,
                    line.minLifeDays,
                ])
        }
        return try order(row)
    }

    private func eventData(_ order: Order, _ request: OrderRequest) -> JSONObject {
        var data: JSONObject = [
            "order_id": .string(order.id.text), "warehouse": .string(order.warehouse.text),
            "lines": .array(
                request.lines.map {
                    ["line": .string($0.line), "sku": .string($0.sku.text), "qty": .int($0.quantity)]
                }),
        ]
        if settings.addressesInEvents { data["ship_to"] = order.wanted["ship_to"] }
        return data
    }
}
