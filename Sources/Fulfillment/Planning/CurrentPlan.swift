import DequeModule
import Domain

/// The carts that were planned of the pools and are no tours yet, in memory.
///
/// Nothing is decided by it: a cart is checked again when it becomes a tour. So neither a failed commit nor a restart
/// can leave it wrong, and orders that it lacks are planned when somebody asks for a tour.
final class CurrentPlan {
    private var carts: [WarehouseCode: [PlannedCart]] = [:]
    /// Grows whenever an order comes into a pool, or leaves it other than by a tour; 1 after a start, when nobody has
    /// planned yet what the last run left.
    private(set) var changes = 1

    /// Orders that have been picked and whose parcels nobody has planned yet, in their order.
    private var toPack: Deque<OrderRow> = []

    func poolChanged() { changes += 1 }

    /// An order has been picked: its parcels can be planned before anybody scans its tote.
    func wasPicked(_ order: OrderRow) {
        if toPack.count == PlanningLimits.ordersToPackMax { toPack.removeFirst() }
        toPack.append(order)
    }

    func nextToPack() -> OrderRow? { toPack.popFirst() }

    /// - Parameter planned: the most urgent first.
    func replace(_ planned: [PlannedCart], in warehouse: WarehouseCode) { carts[warehouse] = planned }

    /// Removes the most urgent cart from the plan.
    ///
    /// - Parameter least: nil is returned where its priority is lower.
    func removeFirst(in warehouse: WarehouseCode, ofPriority least: Int) -> PlannedCart? {
        guard let first = carts[warehouse]?.first, first.priority >= least else { return nil }
        return carts[warehouse]?.removeFirst()
    }
}
