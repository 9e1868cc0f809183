import Domain
import Operations

extension PackingMachine {
    static func prompt(at state: PackingState, knowing facts: PackingFacts) -> PackingPrompt {
        var prompt = asked(at: state, knowing: facts)
        prompt.notice = state.notice
        return prompt
    }

    private static func asked(at state: PackingState, knowing facts: PackingFacts) -> PackingPrompt {
        let parcel = facts.parcel
        var show = Shown(facts)
        switch state.at {
        case .box:
            show.totes = facts.totes
            show.plan = facts.places.map { PlannedPiece($0) }
            return PackingPrompt(expect: .box, say: .takeBox(parcel.box), show: show)
        case .item, .quantity:
            guard let run = facts.run else { return weightPrompt(facts, show) }
            return piecePrompt(run, at: state, facts, show)
        case .weight:
            return weightPrompt(facts, show)
        case .close:
            show.weightG = parcel.weightG ?? 0
            return PackingPrompt(
                expect: .yesNo, say: .close, show: show,
                choices: CloseAnswer.allCases.map(\.rawValue))
        case .label:
            show.sscc = parcel.sscc
            return PackingPrompt(expect: .label, say: .label, show: show)
        }
    }

    private static func piecePrompt(
        _ run: PackRun, at state: PackingState, _ facts: PackingFacts, _ basis: Shown
    ) -> PackingPrompt {
        var show = basis
        (show.sku, show.name, show.quantityLeft) = (run.sku, facts.sku?.name, run.count)
        show.barcode = facts.barcode
        show.place = facts.places.first.map { PlannedPiece($0) }
        if run.count > 1 { show.places = facts.places.map { PlannedPiece($0) } }
        show.whereInWords = facts.words.isEmpty ? nil : facts.words
        if state.at == .quantity {
            show.counted = state.counted
            return PackingPrompt(expect: .quantity, say: .quantity(run.count), show: show)
        }
        return PackingPrompt(expect: .item, say: .put(run.count, of: run.sku), show: show)
    }

    private static func weightPrompt(_ facts: PackingFacts, _ basis: Shown) -> PackingPrompt {
        var show = basis
        (show.weightG, show.toleranceG) = (facts.parcel.expectedWeightG, facts.toleranceG)
        return PackingPrompt(expect: .weight, say: .weigh, show: show)
    }
}

extension Shown {
    /// What stands below every prompt at the bench.
    fileprivate init(_ facts: PackingFacts) {
        self.init()
        let (order, parcel) = (facts.order, facts.parcel)
        self.order = order.id
        client = order.client.isEmpty ? nil : order.client
        (self.parcel, number, box) = (parcel.row, parcel.number, parcel.box)
        (parcels, done, of) = (facts.parcels, parcel.done, parcel.pieces)
        (notes, gift) = (facts.notes.notes, facts.notes.isGift ? true : nil)
        documents = facts.notes.documents.isEmpty ? nil : facts.notes.documents
    }
}
