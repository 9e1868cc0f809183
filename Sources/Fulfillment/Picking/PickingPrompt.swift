import Domain
import Operations

/// What the picker is asked.
extension PickingMachine {
    static func prompt(at state: PickingState, knowing facts: PickingFacts) -> PickingPrompt {
        var prompt =
            switch asked(at: state, knowing: facts) {
            case .bind: bindPrompt(facts)
            case .bin(let pick): binPrompt(pick, facts)
            case .item(let pick):
                PickingPrompt(
                    expect: .item, say: .take(pick.quantity, of: pick.sku), show: shown(pick, facts))
            case .lot(let pick):
                PickingPrompt(expect: .lot, say: .lot(pick.lot), show: shown(pick, facts))
            case .quantity(let pick):
                PickingPrompt(
                    expect: .quantity, say: .quantity(pick.quantity),
                    show: shown(pick, facts, counted: state.counted))
            case .tote(let pick): totePrompt(pick, state, facts)
            case .reason(let pick):
                PickingPrompt(
                    expect: .reason, say: .missing(pick.quantity - state.counted, of: pick.sku),
                    show: shown(pick, facts, counted: state.counted),
                    choices: ShortReason.allCases.map(\.rawValue))
            case .station: dropPrompt(facts)
            }
        prompt.show.tour = facts.tour.row
        (prompt.show.done, prompt.show.of) = (facts.tour.done, facts.tour.total)
        (prompt.notice, prompt.why) = (state.notice, facts.why)
        return prompt
    }

    private static func bindPrompt(_ facts: PickingFacts) -> PickingPrompt {
        var show = shown(facts.order)
        show.cart = facts.tour.cart
        return PickingPrompt(expect: .tote, say: .freeTote(for: show.order ?? ""), show: show)
    }

    private static func binPrompt(_ pick: Pick, _ facts: PickingFacts) -> PickingPrompt {
        var show = shown(pick, facts)
        show.printed = facts.printedName
        // Metres with one decimal.
        show.walkM = facts.walkMM.map { (Double($0) / 100).rounded() / 10 }
        return PickingPrompt(expect: .bin, say: .bin(pick.bin), show: show)
    }

    private static func totePrompt(
        _ pick: Pick, _ state: PickingState, _ facts: PickingFacts
    ) -> PickingPrompt {
        var show = shown(pick, facts)
        if state.isFull {
            return PickingPrompt(expect: .tote, say: .furtherTote(for: show.order ?? ""), show: show)
        }
        show.tote = facts.tote?.id
        let tote = facts.tote.map { PickingSentence.tote($0.id) }
        return PickingPrompt(expect: .tote, say: tote ?? .anyFreeTote, show: show)
    }

    private static func dropPrompt(_ facts: PickingFacts) -> PickingPrompt {
        var show = Shown()
        (show.station, show.totes) = (facts.tour.finish, facts.totes)
        return PickingPrompt(expect: .station, say: .station(facts.tour.finish), show: show)
    }

    /// The goods at hand, and for whom they are.
    private static func shown(_ pick: Pick, _ facts: PickingFacts, counted: Int? = nil) -> Shown {
        var show = shown(facts.order)
        (show.bin, show.sku, show.name, show.quantity) = (pick.bin, pick.sku, facts.sku?.name, pick.quantity)
        (show.barcode, show.unit, show.counted) = (facts.barcode, facts.unit, counted)
        (show.lot, show.expiry) = (pick.lot.isEmpty ? nil : pick.lot, pick.expiry)
        return show
    }

    /// What the order is called, and whose it is.
    private static func shown(_ order: Order?) -> Shown {
        var show = Shown()
        show.order = order?.id
        show.client = order?.client.isEmpty == false ? order?.client : nil
        return show
    }
}
