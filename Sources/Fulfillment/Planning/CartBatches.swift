import Domain
import PickRouting
import WarehouseLayout

/// Which orders share a cart of one kind.
struct CartBatches {
    private let round: CartRound
    private let pickers: Int
    private let effort: PlanningEffort

    init(on round: CartRound, pickers: Int, effort: PlanningEffort) {
        self.round = round
        self.pickers = pickers
        self.effort = effort
    }

    /// Puts loads on carts so that totes come in time and pickers walk least, the most urgent first.
    ///
    /// Orders of one priority go together, topped up to whole carts with those that are next in urgency. The
    /// carts of a priority are in the order of their most urgent order. An order too heavy or too large for
    /// the cart goes alone.
    /// - Parameter loads: most urgent first.
    func batches(_ loads: [PooledLoad]) -> [[PooledLoad]] {
        var left = loads[...]
        var batches: [[PooledLoad]] = []
        while let priority = left.first?.order.priority {
            let asUrgent = left.prefix { $0.order.priority == priority }.count
            let totes = max(1, round.limits.totes)
            let wholeCarts = (asUrgent + totes - 1) / totes * totes
            let group = Array(left.prefix(wholeCarts))
            left = left.dropFirst(group.count)
            batches += batched(group, priority: priority)
        }
        return batches
    }

    /// The shortest walks; others only where these come too late for a pickup and the others less so.
    private func batched(_ group: [PooledLoad], priority: Int) -> [[PooledLoad]] {
        // Orders that top up a cart would have waited: their deadlines do not count here.
        let dueS = group.map { $0.order.priority == priority && pickers > 0 ? $0.dueS : nil }
        // Where the floor has no walk for them, each goes alone.
        guard var best = plan(group, dueS: group.map { _ in nil }) else { return group.map { [$0] } }
        let late = lateness(of: best, dueS)
        if late > 0, let timely = plan(group, dueS: dueS), lateness(of: timely, dueS) < late { best = timely }
        return best.batches.map { batch in batch.orders.map { group[$0] } }
    }

    private func plan(_ group: [PooledLoad], dueS: [Int?]) -> Batching? {
        let orders = zip(group, dueS).map { load, dueS in
            BatchOrder(
                places: load.places, weightG: round.weightG(of: load), volumeML: round.volumeML(of: load),
                dueS: dueS)
        }
        let pace = PickingPace(pickers: pickers, walkMMPerS: round.floor.layout.walkSpeedMMPerS)
        return try? BatchPlanner(planner: round.floor.planner, limits: round.limits, pace: pace)
            .plan(
                orders, from: round.start.place, to: round.finish.place,
                effort: effort.effort(for: orders.count))
    }

    /// By how many seconds orders are late, all together.
    private func lateness(of batching: Batching, _ dueS: [Int?]) -> Int {
        batching.batches.reduce(0) { late, batch in
            batch.orders.reduce(late) { $0 + max(0, batch.doneS - (dueS[$1] ?? .max)) }
        }
    }
}
