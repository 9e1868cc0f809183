import Domain
import Operations
import WarehouseLayout

/// Pieces that are not where a pick was to find them are reserved in other bins, part by part if need be; what no
/// bin has is short.
extension Transaction {
    /// Lifts reservations on a record until no more than `quantity` are left, from the work that comes last.
    ///
    /// - Returns: the picks that have no record now.
    func displaceReservations(on stock: Stock, keeping quantity: Int) throws(Refusal) -> [Pick] {
        var excess = stock.reserved - quantity
        guard excess > 0 else { return [] }
        var displaced: [Pick] = []
        let found = try rows(
            """
            SELECT * FROM pick WHERE stock = ? AND state IN ('open', 'claimed')
            ORDER BY state = 'claimed', tour IS NOT NULL, id DESC
            """, [stock.row])
        for row in found where excess > 0 {
            var pick = try Pick(row)
            if pick.quantity > excess {
                let rest = try split(pick, keeping: pick.quantity - excess)
                guard let part = try self.pick(rest) else { continue }
                pick = part
            }
            excess -= pick.quantity
            try unreserve(stock.row, quantity: pick.quantity)
            try run("UPDATE pick SET stock = NULL WHERE id = ?", [pick.row])
            displaced.append(pick)
        }
        return displaced
    }

    /// Finds other bins for picks that have lost their record.
    func reserveElsewhere(_ picks: [Pick], reason: String, on floor: Floor) throws(Refusal) {
        var tours: Set<TourRow> = []
        for pick in picks {
            if let tour = pick.tour { tours.insert(tour) }
            try replace(pick, reason: reason, on: floor)
        }
        for tour in tours.sorted() { try leadOn(tour, on: floor) }
        for order in Set(picks.map(\.order)).sorted() { try renewStage(of: order) }
    }

    /// Reserves a pick's pieces in other bins; the walk of its tour is left to the caller.
    func replace(_ pick: Pick, reason: String, on floor: Floor) throws(Refusal) {
        guard let line = try lines(of: pick.order).first(where: { $0.line == pick.line }) else {
            throw .unreadable("pick \(pick.row): its order has no line \(pick.line)")
        }
        let shares = try otherShares(for: line, pick, on: floor)
        let found = shares.reduce(0) { $0 + $1.quantity }
        if found == 0 { return try endShort(pick, reason) }
        if found < pick.quantity, let rest = try self.pick(try split(pick, keeping: found)) {
            try endShort(rest, reason)
        }
        for share in shares { try reserve(share.stock.row, quantity: share.quantity) }
        for share in shares.dropFirst() { try insertPick(share, of: pick.order, like: pick) }
        let (stock, first) = (shares[0].stock, shares[0].quantity)
        try run(
            """
            UPDATE pick SET stock = ?, bin = ?, lot = ?, expiry = ?, quantity = ?, position = NULL, skips = 0
            WHERE id = ?
            """, [stock.row, stock.key.bin, stock.key.lot, stock.key.expiry, first, pick.row])
    }

    private func otherShares(
        for line: OrderLine, _ pick: Pick, on floor: Floor
    ) throws(Refusal) -> [Reservation.Share] {
        let cart = if let tour = pick.tour { try self.tour(tour).cart } else { nil as String? }
        let kind = floor.reach.carts.first { $0.id.text == cart }
        let candidates = try pickable(
            of: line.sku, line.client, on: floor,
            livingUntil: floor.day(of: now).adding(days: line.minLifeDays ?? 0), lot: line.lot)
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
    private func endShort(_ pick: Pick, _ reason: String) throws(Refusal) {
        let order = try order(pick.order)
        try setPick(pick, to: .short)
        try run(
            "UPDATE pick SET stock = NULL, tour = NULL, session = NULL, position = NULL, reason = ? WHERE id = ?",
            [reason, pick.row])
        try markShort(
            order.row, [OrderShort.Line(line: pick.line, sku: pick.sku, missing: pick.quantity, reason: reason)])
        if order.onShort == .ship, let short = try self.pick(pick.row) { try setPick(short, to: .cancelled) }
    }

    /// Plans a walk anew after its stops have changed: from the start, or from where its picker stands.
    func leadOn(_ row: TourRow, on floor: Floor) throws(Refusal) {
        if try tour(row).state == .planned { try replan(row) } else { try walkOn(row, on: floor) }
    }
}
