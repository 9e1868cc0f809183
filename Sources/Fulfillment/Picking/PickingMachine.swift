import Domain

/// The dialogue of a walk with a cart: a tote for each order, then bin, item, lot, quantity and tote of each pick,
/// and at the end the station where the totes are set down.
enum PickingMachine: DialogueMachine {
    typealias Step = DialogueStep<PickingState, PickingEffect>
    typealias Said = PickingSentence
    typealias Reason = PickingReason

    /// What is asked for, by where the dialogue stands and what is left to do: work may have gone in between.
    enum Asked: Equatable {
        case bind(OrderRow)
        case bin(Pick)
        case item(Pick)
        case lot(Pick)
        case quantity(Pick)
        case tote(Pick)
        case reason(Pick)
        case station
    }

    static func asked(at state: PickingState, knowing facts: PickingFacts) -> Asked {
        switch (state.at, facts.orderToBind, facts.pick) {
        case (.bind, let order?, _): .bind(order)
        case (.station, _, _), (_, _, nil): .station
        case (.bind, _, let pick?), (.bin, _, let pick?): .bin(pick)
        case (.item, _, let pick?): .item(pick)
        case (.lot, _, let pick?): .lot(pick)
        case (.quantity, _, let pick?): .quantity(pick)
        case (.tote, _, let pick?): .tote(pick)
        case (.reason, _, let pick?): .reason(pick)
        }
    }

    static func step(
        from state: PickingState, on answer: Answer, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        var state = state
        if !state.isNoticeNew { state.notice = nil }
        state.isNoticeNew = false
        if let command = answer.command(FloorCommand.self) {
            return try obey(command, at: state, knowing: facts)
        }
        switch asked(at: state, knowing: facts) {
        case .bind(let order): return try bind(answer, to: order, at: state, knowing: facts)
        case .bin(let pick): return try accept(bin: answer, of: pick, at: state, knowing: facts)
        case .item(let pick): return try accept(item: answer, of: pick, at: state, knowing: facts)
        case .lot(let pick): return try accept(lot: answer, of: pick, at: state)
        case .quantity(let pick): return try accept(count: answer, of: pick, at: state, knowing: facts)
        case .tote(let pick): return try accept(tote: answer, of: pick, at: state, knowing: facts)
        case .reason(let pick): return try accept(reason: answer, of: pick, at: state)
        case .station: return try drop(at: answer, from: state, knowing: facts)
        }
    }

    /// The next tote to bind, the next pick, or the drop after the last one. At a bin where the picker stands
    /// already it is the item.
    static func resume(_ state: PickingState, knowing facts: PickingFacts) -> PickingState? {
        guard facts.tour.state == .started else { return nil }
        switch asked(at: state, knowing: facts) {
        case .bin(let pick): return state.moved(to: pick.bin == state.bin ? .item : .bin)
        case .station: return state.moved(to: .station)
        case .bind, .item, .lot, .quantity, .tote, .reason: return state
        }
    }
}
