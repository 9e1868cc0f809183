public import Domain
public import Store

/// What planners ask of a site, and hand back to it. All of it is quick and changes nothing that is kept.
extension Site {
    /// Whether there is something to plan.
    public struct PlanningStatus: Sendable, Equatable {
        /// Differs from what it was when an order has come into a pool since, or has left it other than by a tour.
        public let changes: Int
        /// Whether a release of all orders is under way.
        public let isReleasing: Bool
        public let warehouses: [WarehouseCode]
    }

    public func planningStatus() throws(StoreError) -> PlanningStatus {
        try read { (store) throws(Refusal) in
            PlanningStatus(
                changes: plan.changes, isReleasing: try store.releaseRuns.oldest() != nil,
                warehouses: try store.layouts.codes())
        }
    }

    /// The first page of what waits in a warehouse for a tour.
    ///
    /// - Complexity: linear in a page
    public func poolSnapshot(in warehouse: WarehouseCode, at now: Instant) throws(StoreError) -> PoolSnapshot
    {
        let transaction = transaction(at: now, by: .daemon)
        return try read { (store) throws(Refusal) in
            var snapshot = PoolSnapshot(
                of: try transaction.floor(warehouse), totesPerTour: transaction.settings.totesPerTour,
                pickers: try store.sessions.pickers(in: warehouse), at: now)
            try snapshot.read(store.picks, limit: PlanningLimits.picksPerPage)
            return snapshot
        }
    }

    /// The snapshot with the page that comes next.
    ///
    /// - Complexity: linear in a page
    public func extended(_ snapshot: PoolSnapshot) throws(StoreError) -> PoolSnapshot {
        try read { (store) throws(Refusal) in
            var snapshot = snapshot
            try snapshot.read(store.picks, limit: PlanningLimits.picksPerPage)
            return snapshot
        }
    }

    /// What the packing engine will be asked of the order that was picked first and has not been asked for here yet;
    /// nil where there is none.
    ///
    /// - Complexity: linear in the picks of an order
    public func nextPackingQuestion(at now: Instant) throws(StoreError) -> PackingQuestion? {
        while let row = plan.nextToPack() {
            let transaction = transaction(at: now, by: .daemon)
            let question = try read { (_) throws(Refusal) -> PackingQuestion? in
                do throws(Refusal) { return try transaction.packingQuestion(of: row) } catch {
                    if error.endsTheTransaction { throw error }
                    // What cannot be planned is refused when somebody packs it.
                    return nil
                }
            }
            if let question { return question }
        }
        return nil
    }

    /// Keeps the carts that were planned for a warehouse, for whoever asks for a tour next.
    public func keep(_ carts: [PlannedCart], in warehouse: WarehouseCode) {
        plan.replace(carts, in: warehouse)
    }
}
