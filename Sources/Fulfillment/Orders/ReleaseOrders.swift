import Domain
import Operations
import PickRouting
import WarehouseLayout

/// Reserves stock in bins for one order or for all that wait, and plans their tours.
extension OrderRelease: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        var released: [Order] = []
        var result = Result()
        for order in try site.ordersToRelease(self) {
            let obstacle = site.obstacle(to: order)
            let why = if let obstacle { obstacle } else { try site.release(order) }
            guard let why else {
                released.append(order)
                continue
            }
            var waiting = Waiting()
            (waiting.order, waiting.client, waiting.why) = (order.id, order.client, why)
            result.waiting.append(waiting)
        }
        result.tours = try site.planTours(for: released)
        result.released = released.map(\.id)
        return result
    }
}

/// Gives the bins back and keeps the promise; only before anything was picked.
extension OrderUnrelease: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let order = try site.order(name)
        guard order.stage == .released, try site.store.picks.picks(of: order.row, in: .claimed).isEmpty else {
            throw .wrongState(
                thing: "order \(order.id)", state: order.stage.rawValue, wanted: "released, no pick begun")
        }
        try site.unrelease(order)
        return try site.standing(of: order)
    }
}

extension Transaction {
    /// The one order named, or all that may be released, most urgent first.
    fileprivate func ordersToRelease(_ wanted: OrderRelease) throws(Refusal) -> [Order] {
        let warehouse = try knownWarehouse(wanted.warehouse)
        if let id = wanted.order {
            let order = try self.order(OrderName(id, of: wanted.client ?? ""))
            if let warehouse, order.warehouse != warehouse { throw .unknownOrder("\(id) in \(warehouse)") }
            let mayWaitForMore = order.isShort && [.released, .picking, .picked].contains(order.stage)
            guard order.stage == .accepted || mayWaitForMore, !order.isCancelRequested else {
                throw .wrongState(
                    thing: "order \(order.id)", state: order.isCancelRequested ? "to be cancelled" : order.stage.rawValue,
                    wanted: "accepted, or short and not at the bench")
            }
            return [order]
        }
        var orders: [Order] = []
        let codes = if let warehouse { [warehouse] } else { try warehouses() }
        for code in codes {
            orders += try store.orders.accepted(in: code, limit: Int(Int32.max))
            orders += try store.orders.short(in: code, limit: Int(Int32.max)).filter {
                $0.stage == .released || $0.stage == .picking
            }
        }
        return orders.filter { (wanted.client == nil || $0.client == wanted.client) && !$0.isCancelRequested }
            .sorted { $0.urgency < $1.urgency }
    }

    fileprivate func obstacle(to order: Order) -> String? {
        if order.isHeld { return "held: \(order.holdReason ?? "no reason given")" }
        if let notBefore = order.notBefore, notBefore > now { return "not before \(notBefore)" }
        return nil
    }

    /// Reserves stock for what the order still needs.
    ///
    /// - Returns: nil, or why it has to wait; then nothing was reserved.
    fileprivate func release(_ order: Order) throws(Refusal) -> String? {
        let floor = try floor(order.warehouse)
        var reservation = Reservation(layout: floor.layout, start: floor.reach.start?.place)
        let shortPicks = order.isReleased ? try store.picks.picks(of: order.row, in: .short) : []
        for line in try store.orders.lines(of: order.row) {
            let quantity =
                order.isReleased
                ? shortPicks.filter { $0.line == line.line }.reduce(0) { $0 + $1.quantity } : line.quantity
            guard quantity > 0 else { continue }
            let sku = try sku(line.sku, of: line.client)
            let candidates = try pickable(
                of: line.sku, line.client, on: floor,
                livingUntil: floor.day(of: now).adding(days: line.minLifeDays ?? 0), lot: line.lot)
            reservation.serve(line, quantity: quantity, rotation: sku.rotation, from: candidates)
        }
        if let missing = reservation.missing.first {
            let heldBack = try heldBack(of: missing.line.sku, missing.line.client, on: floor)
            return "\(missing.quantity) of \(missing.line.sku) are missing in pick bins"
                + (heldBack.map { "; \($0)" } ?? "")
        }
        guard !reservation.shares.isEmpty else { return "nothing is missing any more" }
        if let shortage = try promisedAway(reservation.shares, from: order, on: floor) { return shortage }
        if let obstacle = obstacle(toWalkTo: reservation.shares, on: floor) { return obstacle }
        for pick in shortPicks { try store.picks.withdraw(pick) }
        for share in reservation.shares { try openPick(share, of: order) }
        try markReleased(order)
        return nil
    }

    /// Why no cart gets to all of the bins; only where it does not get back to where it came from.
    private func obstacle(toWalkTo shares: [Reservation.Share], on floor: Floor) -> String? {
        guard !floor.reach.isRound, let start = floor.reach.start, let finish = floor.reach.finish else {
            return nil
        }
        let bins = Set(shares.map(\.stock.key.bin.text)).sorted()
        let stops = bins.compactMap { floor.layout.bin($0).map { TourStop(place: $0.place) } }
        if (try? floor.planner.plan(from: start.place, to: finish.place, stops: stops)) != nil { return nil }
        return
            "no cart gets to \(bins.joined(separator: ", ")) in one tour; look at one_way and closed in the layout"
    }

    /// Pieces that were promised to other orders are not taken from them.
    private func promisedAway(
        _ shares: [Reservation.Share], from order: Order, on floor: Floor
    ) throws(Refusal) -> String? {
        let lines = try store.orders.lines(of: order.row)
        for sku in Set(shares.map(\.line.sku)).sorted() {
            let wanted = shares.filter { $0.line.sku == sku }.reduce(0) { $0 + $1.quantity }
            let own = lines.filter { $0.sku == sku }.reduce(0) { $0 + $1.promised }
            let others = try promised(of: sku, order.client, in: order.warehouse) - own
            let free = try available(of: sku, order.client, on: floor) - others
            if wanted > free {
                return "\(wanted - free) of \(sku) are missing; what lies there is promised to others"
            }
        }
        return nil
    }

    /// Reserves a share and opens the pick that takes it.
    @discardableResult
    func openPick(_ share: Reservation.Share, of order: Order) throws(Refusal) -> Pick {
        let record = try store.stock.reserve(share.quantity, in: share.stock.row)
        return try store.picks.insert(NewPick(of: share.line, from: record, quantity: share.quantity))
    }

    private func markReleased(_ order: Order) throws(Refusal) {
        try endPromises(of: order)
        try store.orders.release(order, at: now)
        try store.orders.clearShortWhenWhole(order.row)
        try refreshStage(of: order.row)
        try emit(OrderReleased(order.id), of: order)
    }

    fileprivate func unrelease(_ order: Order) throws(Refusal) {
        try withdrawPicks(of: order)
        try store.orders.unrelease(order)
        try store.orders.promiseWhole(order.row)
        let lines = try store.orders.lines(of: order.row)
        for line in lines {
            try store.promises.change(by: line.quantity, of: line.sku, line.client, in: order.warehouse)
        }
        let floor = try floor(order.warehouse)
        for line in lines { try breakPromises(of: line.sku, line.client, on: floor, reason: "unreleased") }
        try store.orders.clearShortWhenWhole(order.row)
        try refreshStage(of: order.row)
        try emit(OrderUnreleased(order.id), of: order)
    }

    /// Gives back the reservations of an order of which nothing was picked, as if it had never been released.
    private func withdrawPicks(of order: Order) throws(Refusal) {
        let picks = try store.picks.picks(of: order.row)
        for pick in picks {
            if let record = pick.stock { try store.stock.unreserve(pick.quantity, in: record) }
            try store.picks.withdraw(pick)
        }
        try leaveTours(picks, of: order)
    }

    /// Ends the picks of an order that are not in a tote yet, and gives back what they had reserved.
    ///
    /// - Returns: the picks as they were.
    func cancelOpenPicks(of order: Order) throws(Refusal) -> [Pick] {
        let picks = try store.picks.picks(of: order.row).filter { $0.state.isReserving || $0.state == .short }
        for pick in picks {
            if let record = pick.stock { try store.stock.unreserve(pick.quantity, in: record) }
            try store.picks.cancel(pick)
        }
        try leaveTours(picks, of: order)
        return picks
    }

    /// Takes an order out of the tours that its picks were on: totes that were bound to it and are empty are free.
    private func leaveTours(_ picks: [Pick], of order: Order) throws(Refusal) {
        for tote in try store.totes.totes(of: order.row)
        where [.bound, .parked].contains(tote.state) {
            if try store.picks.isEmpty(tote.id) { try store.totes.free(tote) }
        }
        for tour in Set(picks.compactMap(\.tour)).sorted() { try replan(tour) }
    }
}
