import JSON

extension Transaction {
    /// `stock.list`: records by row, filtered by SKU or bin.
    func listStock(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let floor = try floor(try warehouse(params))
        let bin = try params.optionalText("bin") == nil ? nil : try bin(params, "bin", on: floor).code
        let sku = try params.optionalText("sku")
        let found = try rows(
            """
            SELECT * FROM stock WHERE warehouse = ?1 AND id > ?2 AND on_hand > 0
                AND (?3 IS NULL OR bin = ?3) AND (?4 IS NULL OR sku = ?4) ORDER BY id LIMIT ?5
            """, [floor.warehouse, page.afterNumber, bin, sku, page.limit + 1])
        return page.answer("stock", found.map { describe(Stock($0)) })
    }

    private func describe(_ stock: Stock) -> JSONValue {
        var object: JSONObject = [
            "stock": .int(stock.row.number), "sku": .string(stock.key.sku.text),
            "bin": .string(stock.key.bin.text),
            "on_hand": .int(stock.onHand), "reserved": .int(stock.reserved),
            "status": .string(stock.key.status.rawValue),
        ]
        if !stock.key.client.text.isEmpty { object["client"] = .string(stock.key.client.text) }
        if !stock.key.lot.isEmpty { object["lot"] = .string(stock.key.lot) }
        if !stock.key.expiry.isEmpty { object["expiry"] = .string(stock.key.expiry) }
        if !stock.key.plate.isEmpty { object["plate"] = .string(stock.key.plate) }
        object["received_at"] = "\(Instant(millisecondsSince1970: stock.receivedAt))"
        return .object(object)
    }

    /// `stock.available`: what can still be promised of a SKU.
    func showAvailable(_ params: Params) throws(Refusal) -> JSONValue {
        let floor = try floor(try warehouse(params))
        let client = try client(params)
        let sku = try sku(SKUID(try params.text("sku")), of: client)
        let free = try available(of: sku.id, client, on: floor, livingUntil: now.day)
        let promised = try promised(of: sku.id, client, in: floor.warehouse)
        let totals = try row(
            """
            SELECT coalesce(sum(on_hand), 0) AS on_hand, coalesce(sum(reserved), 0) AS reserved FROM stock
            WHERE warehouse = ? AND client = ? AND sku = ?
            """, [floor.warehouse, client, sku.id])
        return [
            "sku": .string(sku.id.text), "available": .int(max(0, free - promised)),
            "promised": .int(promised),
            "on_hand": .int(totals?["on_hand"] ?? 0), "reserved": .int(totals?["reserved"] ?? 0),
        ]
    }
}
