import Domain
import Operations
import WarehouseLayout

/// Fewer pieces were found than the pick asks for.
extension TourShort: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Prompt {
        let session = try site.session(self.session)
        let picking = try session.onTour()
        return try site.step(of: session) { () throws(Refusal) in
            try site.check(step, of: session)
            guard let pick = try site.currentPick(on: picking.tour),
                picking.at == .item || picking.at == .quantity
            else {
                throw .wrongState(thing: "the prompt", state: picking.at.rawValue, wanted: "item or quantity")
            }
            guard found < pick.quantity else {
                throw .tooMany(expected: pick.quantity - 1, given: found, of: pick.sku.text)
            }
            return try site.report(reason, found: found, of: pick, picking, session)
        }
    }
}

extension Transaction {
    /// `*SHORT`: at the item nothing was found; at the quantity what has been counted.
    func beginShort(_ picking: Dialogue.Picking, _ session: Session) throws(Refusal) -> Session {
        guard picking.at == .item || picking.at == .quantity else {
            throw .wrongState(
                thing: "the prompt", state: picking.at.rawValue, wanted: "item or quantity; say *SHORT there")
        }
        var next = picking
        next.counted = picking.at == .item ? 0 : picking.counted
        next.at = .reason
        return try advance(session, to: .picking(next))
    }

    func acceptReason(
        _ code: String, _ pick: Pick, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) -> Session {
        guard let reason = ShortReason(rawValue: code.lowercased()) else {
            throw .badParams(
                param: "code",
                problem:
                    "\"\(code)\" is none of \(ShortReason.allCases.map(\.rawValue).joined(separator: ", ")); *UNDO goes back"
            )
        }
        return try report(reason, found: picking.counted, of: pick, picking, session)
    }

    /// Sets the bin right, looks for the rest elsewhere, and goes on with what was found.
    fileprivate func report(
        _ reason: ShortReason, found: Int, of pick: Pick, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) -> Session {
        let missing = found == 0 ? pick.row : try split(pick, keeping: found)
        // The pieces in hand go first, whatever the new walk begins with.
        if found > 0 {
            try run("UPDATE pick SET position = ? WHERE id = ?", [Pick.inHandPosition, pick.row])
        }
        if let missingPick = try self.pick(missing) {
            let floor = try floor(session.warehouse)
            try writeOff(missingPick, reason)
            try run("UPDATE pick SET stock = NULL WHERE id = ?", [missing])
            try replace(missingPick, reason: reason.rawValue, on: floor)
            try walkOn(picking.tour, on: floor)
            try renewStage(of: pick.order)
        }
        if found == 0 { return try goOn(picking, session) }
        var next = picking
        next.counted = found
        next.at = .tote
        return try advance(session, to: .picking(next))
    }

    /// What is not there any more comes off the bin: a count difference, or a write-off where it is damaged.
    private func writeOff(_ pick: Pick, _ reason: ShortReason) throws(Refusal) {
        guard let row = pick.stock, let stock = try stock(row) else { return }
        try removeStock(row, quantity: pick.quantity, reserved: pick.quantity)
        let isDamage = reason == .damaged
        try book(stock.key, isDamage ? .writtenOff : .adjusted, isDamage ? pick.quantity : -pick.quantity)
        try emitStockChange(
            stock.key, by: -pick.quantity, onHand: stock.onHand - pick.quantity, reason: reason.rawValue)
    }
}
