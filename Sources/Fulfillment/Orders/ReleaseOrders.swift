import Domain
import Operations

/// Reserves stock in bins for one order or for all that wait. Its picks go into the pool, from which tours are made.
extension OrderRelease: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let warehouse = try site.knownWarehouse(warehouse)
        var result = Result()
        guard let order else {
            let run = try site.releaseAll(ReleaseRun.Filter(warehouse: warehouse, client: client))
            (result.released, result.waiting, result.left) = (run.released, run.waiting, run.left)
            return result
        }
        result.why = try site.release(
            try site.orderToRelease(OrderName(order, of: client ?? ""), in: warehouse))
        (result.released, result.waiting) = result.why == nil ? (1, 0) : (0, 1)
        return result
    }
}

/// Gives the bins back and keeps the promise; only before anything was picked.
extension OrderUnrelease: Rule {
    func decide(in site: Transaction) throws(Refusal) -> Result {
        let order = try site.order(name)
        guard order.stage == .released, try site.store.picks.picks(of: order.row, in: .claimed).isEmpty else {
            throw .notAllowed(
                in: order.stage, of: order.id.text, wanted: [.released], provided: "no pick begun")
        }
        try site.unrelease(order)
        return try site.progress(of: order)
    }
}

extension Transaction {
    fileprivate func orderToRelease(
        _ name: OrderName, in warehouse: WarehouseCode?
    ) throws(Refusal) -> Order {
        let order = try order(name)
        if let warehouse, order.warehouse != warehouse { throw .unknownOrder("\(order.id) in \(warehouse)") }
        let mayWaitForMore = order.isShort && [.released, .picking, .picked].contains(order.stage)
        guard order.stage == .accepted || mayWaitForMore, !order.isCancelRequested else {
            throw .wrongState(
                thing: "order \(order.id)",
                state: order.isCancelRequested ? "to be cancelled" : order.stage.rawValue,
                wanted: "accepted, or short and not at the bench")
        }
        return order
    }

    /// Reserves stock for what the order still needs.
    ///
    /// - Returns: nil, or why it has to wait; then nothing was reserved.
    func release(_ order: Order) throws(Refusal) -> String? {
        switch try releasePlan(of: order) {
        case .wait(let why): return why
        case .reserve(let shares, let shortPicks):
            for pick in shortPicks { try store.picks.withdraw(pick) }
            for share in shares { try openPick(share, of: order) }
            try markReleased(order)
            plan.poolChanged()
            return nil
        }
    }

    /// Reserves a share and opens a pick for it.
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
    func cancelOpenPicks(of order: Order, reason: String?) throws(Refusal) -> [Pick] {
        let picks = try store.picks.picks(of: order.row).filter { $0.state.isReserving || $0.state == .short }
        for pick in picks {
            if let record = pick.stock { try store.stock.unreserve(pick.quantity, in: record) }
            try store.picks.cancel(pick, reason: reason)
        }
        try leaveTours(picks, of: order)
        return picks
    }

    /// Takes the open picks of an order that is held from the tours that nobody walks; they stay reserved.
    func leaveTours(_ order: Order) throws(Refusal) {
        let picks = try store.picks.picks(of: order.row, in: .open)
        for pick in picks { try store.picks.removeFromTour(pick) }
        try leaveTours(picks, of: order)
    }

    /// Removes an order from the tours that its picks were on: totes that were bound to it and are empty are free.
    private func leaveTours(_ picks: [Pick], of order: Order) throws(Refusal) {
        plan.poolChanged()
        for tote in try store.totes.totes(of: order.row)
        where [.bound, .parked].contains(tote.state) {
            if try store.picks.isEmpty(tote.id) { try store.totes.free(tote) }
        }
        for tour in Set(picks.compactMap(\.tour)).sorted() { try replan(tour) }
    }
}
