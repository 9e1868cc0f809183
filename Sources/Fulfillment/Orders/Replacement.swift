import Domain
import Operations
import WarehouseLayout

/// Pieces that are not where a pick was to find them are reserved in other bins, part by part if need be; what no
/// bin has is short.
extension Transaction {
    /// Lifts reservations on a record until no more than `quantity` are left, from the work that comes last.
    ///
    /// - Returns: the picks that have no record now.
    func displaceReservations(on record: StockRecord, keeping quantity: Int) throws(Refusal) -> [Pick] {
        var excess = record.reserved - quantity
        guard excess > 0 else { return [] }
        var displaced: [Pick] = []
        let lastFirst = try store.picks.picks(reserving: record.row).sorted { left, right in
            (left.state == .claimed ? 1 : 0, left.tour == nil ? 0 : 1, right.row)
                < (right.state == .claimed ? 1 : 0, right.tour == nil ? 0 : 1, left.row)
        }
        for pick in lastFirst where excess > 0 {
            var pick = pick
            if pick.quantity > excess { pick = try store.picks.split(pick, keeping: pick.quantity - excess).rest }
            excess -= pick.quantity
            try store.stock.unreserve(pick.quantity, in: record.row)
            displaced.append(pick)
        }
        return displaced
    }

    /// Finds other bins for picks that have lost their record.
    ///
    /// - Returns: the orders of which something is short now.
    func reserveElsewhere(_ picks: [Pick], reason: String, on floor: Floor) throws(Refusal) -> [OrderRow] {
        let atHand = try picksAtHand(among: picks)
        var tours: Set<TourRow> = []
        var short: [OrderRow] = []
        for pick in picks {
            if let tour = pick.tour { tours.insert(tour) }
            if try !replace(pick, reason: reason, on: floor) { short.append(pick.order) }
        }
        for tour in tours.sorted() { try replanWalk(of: tour, on: floor) }
        try askAnew(pickersAt: atHand)
        for order in Set(picks.map(\.order)).sorted() { try refreshPicked(order) }
        return short
    }

    /// Reserves a pick's pieces in other bins; the walk of its tour is left to the caller.
    ///
    /// - Returns: whether all of them were found.
    @discardableResult
    func replace(_ pick: Pick, reason: String, on floor: Floor) throws(Refusal) -> Bool {
        let line = try store.orders.line(pick.line, of: pick.order)
        let shares = try otherShares(for: line, pick, on: floor)
        let found = shares.reduce(0) { $0 + $1.quantity }
        if found == 0 {
            try endShort(pick, reason)
            return false
        }
        var pick = pick
        let isWhole = found >= pick.quantity
        if !isWhole {
            let (kept, rest) = try store.picks.split(pick, keeping: found)
            try endShort(rest, reason)
            pick = kept
        }
        for share in shares.dropFirst() {
            let (kept, rest) = try store.picks.split(pick, keeping: pick.quantity - share.quantity)
            try move(rest, to: share)
            pick = kept
        }
        try move(pick, to: shares[0])
        return isWhole
    }

    private func move(_ pick: Pick, to share: Reservation.Share) throws(Refusal) {
        try store.picks.reserve(pick, from: try store.stock.reserve(share.quantity, in: share.stock.row))
    }

    private func otherShares(
        for line: OrderLine, _ pick: Pick, on floor: Floor
    ) throws(Refusal) -> [Reservation.Share] {
        let cart = try pick.tour.flatMap { (tour) throws(Refusal) in try store.tours.tour(tour).cart }
        let kind = floor.reach.carts.first { $0.id.text == cart?.text }
        let deliveryAt = try order(line.order).deliveryAt
        let candidates = try pickable(
            of: line.sku, line.client, on: floor,
            livingUntil: lastDay(ofLife: line.minLifeDays, deliveryAt: deliveryAt, on: floor), lot: line.lot)
        let free = candidates.reduce(0) { $0 + $1.free } - (try promised(of: line.sku, line.client, in: floor.warehouse))
        let reachable = candidates.filter {
            cart == nil || (kind?.mayGo(to: floor.layout.bin($0.key.bin.text)?.area) ?? true)
        }
        let wanted = min(pick.quantity, free, reachable.reduce(0) { $0 + $1.free })
        guard wanted > 0 else { return [] }
        var reservation = Reservation(layout: floor.layout, start: floor.layout.bin(pick.bin.text)?.place)
        reservation.serve(
            line, quantity: wanted, rotation: try sku(line.sku, of: line.client).rotation, from: reachable)
        return reservation.shares
    }

    /// No bin has them: the order waits, or ships without, as it was asked.
    ///
    /// An order that ships without them is cancelled where nothing of it is left: nobody has anything to do for it.
    private func endShort(_ pick: Pick, _ reason: String) throws(Refusal) {
        let short = try store.picks.markShort(pick, reason: reason)
        try markShort(
            pick.order,
            [OrderShort.Line(line: pick.line, sku: pick.sku, missing: pick.quantity, reason: reason)])
        let order = try order(pick.order)
        guard order.onShort == .ship else { return }
        try store.picks.cancel(short)
        if try isNothingLeft(of: order) { _ = try cancel(order, reason: reason) }
    }

    /// Plans a walk anew after its stops have changed: from the start, or from where its picker stands.
    func replanWalk(of row: TourRow, on floor: Floor) throws(Refusal) {
        if try store.tours.tour(row).state == .planned { try replan(row) } else { try walkOn(row, on: floor) }
    }
}
