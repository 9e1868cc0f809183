import Domain

/// What happens at the bench: each effect as one change.
extension Transaction {
    /// - Returns: the parcel as it stands then.
    func carryOut(
        _ effect: PackingEffect, on parcel: Parcel, of order: Order, by badge: BadgeID
    ) throws(Refusal) -> Parcel {
        switch effect {
        case .replan(.otherBox(let box)): return try useBox(box, for: parcel)
        case .replan(let deviation): return try adopt(try replan(parcel, deviation), for: parcel)
        case .adopt(let replan): return try adopt(replan, for: parcel)
        case .putIn(let count, of: let sku): return try putIn(count, of: sku, parcel)
        case .unpackLast: return try unpackLast(of: parcel).parcel
        case .weigh(let weightG): return try store.parcels.record(weightG: weightG, of: parcel.row)
        case .forgetWeight: return try store.parcels.record(weightG: nil, of: parcel.row)
        case .close: return try close(parcel, of: order, by: badge).parcel
        case .label: return try confirmLabel(on: parcel, of: order)
        }
    }

    /// Plans anew, as the packer has it.
    func adopt(_ replan: Replan, for parcel: Parcel) throws(Refusal) -> Parcel {
        try adopt(replan)
        return try self.parcel(parcel.row)
    }

    /// Uses another box than the one proposed, if it holds the same pieces.
    private func useBox(_ box: BoxID, for parcel: Parcel) throws(Refusal) -> Parcel {
        do throws(Refusal) { return try adopt(try replan(parcel, .otherBox(box)), for: parcel) } catch {
            guard case .fitsNoBox(let sku, let why) = error else { throw error }
            throw .wrongBox(
                expected: parcel.box.text, scanned: box.text,
                scannedIs: "box type \(box), where \(sku) has no place: \(why)")
        }
    }

    /// Books pieces as being in the box; a pick is packed when all of it is.
    private func putIn(_ count: Int, of sku: SKUID, _ parcel: Parcel) throws(Refusal) -> Parcel {
        var (parcel, left) = (parcel, count)
        for pick in try store.picks.picks(toPack: sku, in: parcel.row) where left > 0 {
            let share = min(left, pick.unpacked)
            parcel = try store.picks.pack(share, of: pick).parcel
            left -= share
        }
        guard left == 0 else {
            throw .unreadable("parcel \(parcel.row): its picks have \(left) fewer \(sku) than its plan")
        }
        return parcel
    }

    /// Unpacks the last piece from the box. Its place in the plan stays; the recorded weight is cleared.
    func unpackLast(of parcel: Parcel) throws(Refusal) -> (sku: SKUID, parcel: Parcel) {
        try parcel.checkOpen(advice: "reopen it")
        try parcel.checkBegun()
        guard let run = try store.parcels.run(of: parcel.row, after: parcel.done - 1),
            let pick = try store.picks.lastPacked(run.sku, in: parcel.row)
        else { throw .unreadable("parcel \(parcel.row): no pick has the piece that its plan has last") }
        let out = try store.picks.unpackOne(of: pick)
        try leaveTote(out.pick)
        var left = out.parcel
        if left.weightG != nil { left = try store.parcels.record(weightG: nil, of: parcel.row) }
        try refreshStage(of: parcel.order)
        return (run.sku, left)
    }

    /// Where the order was packed before, its totes have gone on to other work: the piece lies on the bench.
    private func leaveTote(_ pick: Pick) throws(Refusal) {
        guard let id = pick.tote else { return }
        if try store.totes.tote(id)?.order != pick.order { try store.picks.leaveTote(pick) }
    }
}
