import Domain

/// What a picker's commands do at each place.
extension PickingMachine {
    static func obey(
        _ command: FloorCommand, at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        switch command {
        case .skip: try skip(at: state, knowing: facts)
        case .short: try beginShort(at: state, knowing: facts)
        case .full: try beginFull(at: state, knowing: facts)
        case .undo: try undo(at: state, knowing: facts)
        case .why: Step(next: state, effects: [.explain])
        case .pause: Step(next: state, effects: [.pause])
        }
    }

    /// This bin is left for later; the rest of the walk is planned anew from here.
    private static func skip(at state: PickingState, knowing facts: PickingFacts) throws(Refusal) -> Step {
        switch asked(at: state, knowing: facts) {
        case .bin(let pick), .item(let pick):
            return Step(next: state.goingOn, effects: [.postpone(pick.bin)])
        case .bind, .lot, .quantity, .tote, .reason, .station:
            throw refusal(at: state, hint: "*SKIP leaves a bin for later: say it where a bin or an item is asked for")
        }
    }

    /// At the item nothing was found; at the quantity what has been counted.
    private static func beginShort(
        at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        switch asked(at: state, knowing: facts) {
        case .item: return Step(next: state.moved(to: .reason, counted: 0))
        case .quantity: return Step(next: state.moved(to: .reason))
        case .bind, .bin, .lot, .tote, .reason, .station:
            throw refusal(
                at: state, hint: "*SHORT tells of missing pieces: say it where an item or a quantity is asked for")
        }
    }

    /// The order's tote is closed; the order goes on in a further one.
    private static func beginFull(
        at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        guard case .tote = asked(at: state, knowing: facts) else {
            throw refusal(at: state, hint: "*FULL tells of a full tote: say it where a tote is asked for")
        }
        var next = state
        next.isFull = true
        return Step(next: next)
    }

    /// One step back: in the pick at hand; to the bin that was scanned for it; to the pick before, which is put back;
    /// and before the first bin to the tote that was bound last.
    private static func undo(at state: PickingState, knowing facts: PickingFacts) throws(Refusal) -> Step {
        var next = state.goingOn
        switch asked(at: state, knowing: facts) {
        case .bind: return try unbind(at: state, facts)
        case .lot, .quantity, .tote, .reason:
            next.at = .item
            return Step(next: next)
        case .item(let pick) where pick.bin == state.bin && facts.lastPicked?.bin != pick.bin:
            next.bin = nil
            return Step(next: next)
        case .bin, .item, .station:
            guard let last = facts.lastPicked else { return try unbind(at: state, facts) }
            next.bin = nil
            next.notice = .putBack(last.quantity, of: last.sku, into: last.bin)
            return Step(next: next, effects: [.putBack(last)])
        }
    }

    /// Once the picker has stood at a bin the totes stay where they are, whatever was put back since: whoever takes
    /// back picks does not mean the totes.
    private static func unbind(at state: PickingState, _ facts: PickingFacts) throws(Refusal) -> Step {
        guard facts.tour.standsAt == nil, let tote = facts.lastBound, state.at == .bind || state.at == .bin else {
            throw refusal(at: state, hint: "there is nothing here that *UNDO could take back")
        }
        var next = state.goingOn.moved(to: .bind)
        next.bin = nil
        return Step(next: next, effects: [.unbind(tote)])
    }

    private static func refusal(at state: PickingState, hint: String) -> Refusal {
        .notHere(place: state.at.rawValue, hint: hint)
    }
}

// MARK: Short

extension PickingMachine {
    /// `tour.short`: what `*SHORT`, the count and the reason say, at once.
    static func short(
        from state: PickingState, found: Int, _ reason: ShortReason, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        switch asked(at: state, knowing: facts) {
        case .item(let pick), .quantity(let pick):
            guard found < pick.quantity else {
                throw .tooMany(expected: pick.quantity - 1, given: found, of: pick.sku.text)
            }
            return report(reason, found: found, of: pick, from: state)
        case .bind, .bin, .lot, .tote, .reason, .station:
            throw refusal(at: state, hint: "missing pieces are told where an item or a quantity is asked for")
        }
    }

    /// Goes on with what was found. Where the pick has become smaller since the count, nothing of it is missing.
    static func report(
        _ reason: ShortReason, found: Int, of pick: Pick, from state: PickingState
    ) -> Step {
        guard found < pick.quantity else { return Step(next: state.moved(to: .tote, counted: pick.quantity)) }
        return Step(
            next: found == 0 ? state.goingOn : state.moved(to: .tote, counted: found),
            effects: [.short(pick, found: found, reason)])
    }
}
