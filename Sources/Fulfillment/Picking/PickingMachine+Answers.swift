import Domain

/// The answers that each prompt accepts.
extension PickingMachine {
    /// A free tote of this warehouse for an order that has none.
    static func bind(
        _ answer: Answer, to order: OrderRow, at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        Step(next: state, effects: [.bind(try freeTote(answer, facts), to: order)])
    }

    private static func freeTote(
        _ answer: Answer, _ facts: PickingFacts
    ) throws(Refusal) -> Tote {
        try answer.freeTote(facts.scanned.tote, isKnown: facts.scanned.isKnown, in: facts.tour.warehouse)
    }

    static func accept(
        bin answer: Answer, of pick: Pick, at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        guard facts.scanned.bin == pick.bin else {
            throw .wrongBin(expected: pick.bin.text, scanned: answer.text, scannedIs: "")
        }
        var next = state.moved(to: .item)
        next.bin = pick.bin
        return Step(next: next, effects: [.arrive(pick.bin)])
    }

    static func accept(
        item answer: Answer, of pick: Pick, at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        guard let pieces = facts.scanned.pieces else { throw wrongItem(answer, pick) }
        try check(pieces, of: pick)
        guard !pick.lot.isEmpty else { return counted(pieces, of: pick, from: state) }
        guard let lot = answer.scan.lot else { return Step(next: state.moved(to: .lot, counted: pieces)) }
        try check(lot, of: pick)
        return counted(pieces, of: pick, from: state)
    }

    static func accept(
        lot answer: Answer, of pick: Pick, at state: PickingState
    ) throws(Refusal) -> Step {
        try check(answer.scan.lot ?? answer.scan.text, of: pick)
        return counted(state.counted, of: pick, from: state)
    }

    /// A number is the count of all; the item's code again is one piece more, a case's code a case more.
    static func accept(
        count answer: Answer, of pick: Pick, at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        if let pieces = facts.scanned.pieces {
            if let lot = answer.scan.lot, !pick.lot.isEmpty { try check(lot, of: pick) }
            try check(state.counted + pieces, of: pick)
            return counted(state.counted + pieces, of: pick, from: state)
        }
        guard let keyed = answer.number else { throw wrongItem(answer, pick) }
        try check(keyed, of: pick)
        return Step(next: state.moved(to: keyed < pick.quantity ? .reason : .tote, counted: keyed))
    }

    /// The order's tote, which takes the pieces; or, where that is full or the order has none, a free one.
    static func accept(
        tote answer: Answer, of pick: Pick, at state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        guard let tote = facts.tote, !state.isFull else {
            let further = try freeTote(answer, facts)
            var next = state
            next.isFull = false
            let full = facts.tote.map { [PickingEffect.park($0)] } ?? []
            return Step(next: next, effects: full + [.bind(further, to: pick.order)])
        }
        guard tote.id == facts.scanned.tote?.id else {
            throw .wrongTote(expected: tote.id.text, scanned: answer.text, scannedIs: "")
        }
        return Step(next: state.goingOn, effects: [.complete(pick, into: tote.id)])
    }

    static func accept(
        reason answer: Answer, of pick: Pick, at state: PickingState
    ) throws(Refusal) -> Step {
        guard let reason = answer.word(ShortReason.self) else {
            let known = ShortReason.allCases.map(\.rawValue).joined(separator: ", ")
            throw .badParams(
                param: "code", problem: "\"\(answer.text)\" is none of \(known); *UNDO goes back")
        }
        return report(reason, found: state.counted, of: pick, from: state)
    }

    /// Any station where totes are set down ends the walk.
    static func drop(
        at answer: Answer, from state: PickingState, knowing facts: PickingFacts
    ) throws(Refusal) -> Step {
        guard let station = facts.scanned.station else {
            throw .wrongStation(expected: facts.tour.finish.text, scanned: answer.text, scannedIs: "")
        }
        return Step(next: state, effects: [.drop(at: station)])
    }
}

// MARK: Counting

extension PickingMachine {
    /// On to the tote with all pieces, or to the count of the others.
    private static func counted(_ pieces: Int, of pick: Pick, from state: PickingState) -> Step {
        Step(next: state.moved(to: pieces == pick.quantity ? .tote : .quantity, counted: pieces))
    }

    private static func check(_ pieces: Int, of pick: Pick) throws(Refusal) {
        guard pieces <= pick.quantity else {
            throw .tooMany(expected: pick.quantity, given: pieces, of: pick.sku.text)
        }
    }

    private static func check(_ lot: String, of pick: Pick) throws(Refusal) {
        guard lot == pick.lot else {
            throw .wrongLot(
                expected: pick.lot, scanned: lot, scannedIs: "another lot of \(pick.sku), or none")
        }
    }

    private static func wrongItem(_ answer: Answer, _ pick: Pick) -> Refusal {
        .wrongItem(expected: pick.sku.text, scanned: answer.text, scannedIs: "")
    }
}
