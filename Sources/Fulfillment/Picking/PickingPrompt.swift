import Domain
import Operations

/// What the picker is asked.
extension PickingMachine {
    static func prompt(at state: PickingState, knowing facts: PickingFacts) -> Prompt {
        var prompt =
            switch asked(at: state, knowing: facts) {
            case .bind: bindPrompt(facts)
            case .bin(let pick): binPrompt(pick, facts)
            case .item(let pick):
                Prompt(expect: .item, say: "\(pick.quantity) × \(pick.sku)", show: shown(pick, facts))
            case .lot(let pick): Prompt(expect: .lot, say: "Lot \(pick.lot)", show: shown(pick, facts))
            case .quantity(let pick):
                Prompt(
                    expect: .quantity, say: "\(pick.quantity)",
                    show: shown(pick, facts, counted: state.counted))
            case .tote(let pick): totePrompt(pick, state, facts)
            case .reason(let pick):
                Prompt(
                    expect: .reason, say: "\(pick.quantity - state.counted) of \(pick.sku) not there?",
                    show: shown(pick, facts, counted: state.counted),
                    choices: ShortReason.allCases.map(\.rawValue))
            case .station: dropPrompt(facts)
            }
        prompt.show.tour = facts.tour.row
        (prompt.show.done, prompt.show.of) = (facts.tour.done, facts.tour.total)
        (prompt.show.notice, prompt.show.why) = (state.notice, facts.why)
        return prompt
    }

    /// Where the cart was left the prompt says so.
    static func lastPrompt(knowing facts: PickingFacts) -> Prompt {
        guard facts.tour.state == .paused else { return .nothingToDo }
        return Prompt(expect: .none, say: "Tour \(facts.tour.row) paused", beep: .done)
    }

    private static func bindPrompt(_ facts: PickingFacts) -> Prompt {
        var show = shown(facts.order)
        show.cart = facts.tour.cart
        return Prompt(expect: .tote, say: "Free tote for \(show.order?.text ?? "")", show: show)
    }

    private static func binPrompt(_ pick: Pick, _ facts: PickingFacts) -> Prompt {
        var show = shown(pick, facts)
        show.printed = facts.printedName
        // Metres with one decimal.
        show.walkM = facts.walkMM.map { (Double($0) / 100).rounded() / 10 }
        return Prompt(expect: .bin, say: pick.bin.text, show: show)
    }

    private static func totePrompt(_ pick: Pick, _ state: PickingState, _ facts: PickingFacts) -> Prompt {
        var show = shown(pick, facts)
        if state.isFull {
            return Prompt(
                expect: .tote, say: "Further free tote for \(show.order?.text ?? "")", show: show)
        }
        show.tote = facts.tote?.id
        return Prompt(expect: .tote, say: facts.tote?.id.text ?? "Free tote", show: show)
    }

    private static func dropPrompt(_ facts: PickingFacts) -> Prompt {
        var show = Shown()
        (show.station, show.totes) = (facts.tour.finish, facts.totes)
        return Prompt(expect: .station, say: facts.tour.finish.text, show: show)
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
