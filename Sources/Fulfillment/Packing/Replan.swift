import Cartonization
import Domain

/// How a packer deviates from the plan.
enum Deviation: Equatable, Sendable {
    /// Has another piece in the hand than the one proposed.
    case otherPiece(SKUID)
    /// Has another box on the bench; what was in the first goes into it.
    case otherBox(BoxID)
    /// The box takes no more.
    case boxIsFull
}

/// The open parcels of an order as they are to be from now on. Nothing is changed until it is adopted.
struct Replan: Equatable, Sendable {
    struct Part: Equatable, Sendable {
        /// Nil where it is a further parcel.
        let parcel: ParcelRow?
        let box: BoxID
        let plan: PackPlan
        let expectedWeightG: Int
    }

    let order: OrderRow
    /// Where the order is packed.
    let station: StationCode?
    /// The parcel at hand first.
    let parts: [Part]
    /// Parcels that nothing is in and that are not needed any more.
    let discarded: [ParcelRow]
    /// The pieces that go next into the parcel at hand; nil where none are left for it.
    let next: PackRun?
}

/// The open parcels of an order as the packing engine sees them: what is in each, and all that is to go in.
private struct OpenParcels {
    /// The one at hand first, then those that have been begun.
    var begun: [(parcel: Parcel, contents: BegunParcel)] = []
    /// Parcels that nothing is in yet; their plan may be thrown away.
    var planned: [Parcel] = []
    var items: [Item] = []

    func index(of sku: SKUID) -> Int? { items.firstIndex { $0.sku == sku.text } }

    /// What the packing engine made of them.
    func replan(_ packing: Cartonization.Packing) -> Replan {
        var rows = begun.map(\.parcel.row) + planned.map(\.row)
        let parts = packing.parcels.map { packed in
            Replan.Part(
                parcel: rows.isEmpty ? nil : rows.removeFirst(), box: BoxID(packed.boxID),
                plan: PackPlan(packed), expectedWeightG: packed.weightG)
        }
        let atHand = begun[0].parcel
        let runs = PackPlan(Array(parts[0].plan.pieces.dropFirst(atHand.done))).runs
        return Replan(
            order: atHand.order, station: atHand.station, parts: parts, discarded: rows,
            next: runs.first.map { PackRun(sku: $0.sku, first: atHand.done, count: $0.count) })
    }
}

extension Transaction {
    /// Plans the open parcels of an order anew around what is in them already, as the packer would have it.
    func replan(_ parcel: Parcel, _ deviation: Deviation) throws(Refusal) -> Replan {
        try parcel.checkOpen()
        var open = try openParcels(parcel)
        let inHand = open.begun[0].contents
        switch deviation {
        case .otherPiece(let sku):
            let placed = try inHand.placed + [place(of: sku, on: inHand, open)]
            open.begun[0].contents = BegunParcel(boxID: inHand.boxID, placed: placed)
        case .otherBox(let box):
            let loose = open.items.indices.map { index in
                BegunParcel.Loose(itemIndex: index, quantity: inHand.placed.count { $0.itemIndex == index })
            }
            open.begun[0].contents = BegunParcel(
                boxID: box.text, placed: [], loose: loose.filter { $0.quantity > 0 })
        case .boxIsFull:
            try parcel.checkBegun(advice: "scan another box instead")
            open.begun[0].contents = BegunParcel(boxID: inHand.boxID, placed: inHand.placed, isFull: true)
        }
        let packing = try packing(of: open.items, around: open.begun.map(\.contents))
        if let left = packing.unpacked.first { throw .fitsNoBox(sku: left.sku, why: left.why) }
        guard let first = packing.parcels.first, !first.items.isEmpty else {
            throw .fitsNoBox(
                sku: open.items.first?.sku ?? "",
                why: "box \(open.begun[0].contents.boxID) holds none of what is left")
        }
        return open.replan(packing)
    }

    private func openParcels(_ atHand: Parcel) throws(Refusal) -> OpenParcels {
        let client = try order(atHand.order).client
        let others = try store.parcels.parcels(of: atHand.order).filter {
            $0.state == .open && $0.row != atHand.row
        }
        var counts: [SKUCount] = []
        for parcel in [atHand] + others {
            for run in try store.parcels.runs(of: parcel.row) { counts.add(run.count, of: run.sku) }
        }
        var open = OpenParcels()
        for entry in counts { open.items.append(try item(entry.sku, of: client, quantity: entry.count)) }
        for parcel in [atHand] + others {
            if parcel.done == 0 && parcel.row != atHand.row {
                open.planned.append(parcel)
            } else {
                let pieces = try store.parcels.pieces(of: parcel.row, at: 0..<parcel.done)
                let placed = pieces.compactMap { piece in
                    open.index(of: piece.sku).map { piece.placed(itemIndex: $0) }
                }
                open.begun.append((parcel, BegunParcel(boxID: parcel.box.text, placed: placed)))
            }
        }
        return open
    }

    /// Where a piece that the packer holds can go right now.
    private func place(
        of sku: SKUID, on contents: BegunParcel, _ open: OpenParcels
    ) throws(Refusal) -> PlacedItem {
        let index = open.index(of: sku) ?? 0
        let next = BegunParcel(
            boxID: contents.boxID, placed: contents.placed, loose: [.init(itemIndex: index, quantity: 1)],
            isFull: true)
        guard let piece = try packing(of: open.items, around: [next]).parcels.first?.items.last else {
            throw .fitsNoBox(sku: sku.text, why: "it has no place on what is in the box")
        }
        return piece
    }
}
