import PickRouting

/// How much work goes into the carts of a pool: a count of steps, never a time, so that a plan can be made again.
public struct PlanningEffort: Sendable, Equatable {
    /// Perturbations of the carts for a hundred orders.
    let perHundredOrders: Int

    /// A first plan, within a few tenths of a second for a thousand orders.
    public static let prompt = PlanningEffort(perHundredOrders: 1)
    /// For the first part of a pool that is too large for one plan: to plan the rest soon saves more than a shorter
    /// walk of these.
    public static let hasty = PlanningEffort(perHundredOrders: 50)
    /// More saves little: a thousand orders walk 45 % less than first come first served.
    public static let full = PlanningEffort(perHundredOrders: 600)

    /// The batching's effort for so many orders.
    func effort(for orders: Int) -> Int { max(BatchPlanner.promptEffort, orders * perHundredOrders / 100) }
}
