import Domain

extension Transaction {
    /// Writes the new plans, and gives every piece that is not in a box to the parcel that it now goes into.
    func adopt(_ replan: Replan) throws(Refusal) {
        var free = try releasePieces(of: replan.parts.compactMap(\.parcel) + replan.discarded)
        for part in replan.parts {
            let toCome = try part.plan.pieces(
                after: try contents(of: part.parcel), in: part.box)
            try fill(try write(part, of: replan), with: toCome, from: &free)
        }
        try checkAllPlaced(free)
        for parcel in replan.discarded { try store.parcels.discard(parcel) }
        try renumberParcels(of: replan.order)
        try refreshStage(of: replan.order)
    }

    /// Takes from parcels the picks that are not in a box; one that is there in part is split.
    private func releasePieces(of parcels: [ParcelRow]) throws(Refusal) -> [Pick] {
        var free: [Pick] = []
        for parcel in parcels {
            for pick in try store.picks.picks(of: parcel) where pick.unpacked > 0 {
                var rest = pick
                if pick.packed > 0 {
                    let parts = try store.picks.split(pick, keeping: pick.packed)
                    // All of what this pick keeps is in the box already: it is packed.
                    try store.picks.pack(0, of: parts.kept)
                    rest = parts.rest
                }
                free.append(try store.picks.setParcel(nil, of: rest))
            }
        }
        return free
    }

    /// How many pieces of each SKU are in a parcel's box; none in a further one's.
    private func contents(of parcel: ParcelRow?) throws(Refusal) -> [(sku: SKUID, count: Int)] {
        guard let parcel else { return [] }
        return try store.picks.contents(of: parcel)
    }

    private func write(_ part: Replan.Part, of replan: Replan) throws(Refusal) -> ParcelRow {
        if let parcel = part.parcel {
            try store.parcels.replan(parcel, into: part.box, part.plan, expectedWeightG: part.expectedWeightG)
            return parcel
        }
        let last = try store.parcels.parcels(of: replan.order).map(\.number).max() ?? 0
        return try store.parcels.insert(
            NewParcel(
                order: replan.order, number: last + 1, box: part.box, plan: part.plan,
                expectedWeightG: part.expectedWeightG, station: replan.station)
        ).row
    }

    /// Parcels count from 1 without a gap; those that have a label keep the number that stands on it.
    private func renumberParcels(of order: OrderRow) throws(Refusal) {
        let all = try store.parcels.parcels(of: order)
        let kept = Set(all.filter { $0.sscc != nil }.map(\.number))
        var next = 1
        for parcel in all where parcel.sscc == nil {
            while kept.contains(next) { next += 1 }
            if parcel.number != next { try store.parcels.renumber(parcel.row, to: next) }
            next += 1
        }
    }
}

extension PackPlan {
    /// The pieces of the plan that are yet to go in, where these are in the box already.
    ///
    /// The bench counts pieces along the plan, so the plan has to begin with them; one that puts another
    /// piece below them cannot be packed without taking them out again.
    fileprivate func pieces(
        after contents: [(sku: SKUID, count: Int)], in box: BoxID
    ) throws(Refusal) -> ArraySlice<Piece> {
        let done = contents.reduce(0) { $0 + $1.count }
        let first = pieces.prefix(done)
        for (sku, count) in contents where first.count(where: { $0.sku == sku }) != count {
            throw .fitsNoBox(
                sku: sku.text,
                why: "in box \(box) other pieces would have to go in before it; take it out first with *UNDO")
        }
        return pieces.dropFirst(done)
    }
}
