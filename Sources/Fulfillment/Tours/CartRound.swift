import PickRouting
import WarehouseLayout

/// The cart of a warehouse and where its tours begin and end.
struct CartRound {
    let floor: Floor
    let start: Station
    let finish: Station
    let limits: CartLimits

    init(on floor: Floor, settings: SiteSettings) throws(Refusal) {
        guard let start = floor.reach.start, let finish = floor.reach.finish else {
            throw .notConfigured("\(floor.warehouse) has no start station or no pack station")
        }
        self.floor = floor
        self.start = start
        self.finish = finish
        let cart = floor.layout.carts.first
        limits = CartLimits(totes: cart?.totes ?? settings.totesPerTour, weightG: cart?.maxWeightG)
    }

    /// Puts loads on carts so that pickers walk least, the most urgent first.
    ///
    /// Orders of one priority go together, topped up to whole carts with those that are next in urgency. The
    /// carts of a priority are in the order of their most urgent order. An order too heavy for the cart goes
    /// alone.
    /// - Parameter loads: most urgent first.
    func batches(_ loads: [CartLoad]) throws(Refusal) -> [[CartLoad]] {
        var left = loads.filter { !$0.picks.isEmpty }
        var batches: [[CartLoad]] = []
        while let priority = left.first?.order.priority {
            let asUrgent = left.prefix { $0.order.priority == priority }.count
            let wholeCarts = (asUrgent + limits.totes - 1) / limits.totes * limits.totes
            let group = Array(left.prefix(wholeCarts))
            left.removeFirst(group.count)
            batches += try batched(group)
        }
        return batches
    }

    private func batched(_ group: [CartLoad]) throws(Refusal) -> [[CartLoad]] {
        let orders = group.map {
            BatchOrder(places: $0.places, weightG: min($0.weightG, limits.weightG ?? $0.weightG))
        }
        do throws(RoutingError) {
            return try BatchPlanner(planner: floor.planner, limits: limits)
                .plan(orders, from: start.place, to: finish.place, effort: BatchPlanner.promptEffort)
                .batches.map { batch in batch.orders.map { group[$0] } }
        } catch { throw .notConfigured("no walk through \(floor.warehouse): \(error)") }
    }
}
