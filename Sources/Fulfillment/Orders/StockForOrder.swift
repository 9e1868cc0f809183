import Domain
import Operations

/// Whether there is stock for an order that is to be accepted.
extension Transaction {
    /// What lines of one SKU want of it together.
    private typealias Want = (demand: StockDemand, quantity: Int)

    /// The lines must be served at once by what nobody else was promised; what others were promised may have to come
    /// from the very lots that a line demands.
    ///
    /// - Returns: every SKU of which there is too little, with the demand of which there is, where the first line
    ///   stands that wants some of it.
    func shortages(
        for lines: [NewOrder.Line], of request: OrderRequest, _ checked: CheckedOrder, on floor: Floor
    ) throws(Refusal) -> [LineFault] {
        var faults: [LineFault] = []
        func report(_ shortage: Refusal, of sku: SKUID) {
            let line = lines.firstIndex { $0.sku == sku && $0.quantity > 0 }
            faults.append((line: line ?? 0, reason: shortage))
        }
        for (sku, wanted) in wants(of: lines, request, checked, on: floor) {
            let promised = try promised(of: sku, request.client, in: floor.warehouse)
            if wanted.count == 1, let only = wanted.first {
                // With as many as are covered and promised it is served, whatever else there is.
                let count = try countFree(
                    for: only.demand, request.client, on: floor, upTo: only.quantity + promised)
                let left = max(0, count - promised)
                if only.quantity > left {
                    report(try shortage(of: only, available: left, request.client, on: floor), of: sku)
                }
                continue
            }
            var free = try freePieces(of: sku, request.client, on: floor)
            for want in wanted {
                let left = max(0, free.count(for: want.demand) - promised)
                if want.quantity > left {
                    report(try shortage(of: want, available: left, request.client, on: floor), of: sku)
                }
                free.take(want.quantity, for: want.demand)
            }
        }
        return faults
    }

    /// What lines want of each SKU, in the order in which it is first named; the most demanding wants first.
    private func wants(
        of lines: [NewOrder.Line], _ request: OrderRequest, _ checked: CheckedOrder, on floor: Floor
    ) -> [(sku: SKUID, wants: [Want])] {
        assert(lines.count == checked.goodsOfLine.count, "a line for each that was asked for")
        // Another life is another day: no two wants of the same goods are one demand.
        let arrival = dayOfArrival(request.plan.deliveryAt, on: floor)
        var all: [(sku: SKUID, wants: [Want])] = checked.goods.map { goods in
            let wants: [Want] = goods.wants.map { want in
                let day = arrival.adding(days: want.minLifeDays)
                return (StockDemand(sku: goods.sku, lot: want.lot, livingUntil: day), 0)
            }
            return (sku: goods.sku, wants: wants)
        }
        for (index, line) in lines.enumerated() {
            all[checked.goodsOfLine[index]].wants[checked.wantOfLine[index]].quantity += line.quantity
        }
        for place in all.indices where all[place].wants.count > 1 {
            all[place].wants.sort { left, right in StockDemand.isServedFirst(left.demand, right.demand) }
        }
        return all
    }

    /// The free pieces that may be picked and serve a demand; where there are `enough`, the others are not counted.
    private func countFree(
        for demand: StockDemand, _ client: ClientID, on floor: Floor, upTo enough: Int
    ) throws(Refusal) -> Int {
        var count = 0
        try store.stock.eachFree(of: demand.sku, client, in: floor.warehouse) { (pieces) throws(Refusal) in
            if !demand.admits(lot: pieces.lot, expiry: pieces.expiry) { return true }
            guard floor.isPicked(from: pieces.bin) else { return true }
            count += pieces.count
            return count < enough
        }
        return count
    }

    /// The free pieces that may be picked.
    private func freePieces(
        of sku: SKUID, _ client: ClientID, on floor: Floor
    ) throws(Refusal) -> FreePieces {
        var stock: [FreeStock] = []
        try store.stock.eachFree(of: sku, client, in: floor.warehouse) { (pieces) throws(Refusal) in
            if floor.isPicked(from: pieces.bin) { stock.append(pieces) }
            return true
        }
        return FreePieces(stock)
    }

    private func shortage(
        of want: Want, available: Int, _ client: ClientID, on floor: Floor
    ) throws(Refusal) -> Refusal {
        let sku = want.demand.sku
        let heldBack = try heldBack(of: sku, client, on: floor)
        let hint = "receive stock, or allocate from another warehouse"
        return .stockShort(
            sku: sku.text, wanted: want.quantity, available: available,
            hint: heldBack.map { "\($0); \(hint)" } ?? hint)
    }
}
