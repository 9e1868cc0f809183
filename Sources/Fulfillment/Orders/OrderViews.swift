import JSON

extension Transaction {
    /// `order.get`: an order with its lines, picks and parcels.
    func getOrder(_ params: Params) throws(Refusal) -> JSONValue {
        let order = try order(params)
        var object = summary(order)
        object["revision"] = .int(order.revision)
        object["warehouse"] = .string(order.warehouse.text)
        object["accepted_at"] = "\(order.acceptedAt)"
        object["lines"] = .array(
            try lines(of: order.row).map {
                [
                    "line": .string($0.line), "sku": .string($0.sku.text), "qty": .int($0.quantity),
                    "promised": .int($0.promised),
                ]
            })
        object["picks"] = .array(
            try picks(of: order.row).map { pick in
                var entry: JSONObject = [
                    "line": .string(pick.line), "sku": .string(pick.sku.text), "qty": .int(pick.quantity),
                    "bin": .string(pick.bin.text), "state": .string(pick.state.rawValue),
                ]
                entry["tour"] = pick.tour.map { .int($0.number) }
                entry["tote"] = pick.tote.map { .string($0.text) }
                return .object(entry)
            })
        object["parcels"] = .array(
            try parcels(of: order.row).map { parcel in
                var entry: JSONObject = [
                    "parcel": .int(parcel.row.number), "state": .string(parcel.state.rawValue),
                    "box": .string(parcel.box.text),
                ]
                entry["sscc"] = parcel.sscc.map { .string($0) }
                entry["weight_g"] = parcel.weightG.map { .int($0) }
                return .object(entry)
            })
        object["ext"] = order.wanted["ext"]
        return .object(object)
    }

    /// `order.list`: by order id, filtered by stage, SKU, driver or warehouse.
    func listOrders(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let warehouse = try params.has("warehouse") ? warehouse(params) : nil
        let found = try rows(
            """
            SELECT * FROM orders WHERE client = ?1 AND order_id > ?2 AND (?3 IS NULL OR stage = ?3)
                AND (?4 IS NULL OR driver = ?4) AND (?5 IS NULL OR warehouse = ?5)
                AND (?6 IS NULL OR EXISTS (SELECT 1 FROM line WHERE order_row = orders.id AND sku = ?6))
            ORDER BY order_id LIMIT ?7
            """,
            [
                try client(params), page.after, try params.optionalText("stage"),
                try params.optionalText("driver"),
                warehouse, try params.optionalText("sku"), page.limit + 1,
            ])
        return page.answer("orders", found.map { .object(summary(Order($0))) })
    }

    private func summary(_ order: Order) -> JSONObject {
        var flags: [JSONValue] = []
        if order.isShort { flags.append("short") }
        if order.isHeld { flags.append("held") }
        if order.isCancelRequested { flags.append("cancel_requested") }
        if let pickup = order.pickupAt, pickup < now,
            ![.inTransit, .closed, .cancelled].contains(order.stage)
        {
            flags.append("late")
        }
        var object: JSONObject = [
            "order_id": .string(order.id.text), "stage": .string(order.stage.rawValue),
            "flags": .array(flags),
            "sla": .string(order.sla), "priority": .int(order.priority), "driver": .string(order.driver),
        ]
        if !order.client.text.isEmpty { object["client"] = .string(order.client.text) }
        object["pickup"] = order.pickupAt.map { .string($0.description) }
        return object
    }

    /// `order.explain`: why an order stands where it stands, in sentences.
    func explainOrder(_ params: Params) throws(Refusal) -> JSONValue {
        let order = try order(params)
        var why = try sentences(on: order)
        if order.isShort { why.append("It is short: stock that was promised or reserved is not there.") }
        if let pickup = order.pickupAt { why.append("Driver \(order.driver) comes at \(pickup).") }
        return [
            "order_id": .string(order.id.text), "stage": .string(order.stage.rawValue),
            "why": .array(why.map { .string($0) }),
        ]
    }

    private func sentences(on order: Order) throws(Refusal) -> [String] {
        let picks = try picks(of: order.row)
        let parcels = try parcels(of: order.row)
        switch order.stage {
        case .accepted:
            if order.isHeld { return ["It is held: \(order.holdReason ?? "no reason was given")."] }
            if let notBefore = order.notBefore, notBefore > now {
                return ["It may not be released before \(notBefore)."]
            }
            return ["Its quantities are promised; nobody has released it yet."]
        case .released, .picking:
            var why: [String] = []
            for tour in Set(picks.compactMap(\.tour)).sorted() {
                why.append("Tour \(tour) is \(try self.tour(tour).state.rawValue).")
            }
            let left = picks.count { $0.state == .open || $0.state == .claimed }
            why.append("\(picks.count - left) of \(picks.count) picks are done.")
            return why
        case .picked: return ["All its totes are at a station and wait for a packer."]
        case .packing, .packed:
            let done = parcels.count { $0.state.isLabelled }
            return ["\(done) of \(parcels.count) parcels carry their label."]
        case .inTransit, .closed: return ["Its \(parcels.count) parcels were handed over."]
        case .cancelled: return ["It was cancelled before anything was picked."]
        }
    }
}
