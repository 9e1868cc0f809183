import Domain
import Cartonization
import JSON

extension Transaction {
    /// Chooses the boxes of an order's picked pieces and gives each pick its parcel.
    func planParcels(of order: Order) throws(Refusal) {
        let picks = try picks(of: order.row, in: .picked)
        let packing = try pack(picks)
        if let left = packing.unpacked.first { throw .fitsNoBox(sku: left.sku, why: left.why) }
        for tote in try totes(of: order.row) {
            try setTote(tote, to: .packing, order: order.row, station: tote.station)
        }
        var left = picks
        for (index, packed) in packing.parcels.enumerated() {
            let plan = PackPlan(packed)
            try run(
                """
                INSERT INTO parcel (order_row, number, state, box, plan, expected_weight_g)
                VALUES (?, ?, 'open', ?, ?, ?)
                """, [order.row, index + 1, packed.boxID, plan.text, packed.weightG])
            try fill(ParcelRow(insertedRow), with: plan.pieces[...], from: &left)
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
    func fill(_ parcel: ParcelRow, with pieces: ArraySlice<PackPlan.Piece>, from picks: inout [Pick])
        throws(Refusal)
    {
        var wanted: [(sku: SKUID, count: Int)] = []
        for piece in pieces {
            if let index = wanted.firstIndex(where: { $0.sku == piece.sku }) {
                wanted[index].count += 1
            } else {
                wanted.append((piece.sku, 1))
            }
        }
        for want in wanted {
            var count = want.count
            while count > 0, let index = picks.firstIndex(where: { $0.sku == want.sku }) {
                let pick = picks.remove(at: index)
                if pick.quantity > count {
                    let rest = try split(pick, keeping: count)
                    if let rest = try self.pick(rest) { picks.insert(rest, at: index) }
                }
                try run("UPDATE pick SET parcel = ? WHERE id = ?", [parcel, pick.row])
                count -= min(count, pick.quantity)
            }
        }
    }

    /// The 3D packing of picks, pieces of one SKU taken together.
    private func pack(_ picks: [Pick]) throws(Refusal) -> Cartonization.Packing {
        var quantities: [(sku: SKUID, client: ClientID, quantity: Int)] = []
        for pick in picks {
            if let index = quantities.firstIndex(where: { $0.sku == pick.sku }) {
                quantities[index].quantity += pick.quantity
            } else {
                quantities.append((pick.sku, pick.client, pick.quantity))
            }
        }
        var items: [Item] = []
        for entry in quantities {
            items.append(try item(entry.sku, of: entry.client, quantity: entry.quantity))
        }
        let cartonizer = try cartonizer(for: items)
        do throws(PackingError) { return try cartonizer.pack(items) } catch {
            throw Refusal(error, of: items)
        }
    }

    /// A SKU as the packing engine sees it.
    func item(_ id: SKUID, of client: ClientID, quantity: Int) throws(Refusal) -> Item {
        let sku = try sku(id, of: client)
        do throws(PackingError) { return try sku.item(quantity: quantity) } catch {
            throw .fitsNoBox(sku: id.text, why: error.description)
        }
    }
}
