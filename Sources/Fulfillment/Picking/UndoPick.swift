import Domain
import WarehouseLayout

extension Transaction {
    /// `*UNDO`: one step back in the pick at hand; before its first scan, the pick before is put back.
    func undoPick(_ picking: Dialogue.Picking, _ session: Session) throws(Refusal) -> Session {
        var next = picking
        next.counted = 0
        next.isFull = false
        switch picking.at {
        case .bind:
            throw .wrongState(thing: "the prompt", state: picking.at.rawValue, wanted: "a pick begun")
        case .lot, .quantity, .tote, .reason:
            next.at = .item
            return try advance(session, to: .picking(next))
        case .bin, .item, .station:
            guard let last = try lastPicked(on: picking.tour) else {
                throw .wrongState(
                    thing: "tour \(picking.tour)", state: "without a finished pick", wanted: "one")
            }
            try putBack(last, session)
            try measureTour(picking.tour, on: try floor(session.warehouse))
            next.bin = nil
            next.at = .bin
            return try advance(session, to: .picking(next))
        }
    }

    private func lastPicked(on tour: TourRow) throws(Refusal) -> Pick? {
        try row(
            "SELECT * FROM pick WHERE tour = ? AND state = 'picked' ORDER BY picked_at DESC, position DESC LIMIT 1",
            [tour]
        ).map(Pick.init)
    }

    /// The pieces go back into their bin, and the pick is to be done again.
    private func putBack(_ pick: Pick, _ session: Session) throws(Refusal) {
        guard let row = pick.stock, let stock = try stock(row) else { return }
        try setPick(pick, to: .open)
        if let open = try self.pick(pick.row) { try setPick(open, to: .claimed) }
        try run(
            "UPDATE pick SET tote = NULL, picked_by = NULL, picked_at = NULL, session = ? WHERE id = ?",
            [session.row, pick.row])
        try run(
            "UPDATE stock SET on_hand = on_hand + ?1, reserved = reserved + ?1 WHERE id = ?2",
            [pick.quantity, row])
        try emitStockChange(
            stock.key, by: pick.quantity, onHand: stock.onHand + pick.quantity, reason: "undo")
    }
}
