import Domain
import Cartonization
import JSON

/// What a packer does otherwise than planned.
enum Deviation: Equatable {
    /// Has another piece in the hand than the one proposed.
    case takes(SKUID)
    /// Has another box on the bench; what was in the first goes into it.
    case usesBox(BoxID)
    /// The box takes no more.
    case boxIsFull
}

/// The open parcels of an order as the packing engine sees them: what is in each, and all that is to go in.
private struct OpenParcels {
    /// The one at hand first, then those that have been begun.
    var begun: [(parcel: Parcel, contents: BegunParcel)] = []
    /// Parcels that nothing is in yet; their plan may be thrown away.
    var planned: [Parcel] = []
    var items: [Item] = []

    func index(of sku: SKUID) -> Int? { items.firstIndex { $0.sku == sku.text } }
}

extension Transaction {
    /// Plans the open parcels of an order anew around what is in them already, as the packer would have it.
    func replan(_ parcel: Parcel, _ deviation: Deviation) throws(Refusal) {
        var open = try openParcels(parcel)
        let inHand = open.begun[0].contents
        switch deviation {
        case .takes(let sku):
            let placed = try inHand.placed + [place(of: sku, on: inHand, open)]
            open.begun[0].contents = BegunParcel(boxID: inHand.boxID, placed: placed)
        case .usesBox(let box):
            let loose = open.items.indices.map { index in
                BegunParcel.Loose(itemIndex: index, quantity: inHand.placed.count { $0.itemIndex == index })
            }
            open.begun[0].contents = BegunParcel(
                boxID: box.text, placed: [], loose: loose.filter { $0.quantity > 0 })
        case .boxIsFull:
            guard !inHand.placed.isEmpty else {
                throw .wrongState(
                    thing: "box \(parcel.box)", state: "empty",
                    wanted: "with something in it; scan another box instead")
            }
            open.begun[0].contents = BegunParcel(boxID: inHand.boxID, placed: inHand.placed, isFull: true)
        }
        let packing = try pack(open.items, around: open.begun.map(\.contents))
        if let left = packing.unpacked.first { throw .fitsNoBox(sku: left.sku, why: left.why) }
        if packing.parcels[0].items.isEmpty {
            throw .fitsNoBox(
                sku: open.items.first?.sku ?? "",
                why: "box \(packing.parcels[0].boxID) holds none of what is left")
        }
        try carryOut(packing, open, of: parcel.order)
    }

    private func openParcels(_ atHand: Parcel) throws(Refusal) -> OpenParcels {
        guard atHand.state == .open else {
            throw .wrongState(thing: "parcel \(atHand.row)", state: atHand.state.rawValue, wanted: "open")
        }
        let client = try order(atHand.order).client
        let others = try parcels(of: atHand.order).filter { $0.state == .open && $0.row != atHand.row }
        var open = OpenParcels()
        var quantities: [(sku: SKUID, count: Int)] = []
        for piece in ([atHand] + others).flatMap(\.plan.pieces) {
            if let index = quantities.firstIndex(where: { $0.sku == piece.sku }) {
                quantities[index].count += 1
            } else {
                quantities.append((piece.sku, 1))
            }
        }
        for entry in quantities { open.items.append(try item(entry.sku, of: client, quantity: entry.count)) }
        for parcel in [atHand] + others {
            let done = try piecesIn(parcel)
            if done == 0 && parcel.row != atHand.row {
                open.planned.append(parcel)
            } else {
                let placed = parcel.plan.pieces.prefix(done).compactMap { piece in
                    open.index(of: piece.sku).map { piece.placed(itemIndex: $0) }
                }
                open.begun.append((parcel, BegunParcel(boxID: parcel.box.text, placed: placed)))
            }
        }
        return open
    }

    /// Where a piece that the packer holds can go right now.
    private func place(of sku: SKUID, on contents: BegunParcel, _ open: OpenParcels) throws(Refusal)
        -> PlacedItem
    {
        let index = open.index(of: sku) ?? 0
        let next = BegunParcel(
            boxID: contents.boxID, placed: contents.placed, loose: [.init(itemIndex: index, quantity: 1)],
            isFull: true)
        guard let piece = try pack(open.items, around: [next]).parcels.first?.items.last else {
            throw .fitsNoBox(sku: sku.text, why: "it has no place on what is in the box")
        }
        return piece
    }

    private func pack(_ items: [Item], around begun: [BegunParcel]) throws(Refusal) -> Cartonization.Packing {
        let cartonizer = try cartonizer(for: items)
        do throws(PackingError) { return try cartonizer.pack(items, around: begun) } catch {
            throw Refusal(error, of: items)
        }
    }

    /// Writes the new plans, and gives every piece that is not in a box to the parcel that it now goes into.
    private func carryOut(_ packing: Cartonization.Packing, _ open: OpenParcels, of order: OrderRow)
        throws(Refusal)
    {
        var free = try release(open.begun.map(\.parcel) + open.planned)
        var spare = open.planned
        for (index, packed) in packing.parcels.enumerated() {
            let plan = PackPlan(packed)
            let begun = index < open.begun.count ? open.begun[index] : nil
            let row =
                if let begun { begun.parcel.row } else if spare.isEmpty { try addParcel(to: order) } else {
                    spare.removeFirst().row
                }
            try run(
                "UPDATE parcel SET box = ?, plan = ?, expected_weight_g = ?, weight_g = NULL WHERE id = ?",
                [packed.boxID, plan.text, packed.weightG, row])
            let toCome = try plan.pieces(after: contents(of: row), in: packed.boxID)
            try fill(row, with: toCome, from: &free)
        }
        try checkAllPlaced(free)
        for parcel in spare { try run("DELETE FROM parcel WHERE id = ?", [parcel.row]) }
        try renumberParcels(of: order)
        try renewStage(of: order)
    }

    /// How many pieces of each SKU are in a parcel's box.
    private func contents(of parcel: ParcelRow) throws(Refusal) -> [(sku: SKUID, count: Int)] {
        try rows(
            """
            SELECT sku, sum(packed) AS n FROM pick WHERE parcel = ? AND packed > 0 GROUP BY sku ORDER BY sku
            """,
            [parcel]
        ).map { ($0["sku"], $0["n"]) }
    }

    /// Takes from parcels the picks that are not in a box; one that is there in part is split.
    private func release(_ parcels: [Parcel]) throws(Refusal) -> [Pick] {
        var free: [PickRow] = []
        for parcel in parcels {
            let picks = try rows(
                "SELECT * FROM pick WHERE parcel = ? AND packed < quantity ORDER BY id", [parcel.row])
            for pick in try self.picks(picks) {
                if pick.packed == 0 {
                    free.append(pick.row)
                } else {
                    free.append(try split(pick, keeping: pick.packed))
                    try setPick(pick, to: .packed)
                }
            }
        }
        var picks: [Pick] = []
        for row in free {
            try run("UPDATE pick SET parcel = NULL WHERE id = ?", [row])
            if let pick = try pick(row) { picks.append(pick) }
        }
        return picks
    }

    private func addParcel(to order: OrderRow) throws(Refusal) -> ParcelRow {
        let station = try value(
            String.self, "SELECT station FROM parcel WHERE order_row = ? AND state = 'open'", [order])
        try run(
            """
            INSERT INTO parcel (order_row, number, state, box, plan, expected_weight_g, station)
            SELECT ?1, 1 + max(number), 'open', '', '[]', 0, ?2 FROM parcel WHERE order_row = ?1
            """, [order, station])
        return ParcelRow(insertedRow)
    }

    /// Parcels count from 1 without a gap; those that have a label keep the number that stands on it.
    private func renumberParcels(of order: OrderRow) throws(Refusal) {
        let all = try parcels(of: order)
        let kept = Set(all.filter { $0.sscc != nil }.map(\.number))
        var next = 1
        for parcel in all where parcel.sscc == nil {
            while kept.contains(next) { next += 1 }
            try run("UPDATE parcel SET number = ? WHERE id = ?", [next, parcel.row])
            next += 1
        }
    }
}

extension PackPlan {
    /// What goes in next, where these pieces are in the box already.
    ///
    /// The bench counts pieces along the plan, so the plan has to begin with them; one that puts another
    /// piece below them cannot be packed without taking them out again.
    fileprivate func pieces(after contents: [(sku: SKUID, count: Int)], in box: String) throws(Refusal)
        -> ArraySlice<Piece>
    {
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

extension PackPlan.Piece {
    func placed(itemIndex: Int) -> PlacedItem {
        let (at, size) = (atMM + [0, 0, 0], sizeMM + [0, 0, 0])
        return PlacedItem(
            sku: sku.text, itemIndex: itemIndex, at: BoxPosition(xMM: at[0], yMM: at[1], zMM: at[2]),
            size: Size(lengthMM: size[0], widthMM: size[1], heightMM: size[2]))
    }
}
