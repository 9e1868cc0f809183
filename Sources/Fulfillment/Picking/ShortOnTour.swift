import JSON
import WarehouseLayout

/// Why fewer pieces were found than the tour asked for.
enum ShortReason: String, CaseIterable {
    case missing, damaged
}

extension Transaction {
    /// `tour.short`: fewer pieces were found than the pick asks for.
    func shortOnTour(_ params: Params) throws(Refusal) -> JSONValue {
        let session = try session(params)
        guard case .picking(let picking) = session.dialogue else {
            throw .wrongState(
                thing: "session \(session.row)", state: session.dialogue.name, wanted: "on a tour")
        }
        return try step(of: session) { () throws(Refusal) in
            try checkStep(params, of: session)
            guard let pick = try currentPick(on: picking.tour), picking.at == .item || picking.at == .quantity
            else {
                throw .wrongState(thing: "the prompt", state: picking.at.rawValue, wanted: "item or quantity")
            }
            let found = try params.count("found", least: 0)
            guard found < pick.quantity else {
                throw .tooMany(expected: pick.quantity - 1, given: found, of: pick.sku.text)
            }
            return try report(
                try params.word("reason", default: ShortReason.missing), found: found, of: pick, picking,
                session)
        }
    }

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

    func takeReason(
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
    private func report(
        _ reason: ShortReason, found: Int, of pick: Pick, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) -> Session {
        let missing = found == 0 ? pick.row : try split(pick, keeping: found)
        // The pieces in hand go first, whatever the new walk begins with.
        if found > 0 {
            try run("UPDATE pick SET position = ? WHERE id = ?", [Pick.inHandPosition, pick.row])
        }
        let missingPick = try self.pick(missing)
        if let missingPick {
            try writeOff(missingPick, reason)
            try replace(missingPick, reason, picking, session)
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
        try takeStock(row, quantity: pick.quantity, reserved: pick.quantity)
        let isDamage = reason == .damaged
        try book(stock.key, isDamage ? .writtenOff : .adjusted, isDamage ? pick.quantity : -pick.quantity)
        try emitStockChange(
            stock.key, by: -pick.quantity, onHand: stock.onHand - pick.quantity, reason: reason.rawValue)
    }

    /// Finds the missing pieces in another bin and puts them into the tour, or marks the order short.
    private func replace(
        _ pick: Pick, _ reason: ShortReason, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) {
        let order = try order(pick.order)
        let floor = try floor(pick.warehouse)
        guard let line = try lines(of: pick.order).first(where: { $0.line == pick.line }) else { return }
        try setPick(pick, to: .short)
        try run("UPDATE pick SET stock = NULL, reason = ? WHERE id = ?", [reason.rawValue, pick.row])
        let promised = try promised(of: line.sku, line.client, in: floor.warehouse)
        let candidates = try pickable(
            of: line.sku, line.client, on: floor,
            livingUntil: now.day.adding(days: line.minLifeDays ?? 0), lot: line.lot)
        let free = candidates.reduce(0) { $0 + $1.free } - promised
        var reservation = Reservation(layout: floor.layout, start: floor.layout.bin(pick.bin.text)?.place)
        if free >= pick.quantity {
            let cart = try tour(picking.tour).cart
            let kind = floor.reach.carts.first { $0.id.text == cart }
            reservation.serve(
                line, quantity: pick.quantity, rotation: try sku(line.sku, of: line.client).rotation,
                from: candidates.filter {
                    kind?.mayGo(to: floor.layout.bin($0.key.bin.text)?.area) ?? true
                })
        }
        guard reservation.missing.isEmpty, !reservation.shares.isEmpty else {
            try endShort(pick, reason, order)
            return try measureTour(picking.tour, on: floor)
        }
        try run("DELETE FROM pick WHERE id = ?", [pick.row])
        for share in reservation.shares { try claim(share, of: order, picking, session) }
        try walkOn(picking.tour, on: floor)
    }

    private func claim(
        _ share: Reservation.Share, of order: Order, _ picking: Dialogue.Picking, _ session: Session
    ) throws(Refusal) {
        try reserve(share.stock.row, quantity: share.quantity)
        try run(
            """
            INSERT INTO pick (order_row, line, warehouse, client, sku, lot, expiry, stock, bin, quantity, state, tour,
                session) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'claimed', ?, ?)
            """,
            [
                order.row, share.line.line, order.warehouse, share.line.client, share.line.sku,
                share.stock.key.lot,
                share.stock.key.expiry, share.stock.row, share.stock.key.bin, share.quantity, picking.tour,
                session.row,
            ])
    }

    /// No bin has them: the order waits, or ships without, as it was asked.
    private func endShort(_ pick: Pick, _ reason: ShortReason, _ order: Order) throws(Refusal) {
        try run("UPDATE pick SET tour = NULL, session = NULL, position = NULL WHERE id = ?", [pick.row])
        try markShort(
            order.row, lines: [(pick.line, pick.sku, pick.quantity)], reason: reason.rawValue,
            in: order.warehouse)
        if order.onShort == .ship, let short = try self.pick(pick.row) { try setPick(short, to: .cancelled) }
        try settleStage(of: order.row)
    }
}
