import Cartonization
import JSON

extension Transaction {
    /// The prompt of the bench at the place where its dialogue stands.
    func packingPrompt(_ packing: Dialogue.Packing) throws(Refusal) -> Prompt {
        let parcel = try parcel(packing.parcel)
        let order = try order(packing.order)
        let done = try piecesIn(parcel)
        var show: JSONObject = [
            "order_id": .string(order.id.text), "parcel": .int(parcel.row.number),
            "number": .int(parcel.number),
            "parcels": .int(try parcels(of: order.row).count), "box": .string(parcel.box.text),
            "done": .int(done), "of": .int(parcel.plan.pieces.count),
        ]
        switch packing.at {
        case .box:
            show["totes"] = .array(try totes(of: order.row).map { .string($0.id.text) })
            show["plan"] = .array(parcel.plan.pieces.prefix(Limits.piecesShownMax).map(\.json))
            return Prompt(expect: .box, say: "Take box \(parcel.box)", show: show)
        case .item, .quantity:
            guard let run = parcel.plan.run(after: done) else { return weightPrompt(parcel, show) }
            return try piecePrompt(run, packing, parcel, order, show)
        case .weight:
            return weightPrompt(parcel, show)
        case .close:
            show["weight_g"] = .int(parcel.weightG ?? 0)
            return Prompt(expect: .yesNo, say: "Close the parcel?", show: show, choices: ["yes", "no"])
        case .label:
            show["sscc"] = parcel.sscc.map { .string($0) }
            return Prompt(expect: .label, say: "Scan the label on the box", show: show)
        }
    }

    private func piecePrompt(
        _ run: PackPlan.Run, _ packing: Dialogue.Packing, _ parcel: Parcel, _ order: Order,
        _ basis: JSONObject
    ) throws(Refusal) -> Prompt {
        let sku = try sku(run.sku, of: order.client)
        var show = basis
        show["sku"] = .string(run.sku.text)
        show["name"] = .string(sku.name)
        show["barcode"] = try barcodes(of: run.sku, order.client).first.map { .string($0) }
        show["qty_left"] = .int(run.count)
        show["place"] = parcel.plan.pieces[run.first].json
        if run.count > 1 {
            let shown = run.first..<run.first + min(run.count, Limits.piecesShownMax)
            show["places"] = .array(parcel.plan.pieces[shown].map(\.json))
        }
        let words = ParcelWords(parcel.plan.parcel(in: parcel.box), box: try boxType(parcel.box))
        let places = words.places(of: run.first..<run.first + run.count, most: Limits.placesToldMax)
        show["where"] = .array(places.map { .string($0) })
        if packing.at == .quantity {
            show["counted"] = .int(packing.counted)
            return Prompt(expect: .quantity, say: "\(run.count)", show: show)
        }
        return Prompt(expect: .item, say: "\(run.count) × \(run.sku)", show: show)
    }

    private func weightPrompt(_ parcel: Parcel, _ basis: JSONObject) -> Prompt {
        var show = basis
        show["weight_g"] = .int(parcel.expectedWeightG)
        show["tolerance_g"] = .int(toleranceG(of: parcel))
        return Prompt(expect: .weight, say: "Weigh the box", show: show)
    }

    /// The totes that an order's pieces lie in.
    func totes(of order: OrderRow) throws(Refusal) -> [Tote] {
        try rows("SELECT * FROM tote WHERE order_row = ? ORDER BY tote", [order]).map(Tote.init)
    }

    /// How far the scale may be off: the larger of a fixed and a relative tolerance.
    func toleranceG(of parcel: Parcel) -> Int {
        max(settings.weightToleranceG, parcel.expectedWeightG * settings.weightTolerancePermille / 1000)
    }
}
