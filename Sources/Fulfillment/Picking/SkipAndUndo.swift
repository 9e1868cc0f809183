import JSON
import WarehouseLayout

extension Transaction {
    /// `tour.skip`: this bin is left for later; the rest of the walk is planned anew from here.
    func skipOnTour(_ params: Params) throws(Refusal) -> JSONValue {
        let session = try session(params)
        guard case .picking(let picking) = session.dialogue else {
            throw .wrongState(
                thing: "session \(session.row)", state: session.dialogue.name, wanted: "on a tour")
        }
        return try step(of: session) { () throws(Refusal) in
            try checkStep(params, of: session)
            return try skip(picking, session)
        }
    }

    func skip(_ picking: Dialogue.Picking, _ session: Session) throws(Refusal) -> Session {
        guard picking.at == .bin || picking.at == .item, let pick = try currentPick(on: picking.tour) else {
            throw .wrongState(
                thing: "the prompt", state: picking.at.rawValue, wanted: "bin or item; say *SKIP there")
        }
        try postpone(pick.bin, on: picking.tour)
        try walkOn(picking.tour, on: try floor(session.warehouse))
        return try goOn(picking, session)
    }

    /// A skipped bin comes after all that were not, and among those skipped as the walk is shortest; skipped
    /// again, because the others were as well, it comes after them.
    private func postpone(_ bin: BinCode, on tour: TourRow) throws(Refusal) {
        let others = try picks(on: tour, in: .claimed).filter { $0.bin != bin }
        guard let least = others.map(\.skips).min() else { return }
        try run(
            "UPDATE pick SET skips = ?, position = NULL WHERE tour = ? AND state = 'claimed' AND bin = ?",
            [least + 1, tour, bin])
    }

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
        guard let stock = pick.stock else { return }
        try setPick(pick, to: .open)
        if let open = try self.pick(pick.row) { try setPick(open, to: .claimed) }
        try run(
            "UPDATE pick SET tote = NULL, picked_by = NULL, picked_at = NULL, session = ? WHERE id = ?",
            [session.row, pick.row])
        try run(
            "UPDATE stock SET on_hand = on_hand + ?1, reserved = reserved + ?1 WHERE id = ?2",
            [pick.quantity, stock])
    }

    /// `tour.why`
    func explainStop(_ params: Params) throws(Refusal) -> JSONValue {
        let session = try session(params)
        guard case .picking(let picking) = session.dialogue else {
            throw .wrongState(
                thing: "session \(session.row)", state: session.dialogue.name, wanted: "on a tour")
        }
        return try explain(picking, step: session.step)
    }

    /// The prompt again, with the reason for this bin and this way.
    func explain(_ picking: Dialogue.Picking, step: Int) throws(Refusal) -> JSONValue {
        var prompt = try pickingPrompt(picking)
        let tour = try tour(picking.tour)
        var reasons = [
            "tour \(tour.row) walks \(metres(tour.lengthMM)) m from \(tour.start) to \(tour.finish)"
        ]
        if let pick = try currentPick(on: picking.tour) {
            let sku = try sku(pick.sku, of: pick.client)
            let rule =
                sku.rotation == .fefo && !pick.expiry.isEmpty
                ? "first expired, first out: it expires on \(pick.expiry)" : "the nearest bin among equals"
            reasons.append("\(pick.sku) is taken from \(pick.bin): \(rule)")
            reasons.append(
                "for order \(try order(pick.order).id), priority \(try order(pick.order).priority)")
        }
        prompt.show["why"] = .array(reasons.map { .string($0) })
        return prompt.json(step: step)
    }

    /// `tour.list`: by number, all or those in one state.
    func listTours(_ params: Params) throws(Refusal) -> JSONValue {
        let page = try Page(params)
        let state = try params.optionalText("state")
        let found = try rows(
            """
            SELECT tour.*, session.badge FROM tour LEFT JOIN session ON session.id = tour.session
            WHERE tour.id > ?1 AND (?2 IS NULL OR tour.state = ?2) ORDER BY tour.id LIMIT ?3
            """, [page.afterNumber, state, page.limit + 1])
        var list: [JSONValue] = []
        for row in found {
            let tour = FloorTour(row)
            var object: JSONObject = [
                "tour": .int(tour.row.number), "warehouse": .string(tour.warehouse.text),
                "state": .string(tour.state.rawValue), "start": .string(tour.start),
                "finish": .string(tour.finish),
                "length_m": metresValue(tour.lengthMM), "lower_bound_m": metresValue(row["lower_bound_mm"]),
                "by_location_code_m": metresValue(row["by_location_code_mm"]),
            ]
            object["cart"] = tour.cart.map { .string($0) }
            if let badge = row["badge"] as String? { object["badge"] = .string(badge) }
            var described: [JSONValue] = []
            for pick in try picks(on: tour.row) { described.append(try describePick(pick)) }
            object["picks"] = .array(described)
            list.append(.object(object))
        }
        return page.answer("tours", list)
    }

    private func describePick(_ pick: Pick) throws(Refusal) -> JSONValue {
        [
            "bin": .string(pick.bin.text), "sku": .string(pick.sku.text), "qty": .int(pick.quantity),
            "order_id": .string(try order(pick.order).id.text), "state": .string(pick.state.rawValue),
        ]
    }
}

/// Metres with one decimal, for a person.
func metres(_ millimetres: Int) -> String { "\(Double((millimetres + 50) / 100) / 10)" }

/// Metres to the millimetre.
func metresValue(_ millimetres: Int) -> JSONValue { .double(Double(millimetres) / 1000) }
