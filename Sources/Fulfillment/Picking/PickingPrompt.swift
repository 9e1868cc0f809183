import JSON
import WarehouseLayout

extension Transaction {
    /// The prompt of a tour at the place where its dialogue stands.
    func pickingPrompt(_ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        var prompt = try pickingStep(picking)
        let all = try picks(on: picking.tour)
        var show: JSONObject = [
            "tour": .int(picking.tour.number),
            "done": .int(all.count { $0.state != .claimed && $0.state != .open }), "of": .int(all.count),
        ]
        for (key, value) in prompt.show.members { show[key] = value }
        prompt.show = show
        return prompt
    }

    private func pickingStep(_ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        switch picking.at {
        case .bind:
            guard let order = try orderWithoutTote(on: picking.tour) else { return try dropPrompt(picking) }
            let id = try self.order(order).id.text
            var show: JSONObject = ["order_id": .string(id)]
            show["cart"] = try tour(picking.tour).cart.map { .string($0) }
            return Prompt(expect: .tote, say: "Free tote for \(id)", show: show)
        case .station: return try dropPrompt(picking)
        case .bin, .item, .lot, .quantity, .tote, .reason:
            guard let pick = try currentPick(on: picking.tour) else { return try dropPrompt(picking) }
            return try pickPrompt(pick, picking)
        }
    }

    private func pickPrompt(_ pick: Pick, _ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        let sku = try sku(pick.sku, of: pick.client)
        let order = try order(pick.order).id.text
        var item: JSONObject = [
            "bin": .string(pick.bin.text), "sku": .string(pick.sku.text), "name": .string(sku.name),
            "qty": .int(pick.quantity), "order_id": .string(order),
        ]
        if let barcode = try barcodes(of: pick.sku, pick.client).first { item["barcode"] = .string(barcode) }
        if !pick.lot.isEmpty { item["lot"] = .string(pick.lot) }
        if !pick.expiry.isEmpty { item["expiry"] = .string(pick.expiry) }
        switch picking.at {
        case .item:
            return Prompt(expect: .item, say: "\(pick.quantity) × \(pick.sku)", show: item)
        case .lot:
            return Prompt(expect: .lot, say: "Lot \(pick.lot)", show: item)
        case .quantity:
            item["counted"] = .int(picking.counted)
            return Prompt(expect: .quantity, say: "\(pick.quantity)", show: item)
        case .reason:
            item["counted"] = .int(picking.counted)
            return Prompt(
                expect: .reason, say: "\(pick.quantity - picking.counted) of \(pick.sku) not there?",
                show: item,
                choices: ShortReason.allCases.map(\.rawValue))
        case .tote:
            return try totePrompt(pick, picking, item)
        default:
            return try binPrompt(pick, picking, item)
        }
    }

    private func totePrompt(_ pick: Pick, _ picking: Dialogue.Picking, _ item: JSONObject) throws(Refusal)
        -> Prompt
    {
        var show = item
        if picking.isFull {
            return Prompt(
                expect: .tote, say: "Further free tote for \(item["order_id"]?.string ?? "")", show: show)
        }
        let tote = try currentTote(of: pick.order, on: picking.tour)
        show["tote"] = tote.map { .string($0.id.text) }
        return Prompt(expect: .tote, say: tote?.id.text ?? "Free tote", show: show)
    }

    private func binPrompt(_ pick: Pick, _ picking: Dialogue.Picking, _ item: JSONObject) throws(Refusal)
        -> Prompt
    {
        let tour = try tour(picking.tour)
        let floor = try floor(tour.warehouse)
        var show = item
        if let bin = floor.layout.bin(pick.bin.text) {
            show["printed"] = bin.printedName.map { .string($0) }
            if let from = standing(tour, on: floor),
                let walk = floor.layout.distanceMM(from: from, to: bin.place)
            {
                show["walk_m"] = .double((Double(walk) / 100).rounded() / 10)
            }
        }
        return Prompt(expect: .bin, say: pick.bin.text, show: show)
    }

    private func dropPrompt(_ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        let tour = try tour(picking.tour)
        let totes = try totes(on: picking.tour)
        return Prompt(
            expect: .station, say: tour.finish,
            show: [
                "station": .string(tour.finish), "totes": .array(totes.map { .string($0.id.text) }),
            ])
    }

    /// The totes on the cart of a tour.
    func totes(on tour: TourRow) throws(Refusal) -> [Tote] {
        try rows("SELECT * FROM tote WHERE tour = ? ORDER BY tote", [tour]).map(Tote.init)
    }

    /// The tote that an order's next pick goes into.
    func currentTote(of order: OrderRow, on tour: TourRow) throws(Refusal) -> Tote? {
        try row(
            "SELECT * FROM tote WHERE tour = ? AND order_row = ? AND state = 'bound' ORDER BY tote LIMIT 1",
            [tour, order]
        ).map(Tote.init)
    }
}
