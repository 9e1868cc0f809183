import Domain

extension PackingMachine: FloorDialogue {
    static var commands: [String] { BenchCommand.allCases.map(\.rawValue) }

    static func facts(
        at state: PackingState, for answer: Answer?, in context: DialogueContext
    ) throws(Refusal) -> PackingFacts {
        let site = context.site
        let (order, parcel) = (try site.order(state.order), try site.parcel(state.parcel))
        var facts = PackingFacts(
            order: order, parcel: parcel, toleranceG: site.settings.toleranceG(of: parcel))
        guard let answer, answer.command(BenchCommand.self) == nil else { return facts }
        switch state.at {
        case .box:
            facts.code.box = try site.box(answer.scan)
            if facts.code.box == nil {
                facts.code.isKnown = try !site.meanings(of: answer.text, on: context.floor).isEmpty
            }
        case .item, .quantity:
            try site.readRun(&facts)
            guard let sku = facts.sku else { break }
            facts.code.pieces = try site.pieces(answer.scan, of: sku)
            if state.at == .item && facts.code.pieces == nil {
                facts.code.box = try site.boxInstead(answer.scan, of: parcel)
                if facts.code.box != nil { break }
                facts.code.other = try site.otherPieces(answer.scan, facts)
            }
        case .weight, .close, .label: break
        }
        return facts
    }

    static func carryOut(
        _ step: DialogueStep<PackingState, PackingEffect>, knowing facts: inout PackingFacts,
        in context: DialogueContext
    ) throws(Refusal) {
        let site = context.site
        for effect in step.effects {
            facts.parcel = try site.carryOut(
                effect, on: facts.parcel, of: facts.order, by: context.session.badge)
        }
        if facts.parcel.state.isLabelled, let next = try site.parcelToPack(of: facts.order.row) {
            facts.parcel = next
        }
    }

    static func readForPrompt(
        _ facts: inout PackingFacts, at state: PackingState, in context: DialogueContext
    ) throws(Refusal) {
        let site = context.site
        let (order, parcel) = (facts.order.row, facts.parcel)
        facts.toleranceG = site.settings.toleranceG(of: parcel)
        facts.parcels = try site.parcelCount(of: order)
        facts.notes = try site.packingNotes(of: facts.order)
        switch state.at {
        case .box:
            facts.totes = try site.store.totes.totes(of: order).map(\.id)
            facts.places = try site.store.parcels.pieces(of: parcel.row, at: 0..<Limits.piecesShownMax)
        case .item, .quantity:
            try site.readRun(&facts)
            guard let run = facts.run, let sku = facts.sku else { break }
            facts.barcode = try site.barcodes(of: sku.id, sku.client).first
            (facts.places, facts.words) = try site.places(of: run, in: parcel)
        case .weight, .close, .label: break
        }
    }
}
