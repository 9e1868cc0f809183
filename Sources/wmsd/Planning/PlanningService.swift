import Domain
import Fulfillment
import Logging
import NIOCore
import Operations
import ServiceLifecycle
import Store
import Synchronization

/// Plans tours of what waits in the pools, beside scanning: it reads a snapshot in pages, plans on a thread of its own
/// and has the carts adopted one by one.
struct PlanningService: Service {
    /// Commits within this time are planned for together: orders that are released together are planned together.
    private static let batchingInterval = Duration.milliseconds(100)
    /// Plans are updated so often even where nothing is committed.
    private static let pollInterval = Duration.seconds(1)
    /// Between two carts, so that scans come first.
    private static let pauseBetweenCarts = Duration.milliseconds(1)
    /// Before a pool that could not be read is read again.
    private static let pauseAfterFault = Duration.seconds(5)
    /// Of so many orders a quick plan is made first: a good one takes seconds.
    private static let ordersForQuickPlan = 100

    private let decider: Decider
    private let logger: Logger
    private let signal = WakeSignal()
    private let schedule = Shared(PlanningSchedule())

    /// A value behind a lock, which copies of the service share.
    private final class Shared: Sendable {
        let value: Mutex<PlanningSchedule>
        init(_ value: PlanningSchedule) { self.value = Mutex(value) }
    }

    init(decider: Decider, logger: Logger) {
        self.decider = decider
        self.logger = logger
    }

    /// A pool may have changed.
    func wake() { signal.wake() }

    /// Whether something that was released is yet to be planned.
    func isAtWork(changes: Int) -> Bool { schedule.value.withLock { $0.isAtWork(changes: changes) } }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            let ticking = Task { [signal] in
                while (try? await Task.sleep(for: Self.pollInterval)) != nil { signal.wake() }
            }
            var plans: [WarehouseCode: [PlannedCart]] = [:]
            for await _ in signal.wakes {
                await updatePlans(&plans)
                try? await Task.sleep(for: Self.batchingInterval)
            }
            ticking.cancel()
        }
    }

    private static var nowMS: Int { Int(NIODeadline.now().uptimeNanoseconds / 1_000_000) }

    private func updatePlans(_ plans: inout [WarehouseCode: [PlannedCart]]) async {
        guard let status = await decider.value({ (site, _) throws(StoreError) in try site.planningStatus() })
        else {
            return
        }
        switch schedule.value.withLock({ $0.step(status, atMS: Self.nowMS) }) {
        case .plan:
            var isWhole = true
            for warehouse in status.warehouses {
                guard let plan = await plan(warehouse, isReleasing: status.isReleasing) else {
                    return await pauseAfterUnreadablePool(warehouse)
                }
                plans[warehouse] = plan.carts
                isWhole = isWhole && plan.isWhole
            }
            schedule.value.withLock {
                $0.didPlan(
                    status, isWhole: isWhole, isProvisional: status.isReleasing, atMS: Self.nowMS)
            }
            signal.wake()
        case .adopt:
            var areAll = true
            for (warehouse, carts) in plans.sorted(by: { $0.key < $1.key }) {
                if await !adopt(carts, in: warehouse, where: \.isFull) { areAll = false }
                plans[warehouse] = carts.filter { !$0.isFull }
            }
            schedule.value.withLock { $0.didAdopt(areAll: areAll) }
        case .wait: break
        }
    }

    /// Plans what waits in a warehouse, and adopts what may not wait on.
    ///
    /// - Returns: the carts that are left; nil where the daemon is stopping.
    private func plan(
        _ warehouse: WarehouseCode, isReleasing: Bool
    ) async -> (carts: [PlannedCart], isWhole: Bool)? {
        guard let snapshot = await snapshot(of: warehouse) else { return nil }
        let planner = PoolPlanner(snapshot)
        if snapshot.orderCount >= Self.ordersForQuickPlan {
            guard let quick = await PlanningThread.run({ planner.plan(.prompt) }) else { return nil }
            await keep(quick, in: warehouse)
        }
        let effort: PlanningEffort = snapshot.isWhole ? isReleasing ? .prompt : .full : .hasty
        guard let carts = await PlanningThread.run({ planner.plan(effort) }) else { return nil }
        await keep(carts, in: warehouse)
        if snapshot.isWhole {
            await adopt(carts, in: warehouse, where: \.isUrgent)
            return (carts.filter { !$0.isUrgent }, true)
        }
        // More wait than are planned at once: these go, lest the same ones be planned again and again.
        let hasFull = carts.contains(where: \.isFull)
        await adopt(carts, in: warehouse) { $0.isFull || $0.isUrgent || !hasFull }
        return ([], false)
    }

    private func snapshot(of warehouse: WarehouseCode) async -> PoolSnapshot? {
        var snapshot = await decider.value { (site, now) throws(StoreError) in
            try site.poolSnapshot(in: warehouse, at: now)
        }
        while let begun = snapshot, !begun.isRead {
            snapshot = await decider.value { (site, _) throws(StoreError) in try site.extended(begun) }
        }
        return snapshot
    }

    private func keep(_ carts: [PlannedCart], in warehouse: WarehouseCode) async {
        _ = await decider.value { (site, _) throws(StoreError) in site.keep(carts, in: warehouse) }
    }

    /// Makes tours of some carts; an urgent one goes with what is left of it, the others whole or not at all.
    ///
    /// - Returns: whether all of them are tours.
    @discardableResult
    private func adopt(
        _ carts: [PlannedCart], in warehouse: WarehouseCode, where isMeant: (PlannedCart) -> Bool
    ) async -> Bool {
        let meant = carts.filter(isMeant)
        if meant.isEmpty { return true }
        await keep(carts.filter { !isMeant($0) }, in: warehouse)
        var areAll = true
        for cart in meant where !Task.isCancelled {
            let reply = await decider.outcome(of: AdoptCart(cart, mayHaveRoom: cart.isUrgent))
            if case .refusal(let refusal) = reply, !Task.isCancelled {
                logger.warning("a planned tour was refused", metadata: ["error": "\(refusal.message)"])
            } else if (try? AdoptCart.Result(of: reply))?.tour == nil {
                areAll = false
            }
            try? await Task.sleep(for: Self.pauseBetweenCarts)
        }
        return areAll
    }

    private func pauseAfterUnreadablePool(_ warehouse: WarehouseCode) async {
        if Task.isCancelled { return }
        logger.error("the pool cannot be read", metadata: ["warehouse": "\(warehouse)"])
        try? await Task.sleep(for: Self.pauseAfterFault)
    }
}
