import JSON

extension Transaction {
    /// `order.cancel`: before the first piece is picked the order is gone at once; its stock is free again.
    ///
    /// Once pieces lie in totes, cancelling is a walk back to the bins; that is refused here.
    func cancelOrder(_ params: Params) throws(Refusal) -> JSONValue {
        let order = try order(params)
        let facts = try facts(of: order.row)
        let begun = [PickState.claimed, .picked, .packed].contains { (facts.picks[$0] ?? 0) > 0 }
        guard order.stage == .accepted || order.stage == .released, !begun else {
            throw .wrongState(
                thing: "order \(order.id)", state: order.stage.rawValue,
                wanted: "accepted or released; no pick of it may have begun")
        }
        try dropOpenPicks(of: order)
        for line in try lines(of: order.row) {
            try promise(line, -line.promised, in: order.warehouse)
        }
        try run("UPDATE orders SET is_cancelled = 1, is_short = 0 WHERE id = ?", [order.row])
        try settleStage(of: order.row)
        var data: JSONObject = ["order_id": .string(order.id.text)]
        data["reason"] = try params.optionalText("reason").map { .string($0) }
        try emit(.orderCancelled, of: order.id.text, in: order.warehouse, data)
        let floor = try floor(order.warehouse)
        for line in try lines(of: order.row) { try renewPromises(of: line.sku, line.client, on: floor) }
        return try stageAnswer(order)
    }

    /// `order.hold`: the order is not released until it is resumed.
    func holdOrder(_ params: Params) throws(Refusal) -> JSONValue {
        let order = try order(params)
        guard order.stage == .accepted, !order.isHeld else {
            throw .wrongState(
                thing: "order \(order.id)", state: order.isHeld ? "held" : order.stage.rawValue,
                wanted: "accepted and not held; unrelease it first")
        }
        let reason = try params.text("reason")
        try run("UPDATE orders SET is_held = 1, hold_reason = ? WHERE id = ?", [reason, order.row])
        try emit(
            .orderHeld, of: order.id.text, in: order.warehouse,
            ["order_id": .string(order.id.text), "reason": .string(reason)])
        return try stageAnswer(order)
    }

    /// `order.resume`
    func resumeOrder(_ params: Params) throws(Refusal) -> JSONValue {
        let order = try order(params)
        guard order.isHeld else {
            throw .wrongState(thing: "order \(order.id)", state: "not held", wanted: "held")
        }
        try run("UPDATE orders SET is_held = 0, hold_reason = NULL WHERE id = ?", [order.row])
        try emit(.orderResumed, of: order.id.text, in: order.warehouse, ["order_id": .string(order.id.text)])
        return try stageAnswer(order)
    }

    private func stageAnswer(_ order: Order) throws(Refusal) -> JSONValue {
        ["order_id": .string(order.id.text), "stage": .string(try self.order(order.row).stage.rawValue)]
    }
}
