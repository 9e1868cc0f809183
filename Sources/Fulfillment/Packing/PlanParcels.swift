import Cartonization
import Domain

extension Transaction {
    /// Chooses the boxes of an order's picked pieces and gives each pick its parcel.
    func planParcels(of order: Order) throws(Refusal) {
        let picks = try store.picks.picks(of: order.row, in: .picked)
        let packing = try packing(of: try items(of: picks))
        if let left = packing.unpacked.first { throw .fitsNoBox(sku: left.sku, why: left.why) }
        for tote in try store.totes.totes(of: order.row) {
            try store.totes.move(tote, to: .packing, order: order.row, station: tote.station)
        }
        var left = picks
        for (index, packed) in packing.parcels.enumerated() {
            let plan = PackPlan(packed)
            let parcel = try store.parcels.insert(
                NewParcel(
                    order: order.row, number: index + 1, box: BoxID(packed.boxID), plan: plan,
                    expectedWeightG: packed.weightG))
            try fill(parcel.row, with: plan.pieces[...], from: &left)
        }
        try checkAllPlaced(left)
    }

    /// No piece may be left without a parcel: the order could never be packed.
    func checkAllPlaced(_ left: [Pick]) throws(Refusal) {
        if let pick = left.first {
            throw .fitsNoBox(sku: pick.sku.text, why: "the plan has no place for \(pick.quantity) of it")
        }
    }

    /// Gives a parcel as many pieces of each SKU as are to go in, splitting picks where parcels divide them.
    func fill(
        _ parcel: ParcelRow, with pieces: ArraySlice<PackPlan.Piece>, from picks: inout [Pick]
    ) throws(Refusal) {
        for wanted in SKUCount.counts(of: pieces.map(\.sku)) {
            var count = wanted.count
            while count > 0, let index = picks.firstIndex(where: { $0.sku == wanted.sku }) {
                var pick = picks.remove(at: index)
                if pick.quantity > count {
                    let parts = try store.picks.split(pick, keeping: count)
                    pick = parts.kept
                    picks.insert(parts.rest, at: index)
                }
                try store.picks.setParcel(parcel, of: pick)
                count -= pick.quantity
            }
        }
    }

    /// The question that packing an order will ask; nil where it is not picked, or not to be packed.
    func packingQuestion(of row: OrderRow) throws(Refusal) -> PackingQuestion? {
        let order = try order(row)
        guard order.stage == .picked, !order.isCancelRequested else { return nil }
        let picks = try store.picks.picks(of: row, in: .picked)
        guard !picks.isEmpty else { return nil }
        let items = try items(of: picks)
        return PackingQuestion(cartonizer: try cartonizer(for: items), items: items, begun: [])
    }

    /// Picks as the packing engine sees them, pieces of one SKU taken together.
    private func items(of picks: [Pick]) throws(Refusal) -> [Item] {
        var counts: [SKUCount] = []
        for pick in picks { counts.add(pick.quantity, of: pick.sku) }
        var items: [Item] = []
        for entry in counts {
            items.append(try item(entry.sku, of: picks[0].client, quantity: entry.count))
        }
        return items
    }
}

/// So many pieces of one SKU.
struct SKUCount: Equatable {
    let sku: SKUID
    var count: Int

    /// How many there are of each, in the order in which they first come.
    static func counts(of skus: some Sequence<SKUID>) -> [SKUCount] {
        var counts: [SKUCount] = []
        for sku in skus { counts.add(1, of: sku) }
        return counts
    }
}

extension [SKUCount] {
    mutating func add(_ count: Int, of sku: SKUID) {
        if let index = firstIndex(where: { $0.sku == sku }) {
            self[index].count += count
        } else {
            append(SKUCount(sku: sku, count: count))
        }
    }
}
