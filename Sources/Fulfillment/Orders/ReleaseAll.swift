import Domain
public import Operations

/// The release of all orders: work that is written down, so that it goes on after a restart, and is done so little at
/// a time that no scan waits long for it.
extension Transaction {
    /// Begins to release all orders of a filter, or goes on where that is under way.
    ///
    /// - Returns: how far it has come.
    func releaseAll(_ filter: ReleaseRun.Filter) throws(Refusal) -> ReleaseRun {
        let begun = try store.releaseRuns.underWay(filter)
        let run = if let begun { begun } else { try newRun(filter) }
        return try runSlice(of: run, limit: PlanningLimits.ordersPerSlice)
    }

    /// Processes the next orders of a release. Those of one client are looked for among so many that no scan waits long
    /// for it, and the slice may end before it has found as many as it may process.
    ///
    /// - Returns: how far it has come then.
    func runSlice(of begun: ReleaseRun, limit: Int) throws(Refusal) -> ReleaseRun {
        var (run, budget) = (begun, limit)
        while let place = run.place {
            let (found, next) = try orders(at: place, of: run.filter, limit: budget + 1)
            for order in found.prefix(budget) {
                try process(order, in: &run)
                run.place = place.passed(order)
            }
            if found.count > budget { break }
            if let next {
                run.place = next
                break
            }
            budget -= found.count
            run.place = try self.place(after: place, of: run.filter)
        }
        // Orders that have come since it was begun were not counted.
        run.left = run.place == nil ? 0 : max(1, run.left)
        return try store.releaseRuns.save(run)
    }

    private func newRun(_ filter: ReleaseRun.Filter) throws(Refusal) -> ReleaseRun {
        let first = try codes(filter).first.map { ReleaseRun.Place.accepted(in: $0, after: nil) }
        return ReleaseRun(filter: filter, begunAt: now, place: first, left: try waitingCount(filter))
    }

    /// How many orders wait for a release, those left out of which something is missing. Of one client or warehouse
    /// they are counted among the first ones up to a limit.
    private func waitingCount(_ filter: ReleaseRun.Filter) throws(Refusal) -> Int {
        if filter == ReleaseRun.Filter() { return try store.orders.counts()[.accepted] ?? 0 }
        var (count, rowsLeft) = (0, PlanningLimits.ordersCountedMax)
        for code in try codes(filter) {
            let found = try store.orders.acceptedCount(in: code, of: filter.client, most: rowsLeft)
            count += found.count
            rowsLeft -= found.passed
        }
        return count
    }

    private func codes(_ filter: ReleaseRun.Filter) throws(Refusal) -> [WarehouseCode] {
        if let warehouse = filter.warehouse { [warehouse] } else { try warehouses().sorted() }
    }

    /// The orders that come after a place, and the place to go on from where there may be more behind those that were
    /// looked through.
    private func orders(
        at place: ReleaseRun.Place, of filter: ReleaseRun.Filter, limit: Int
    ) throws(Refusal) -> (found: [Order], next: ReleaseRun.Place?) {
        switch place {
        case .accepted(let warehouse, let last):
            guard let client = filter.client else {
                return (try store.orders.accepted(in: warehouse, after: last, limit: limit), nil)
            }
            let own = try store.orders.accepted(
                in: warehouse, of: client, after: last, limit: limit, passing: PlanningLimits.ordersPassedPerSlice)
            return (own.orders, own.next.map { ReleaseRun.Place.accepted(in: warehouse, after: $0) })
        case .short(let warehouse, let last):
            return (try store.orders.short(in: warehouse, of: filter.client, after: last, limit: limit), nil)
        }
    }

    /// Where a release goes on when nothing is left at a place; nil at its end.
    private func place(
        after place: ReleaseRun.Place, of filter: ReleaseRun.Filter
    ) throws(Refusal) -> ReleaseRun.Place? {
        if case .accepted(let warehouse, _) = place { return .short(in: warehouse, after: nil) }
        return try codes(filter).first { $0 > place.warehouse }.map { .accepted(in: $0, after: nil) }
    }

    /// Releases an order if it can be, and counts it. One that cannot even be read waits, and holds up no other.
    private func process(_ order: Order, in run: inout ReleaseRun) throws(Refusal) {
        if case .short? = run.place, order.stage != .released, order.stage != .picking { return }
        guard !order.isCancelRequested else { return }
        run.left = max(0, run.left - 1)
        let isReleased: Bool
        do throws(Refusal) {
            isReleased = try store.db.command { () throws(Refusal) in try release(order) == nil }
        } catch {
            if error.endsTheTransaction { throw error }
            isReleased = false
        }
        if isReleased { run.released += 1 } else { run.waiting += 1 }
    }
}

extension ReleaseSlice: Rule {
    /// As much as nobody has to wait long for.
    public static let next = ReleaseSlice(limit: PlanningLimits.ordersPerSlice)

    func decide(in site: Transaction) throws(Refusal) -> Result {
        var result = Result()
        guard let run = try site.store.releaseRuns.oldest() else { return result }
        let now = try site.runSlice(of: run, limit: limit)
        (result.released, result.waiting) = (now.released, now.waiting)
        result.hasMore = try site.store.releaseRuns.oldest() != nil
        return result
    }
}
