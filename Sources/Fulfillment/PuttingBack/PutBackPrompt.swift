import Domain
import Operations

extension PutBackMachine {
    static func prompt(at state: PutBackState, knowing facts: PutBackFacts) -> Prompt {
        var show = Shown()
        (show.kind, show.tour, show.done, show.of) = (.putBack, facts.tour.row, facts.tour.done, facts.tour.total)
        show.why = facts.why
        if state.at == .tote, let tote = facts.toFetch?.work.sourceTote {
            show.tote = tote
            return Prompt(expect: .tote, say: tote.text, show: show)
        }
        guard let task = facts.task else { return .nothingToDo }
        show.order = facts.order?.id
        show.client = task.work.client.isEmpty ? nil : task.work.client
        (show.bin, show.printed, show.tote) = (task.work.targetBin, facts.printedName, task.work.sourceTote)
        (show.sku, show.name, show.barcode, show.quantity) = (task.work.sku, facts.sku?.name, facts.barcode, task.quantity)
        show.lot = task.work.lot.isEmpty ? nil : task.work.lot
        show.expiry = task.work.expiry
        return ask(at: state, task, show)
    }

    /// Says so where the walk was left.
    static func lastPrompt(knowing facts: PutBackFacts) -> Prompt {
        guard facts.tour.state == .paused else { return .nothingToDo }
        return Prompt(expect: .none, say: "Tour \(facts.tour.row) paused", beep: .done)
    }

    /// Why this way, and why this bin.
    static func reasons(_ facts: PutBackFacts) -> [String] {
        var reasons = PickingMachine.reasons(for: facts.tour, nil)
        guard let task = facts.task, let sku = task.work.sku, let bin = task.work.targetBin else { return reasons }
        let reason = task.work.reason.map { ": \($0)" } ?? ""
        reasons.append("task \(task.row) brings \(task.quantity) × \(sku) back to \(bin)\(reason)")
        return reasons
    }

    private static func ask(at state: PutBackState, _ task: WorkTask, _ basis: Shown) -> Prompt {
        var show = basis
        let sku = task.work.sku?.text ?? ""
        switch state.at {
        case .tote, .bin: return Prompt(expect: .bin, say: task.work.targetBin?.text ?? "", show: show)
        case .item: return Prompt(expect: .item, say: "Put back \(task.quantity) × \(sku)", show: show)
        case .quantity:
            show.counted = state.counted
            return Prompt(expect: .quantity, say: "\(task.quantity)", show: show)
        case .missing:
            show.counted = state.counted
            return Prompt(
                expect: .yesNo, say: "\(task.quantity - state.counted) of \(sku) are gone?", show: show,
                choices: CloseAnswer.allCases.map(\.rawValue))
        }
    }
}
