import Domain
import Operations

/// What was picked of an order that is to be cancelled becomes work: pieces in totes go back to their bins, boxes are
/// unpacked at the bench first.
extension Transaction {
    func bringBack(_ order: Order, _ parcels: [Parcel], reason: String?) throws(Refusal) {
        var toUnpack: [Parcel] = []
        for parcel in parcels {
            let open = try opened(parcel, reason: reason ?? "the order is cancelled")
            if try isToUnpack(open) { toUnpack.append(open) } else { try discard(open) }
        }
        for pick in try store.picks.picks(of: order.row, in: .picked) where pick.parcel == nil {
            try openPutBack(of: pick, reason: reason)
        }
        for tote in try store.totes.totes(of: order.row) where [.atStation, .packing].contains(tote.state) {
            try giveBack(tote)
        }
        for parcel in toUnpack { try openUnpack(of: parcel, order, reason: reason) }
        try notifyBenches(at: order, toUnpack)
    }

    /// Voids a parcel's label, where it has one, and opens its box.
    private func opened(_ parcel: Parcel, reason: String) throws(Refusal) -> Parcel {
        if parcel.state == .open { return parcel }
        var parcel = parcel
        // What stands in a lane or on a manifest is taken from there.
        while parcel.state == .staged || parcel.state == .manifested {
            parcel = try store.parcels.move(parcel, to: parcel.state == .manifested ? .staged : .labelled)
        }
        _ = try voidLabel(of: parcel, reason: reason)
        return try self.parcel(parcel.row)
    }

    /// Whether somebody at the bench has to empty a box, or to gather what lies beside it.
    private func isToUnpack(_ parcel: Parcel) throws(Refusal) -> Bool {
        if parcel.done > 0 { return true }
        return try store.picks.picks(of: parcel.row).contains(where: \.liesOnBench)
    }

    /// A parcel in whose box nothing lies is not packed any more; what was to go in goes back from its totes.
    private func discard(_ parcel: Parcel) throws(Refusal) {
        for pick in try store.picks.picks(of: parcel.row) { try store.picks.setParcel(nil, of: pick) }
        try store.parcels.move(parcel, to: .voided)
    }

    /// The tote waits to be carried to the bins, or is free where nothing lies in it.
    private func giveBack(_ tote: Tote) throws(Refusal) {
        let waiting = try store.totes.move(tote, to: .putBack, order: tote.order, station: tote.station)
        if try store.picks.isEmpty(tote.id) { try store.totes.free(waiting) }
    }

    /// The pieces of a pick are to be brought back to the bin that they came from.
    func openPutBack(of pick: Pick, reason: String?) throws(Refusal) {
        try openTask(
            NewTask(
                kind: .putBack, warehouse: pick.warehouse, client: pick.client, sku: pick.sku, lot: pick.lot,
                expiry: pick.expiry, quantity: pick.quantity, sourceTote: pick.tote, targetBin: pick.bin,
                order: pick.order, pick: pick.row, reason: reason))
    }

    /// What is in a box, or lies beside it on the bench, goes into a tote there; what is planned for it and lies in a
    /// tote goes back from that.
    private func openUnpack(of parcel: Parcel, _ order: Order, reason: String?) throws(Refusal) {
        let inTotes = try store.picks.picks(of: parcel.row).filter { $0.unpacked > 0 && !$0.liesOnBench }
        for pick in inTotes {
            var outside = pick
            if pick.packed > 0 {
                let (inside, rest) = try store.picks.split(pick, keeping: pick.packed)
                try store.picks.pack(0, of: inside)
                outside = rest
            }
            try openPutBack(of: try store.picks.setParcel(nil, of: outside), reason: reason)
        }
        if !inTotes.isEmpty {
            let inside = PackPlan(try store.parcels.pieces(of: parcel.row, at: 0..<parcel.done))
            try store.parcels.replan(
                parcel.row, into: parcel.box, inside, expectedWeightG: parcel.expectedWeightG)
        }
        try openTask(
            NewTask(
                kind: .unpack, warehouse: order.warehouse, client: order.client,
                quantity: try piecesToUnpack(of: parcel.row), order: order.row, parcel: parcel.row,
                reason: reason))
    }

    /// The pieces in a box that has to be emptied, with those beside it.
    func piecesToUnpack(of parcel: ParcelRow) throws(Refusal) -> Int {
        try store.picks.picks(of: parcel).reduce(0) { $0 + $1.quantity }
    }

    /// Has the sessions that pack the order unpack it, or ends their dialogue where there is nothing to unpack.
    private func notifyBenches(at order: Order, _ parcels: [Parcel]) throws(Refusal) {
        for session in try store.sessions.open(at: order.row) {
            if let parcel = parcels.first {
                try advance(session, to: Dialogue(UnpackState(parcel: parcel, notice: .orderCancelled(order.id))))
            } else {
                try endWork(of: session, notice: .orderCancelledInTotes(order.id))
            }
        }
    }

    /// Tells the pickers from whose tours picks were cancelled. Where something else is asked now, their next scan is
    /// refused as stale, with the new prompt; else it is taken, and what it leads to tells the notice.
    ///
    /// - Parameters:
    ///   - picks: as they were.
    ///   - toursWithTote: on whose carts the order had a tote.
    func notifyPickers(
        of picks: [Pick], ofCancelled order: OrderID, hadTote toursWithTote: Set<TourRow>
    ) throws(Refusal) {
        let notice = DialogueNotice.orderCancelled(order)
        for row in Set(picks.compactMap(\.tour)).sorted() {
            guard let picker = try pickerAtWork(on: row) else { continue }
            var state = picker.state
            // What the picker has to put back is told still.
            let isToldMore = state.notice?.isInstruction ?? false
            if !isToldMore { (state.notice, state.isNoticeNew) = (notice, true) }
            var isAskedAnew = false
            if state.at != .bind {
                isAskedAnew = try wasAtHand(picks, on: row)
            } else if !toursWithTote.contains(row) {
                isAskedAnew = try wasToBeBound(picks, on: row)
            }
            if isAskedAnew {
                // The refusal of what is scanned meanwhile tells it.
                state.isNoticeNew = false
                if state.isInTheBin { state.notice = .orderCancelledInHand(order) }
                if state.at != .bind { state = state.goingOn }
            }
            let (session, floor) = (picker.session, try floor(picker.session.warehouse))
            try DialogueContext(site: self, session: session, floor: floor).resume(
                from: state, asksTheSame: !isAskedAnew, notice: notice)
        }
    }

    /// Whether one of these picks was the one that the picker of a tour was led to.
    private func wasAtHand(_ picks: [Pick], on tour: TourRow) throws(Refusal) -> Bool {
        let claimed = picks.filter { $0.tour == tour && $0.state == .claimed }
        return claimed.stand(before: try store.picks.current(on: tour))
    }

    /// Whether a tote was asked for the order of one of these picks.
    private func wasToBeBound(_ picks: [Pick], on tour: TourRow) throws(Refusal) -> Bool {
        let withoutTote = picks.filter { $0.tour == tour && $0.state == .claimed }
        let next = try store.picks.orderWithoutTote(on: tour)
        return withoutTote.stand(before: try store.picks.picks(on: tour, in: .claimed).first { $0.order == next })
    }
}

extension [Pick] {
    /// Whether one of them comes before another pick in the walking order; before none each does.
    fileprivate func stand(before next: Pick?) -> Bool {
        func place(_ pick: Pick) -> (Int, PickRow) { (pick.position ?? 0, pick.row) }
        guard let first = map(place).min(by: <) else { return false }
        guard let next else { return true }
        return first < place(next)
    }
}

extension Pick {
    /// It has pieces that are neither in its box nor in a tote.
    fileprivate var liesOnBench: Bool { state == .picked && tote == nil }
}
