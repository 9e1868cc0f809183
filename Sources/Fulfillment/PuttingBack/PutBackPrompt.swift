import Domain
import Operations

extension PutBackMachine {
    static func prompt(at state: PutBackState, knowing facts: PutBackFacts) -> PutBackPrompt {
        var prompt = asked(at: state, knowing: facts)
        if prompt.expect != .none { prompt.why = facts.why }
        return prompt
    }

    private static func asked(at state: PutBackState, knowing facts: PutBackFacts) -> PutBackPrompt {
        var show = Shown()
        (show.kind, show.tour, show.done, show.of) = (.putBack, facts.tour.row, facts.tour.done, facts.tour.total)
        if state.at == .tote, let tote = facts.toFetch?.work.sourceTote {
            show.tote = tote
            return PutBackPrompt(expect: .tote, say: .tote(tote), show: show)
        }
        guard let task = facts.task else {
            return PutBackPrompt(expect: .none, say: .nothingToDo, beep: .done)
        }
        show.order = facts.order?.id
        show.client = task.work.client.isEmpty ? nil : task.work.client
        (show.bin, show.printed, show.tote) = (task.work.targetBin, facts.printedName, task.work.sourceTote)
        (show.sku, show.name, show.barcode, show.quantity) = (task.work.sku, facts.sku?.name, facts.barcode, task.quantity)
        show.lot = task.work.lot.isEmpty ? nil : task.work.lot
        show.expiry = task.work.expiry
        return ask(at: state, task, show)
    }

    /// Why this way, and why this bin.
    static func reasons(_ facts: PutBackFacts) -> [PutBackReason] {
        let way = PutBackReason.way(TourWay(of: facts.tour))
        guard let task = facts.task, let sku = task.work.sku, let bin = task.work.targetBin else { return [way] }
        return [way, .task(task.row, brings: task.quantity, of: sku, to: bin, reason: task.work.reason)]
    }

    private static func ask(at state: PutBackState, _ task: WorkTask, _ basis: Shown) -> PutBackPrompt {
        var show = basis
        let sku = task.work.sku ?? ""
        switch state.at {
        case .tote, .bin:
            return PutBackPrompt(expect: .bin, say: .bin(task.work.targetBin ?? ""), show: show)
        case .item: return PutBackPrompt(expect: .item, say: .putBack(task.quantity, of: sku), show: show)
        case .quantity:
            show.counted = state.counted
            return PutBackPrompt(expect: .quantity, say: .quantity(task.quantity), show: show)
        case .missing:
            show.counted = state.counted
            return PutBackPrompt(
                expect: .yesNo, say: .missing(task.quantity - state.counted, of: sku), show: show,
                choices: CloseAnswer.allCases.map(\.rawValue))
        }
    }
}
