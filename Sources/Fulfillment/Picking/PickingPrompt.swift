import Domain
import Operations
import WarehouseLayout

extension Transaction {
    /// The prompt of a tour at the place where its dialogue stands.
    func pickingPrompt(_ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        var prompt = try pickingStep(picking)
        let all = try picks(on: picking.tour)
        prompt.show.tour = picking.tour
        prompt.show.done = all.count { $0.state != .claimed && $0.state != .open }
        prompt.show.of = all.count
        return prompt
    }

    private func pickingStep(_ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        switch picking.at {
        case .bind:
            guard let order = try orderWithoutTote(on: picking.tour) else { return try dropPrompt(picking) }
            var show = try shown(order: order)
            show.cart = try tour(picking.tour).cart.map { CartCode($0) }
            return Prompt(expect: .tote, say: "Free tote for \(show.order?.text ?? "")", show: show)
        case .station: return try dropPrompt(picking)
        case .bin, .item, .lot, .quantity, .tote, .reason:
            guard let pick = try currentPick(on: picking.tour) else { return try dropPrompt(picking) }
            return try pickPrompt(pick, picking)
        }
    }

    private func pickPrompt(_ pick: Pick, _ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        let sku = try sku(pick.sku, of: pick.client)
        var item = try shown(order: pick.order)
        (item.bin, item.sku, item.name, item.quantity) = (pick.bin, pick.sku, sku.name, pick.quantity)
        item.barcode = try barcodes(of: pick.sku, pick.client).first
        item.lot = pick.lot.isEmpty ? nil : pick.lot
        item.expiry = Day(pick.expiry)
        item.unit = try unit(of: pick)
        switch picking.at {
        case .item:
            return Prompt(expect: .item, say: "\(pick.quantity) × \(pick.sku)", show: item)
        case .lot:
            return Prompt(expect: .lot, say: "Lot \(pick.lot)", show: item)
        case .quantity:
            item.counted = picking.counted
            return Prompt(expect: .quantity, say: "\(pick.quantity)", show: item)
        case .reason:
            item.counted = picking.counted
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

    private func totePrompt(_ pick: Pick, _ picking: Dialogue.Picking, _ item: Shown) throws(Refusal)
        -> Prompt
    {
        var show = item
        if picking.isFull {
            return Prompt(
                expect: .tote, say: "Further free tote for \(item.order?.text ?? "")", show: show)
        }
        let tote = try currentTote(of: pick.order, on: picking.tour)
        show.tote = tote?.id
        return Prompt(expect: .tote, say: tote?.id.text ?? "Free tote", show: show)
    }

    private func binPrompt(_ pick: Pick, _ picking: Dialogue.Picking, _ item: Shown) throws(Refusal)
        -> Prompt
    {
        let tour = try tour(picking.tour)
        let floor = try floor(tour.warehouse)
        var show = item
        if let bin = floor.layout.bin(pick.bin.text) {
            show.printed = bin.printedName
            if let from = standing(tour, on: floor),
                let walk = floor.layout.distanceMM(from: from, to: bin.place)
            {
                show.walkM = (Double(walk) / 100).rounded() / 10
            }
        }
        return Prompt(expect: .bin, say: pick.bin.text, show: show)
    }

    private func dropPrompt(_ picking: Dialogue.Picking) throws(Refusal) -> Prompt {
        let tour = try tour(picking.tour)
        let totes = try totes(on: picking.tour)
        var show = Shown()
        (show.station, show.totes) = (StationCode(tour.finish), totes.map(\.id))
        return Prompt(expect: .station, say: tour.finish, show: show)
    }

    /// What the order is called, and whose it is.
    private func shown(order row: OrderRow) throws(Refusal) -> Shown {
        let order = try order(row)
        var show = Shown()
        show.order = order.id
        show.client = order.client.isEmpty ? nil : order.client
        return show
    }

    /// The unit that a pick's line was ordered in; nil where that is single pieces.
    private func unit(of pick: Pick) throws(Refusal) -> UnitName? {
        let line = try row(
            "SELECT unit FROM line WHERE order_row = ? AND line = ?", [pick.order, pick.line])
        let unit: UnitName = try line?.word("unit") ?? .each
        return unit == .each ? nil : unit
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
