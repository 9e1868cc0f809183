import Domain
import Cartonization
import Operations

extension Transaction {
    /// The prompt of the bench at the place where its dialogue stands.
    func packingPrompt(_ packing: Dialogue.Packing) throws(Refusal) -> Prompt {
        let parcel = try parcel(packing.parcel)
        let order = try order(packing.order)
        let done = try piecesIn(parcel)
        let request = try order.request
        var show = Shown()
        show.order = order.id
        show.client = order.client.isEmpty ? nil : order.client
        (show.parcel, show.number, show.box) = (parcel.row, parcel.number, parcel.box)
        show.parcels = try parcels(of: order.row).count
        (show.done, show.of) = (done, parcel.plan.pieces.count)
        (show.notes, show.gift) = (request.notes, request.isGift ? true : nil)
        show.documents = request.documents.isEmpty ? nil : request.documents
        switch packing.at {
        case .box:
            show.totes = try totes(of: order.row).map(\.id)
            show.plan = parcel.plan.pieces.prefix(Limits.piecesShownMax).map(PlannedPiece.init)
            return Prompt(expect: .box, say: "Take box \(parcel.box)", show: show)
        case .item, .quantity:
            guard let run = parcel.plan.run(after: done) else { return weightPrompt(parcel, show) }
            return try piecePrompt(run, packing, parcel, order, show)
        case .weight:
            return weightPrompt(parcel, show)
        case .close:
            show.weightG = parcel.weightG ?? 0
            return Prompt(expect: .yesNo, say: "Close the parcel?", show: show, choices: ["yes", "no"])
        case .label:
            show.sscc = parcel.sscc
            return Prompt(expect: .label, say: "Scan the label on the box", show: show)
        }
    }

    private func piecePrompt(
        _ run: PackPlan.Run, _ packing: Dialogue.Packing, _ parcel: Parcel, _ order: Order, _ basis: Shown
    ) throws(Refusal) -> Prompt {
        let sku = try sku(run.sku, of: order.client)
        var show = basis
        (show.sku, show.name, show.quantityLeft) = (run.sku, sku.name, run.count)
        show.barcode = try barcodes(of: run.sku, order.client).first
        show.place = PlannedPiece(parcel.plan.pieces[run.first])
        if run.count > 1 {
            let shown = run.first..<run.first + min(run.count, Limits.piecesShownMax)
            show.places = parcel.plan.pieces[shown].map(PlannedPiece.init)
        }
        let words = ParcelWords(parcel.plan.parcel(in: parcel.box), box: try boxType(parcel.box))
        show.whereInWords = words.places(of: run.first..<run.first + run.count, most: Limits.placesToldMax)
        if packing.at == .quantity {
            show.counted = packing.counted
            return Prompt(expect: .quantity, say: "\(run.count)", show: show)
        }
        return Prompt(expect: .item, say: "\(run.count) × \(run.sku)", show: show)
    }

    private func weightPrompt(_ parcel: Parcel, _ basis: Shown) -> Prompt {
        var show = basis
        show.weightG = parcel.expectedWeightG
        show.toleranceG = toleranceG(of: parcel)
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
