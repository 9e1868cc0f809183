import Domain
import Operations
import WarehouseLayout

extension PickingMachine: FloorDialogue {
    static func facts(
        at state: PickingState, for answer: Answer?, in context: DialogueContext
    ) throws(Refusal) -> PickingFacts {
        try context.site.pickingFacts(at: state, for: answer, on: context.floor)
    }

    static func readForPrompt(
        _ facts: inout PickingFacts, at state: PickingState, in context: DialogueContext
    ) throws(Refusal) {
        try context.site.readForPrompt(&facts, at: state, on: context.floor)
    }

    static func isQuestion(_ effect: PickingEffect) -> Bool { effect == .explain }

    static func carryOut(
        _ step: Step, knowing facts: inout PickingFacts, in context: DialogueContext
    ) throws(Refusal) {
        for effect in step.effects { try carryOut(effect, knowing: &facts, in: context) }
        guard step.effects.contains(where: \.changesWork) else { return }
        facts.tour = try context.site.store.tours.tour(facts.tour.row)
        try context.site.readWork(&facts, at: step.next)
    }

    private static func carryOut(
        _ effect: PickingEffect, knowing facts: inout PickingFacts, in context: DialogueContext
    ) throws(Refusal) {
        let (site, session, floor, tour) = (context.site, context.session, context.floor, facts.tour)
        switch effect {
        case .bind(let tote, let order): try site.bind(tote, to: order, on: tour)
        case .unbind(let tote): try site.store.totes.free(tote)
        case .park(let tote): try site.park(tote)
        case .arrive(let code):
            facts.tour = try site.arrive(at: try site.bin(code, on: floor), on: tour, of: floor)
        case .complete(let pick, let tote): try site.complete(pick, into: tote, by: session)
        case .short(let pick, let found, let reason):
            try site.reportShort(pick, found: found, reason, on: tour, of: floor)
        case .postpone(let bin): try site.postpone(bin, on: tour, of: floor)
        case .putBack(let pick): try site.putBack(pick, by: session, on: tour, of: floor)
        case .drop(let station): facts.tour = try site.dropTotes(of: tour, at: station)
        case .pause: facts.tour = try site.pause(tour)
        case .explain: facts.why = try site.reasons(for: tour, facts)
        }
    }
}

// MARK: Picks

extension Transaction {
    /// The pieces are in the tote: off the bin's stock and its reservation.
    fileprivate func complete(_ pick: Pick, into tote: ToteID, by session: Session) throws(Refusal) {
        try store.picks.complete(pick, into: tote, by: session.badge, at: now)
        guard let row = pick.stock else { return }
        let left = try store.stock.removeReserved(pick.quantity, from: row)
        try emitStockChange(left.key, by: -pick.quantity, onHand: left.onHand, reason: .pick)
    }

    /// Corrects the bin's stock, reserves the missing pieces elsewhere, and plans the walk anew from here.
    fileprivate func reportShort(
        _ pick: Pick, found: Int, _ reason: ShortReason, on tour: Tour, of floor: Floor
    ) throws(Refusal) {
        var missing = pick
        if found > 0 {
            let parts = try store.picks.split(pick, keeping: found)
            // The pieces in hand go first, whatever the new walk begins with.
            try store.picks.setPosition(Pick.inHandPosition, of: parts.kept)
            missing = parts.rest
        }
        try writeOff(missing, reason)
        try replace(missing, reason: reason.rawValue, on: floor)
        try walkOn(tour.row, on: floor)
        try refreshStage(of: pick.order)
    }

    /// What is not there any more comes off the bin: a count difference, or a write-off where it is damaged.
    private func writeOff(_ pick: Pick, _ reason: ShortReason) throws(Refusal) {
        guard let row = pick.stock else { return }
        let left = try store.stock.removeReserved(pick.quantity, from: row)
        switch reason {
        case .damaged: try store.accounts.record(pick.quantity, as: .writtenOff, of: left.key.goods)
        case .missing: try store.accounts.record(-pick.quantity, as: .adjusted, of: left.key.goods)
        }
        try emitStockChange(
            left.key, by: -pick.quantity, onHand: left.onHand, reason: StockChangeReason(reason))
    }

    /// A skipped bin comes after all that were not, and among those skipped as the walk is shortest; skipped
    /// again, because the others were as well, it comes after them.
    fileprivate func postpone(_ bin: BinCode, on tour: Tour, of floor: Floor) throws(Refusal) {
        if let least = try store.picks.leastSkips(on: tour.row, outside: bin) {
            try store.picks.postpone(bin, on: tour.row, skips: least + 1)
        }
        try walkOn(tour.row, on: floor)
    }

    /// The pieces go back into their bin, and the pick is to be done again.
    fileprivate func putBack(
        _ pick: Pick, by session: Session, on tour: Tour, of floor: Floor
    ) throws(Refusal) {
        let record = try store.stock.add(pick.quantity, to: pick.stockKey, receivedAt: pick.receivedAt)
        try store.stock.reserve(pick.quantity, in: record.row)
        try store.picks.reopen(pick, in: record.row, by: session.row)
        try emitStockChange(record.key, by: pick.quantity, onHand: record.onHand, reason: .undo)
        try measureTour(tour.row, on: floor)
    }

    fileprivate func reasons(for tour: Tour, _ facts: PickingFacts) throws(Refusal) -> [PickingReason] {
        if let row = facts.orderToBind {
            let picks = try store.picks.picks(on: tour.row, in: .claimed).filter { $0.order == row }
            return PickingMachine.reasons(for: tour, toteFor: try order(row), picks)
        }
        let next = if let pick = facts.pick { pick } else { try store.picks.current(on: tour.row) }
        guard let pick = next else { return PickingMachine.reasons(for: tour, nil) }
        let (sku, order) = (try sku(pick.sku, of: pick.client), try order(pick.order))
        return PickingMachine.reasons(for: tour, (pick, sku, order))
    }
}
