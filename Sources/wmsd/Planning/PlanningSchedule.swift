import Fulfillment

/// When the pools are planned anew, and when carts that are full become tours.
///
/// While orders come, full carts stay in the pool: the next order may make a better one, and who asks for a tour gets
/// the best that is known. They become tours when no order has come for a while.
struct PlanningSchedule {
    enum Step: Equatable {
        case plan, adopt, wait
    }

    /// No order has come for so long: then nothing is on its way that could make a cart better.
    static let quietMS = 3_000
    /// Plans age: drivers come nearer, and orders have waited long.
    static let planningEveryMS = 60_000

    private var seen = 0
    private var changedAtMS = 0
    private var planned = 0
    private var plannedAtMS = 0
    private var isProvisional = false
    private var isAdopted = true

    /// What is to be done now.
    mutating func step(_ status: Site.PlanningStatus, atMS now: Int) -> Step {
        if status.changes != seen {
            seen = status.changes
            changedAtMS = now
        }
        if status.changes != planned || (isProvisional && !status.isReleasing) { return .plan }
        if now - plannedAtMS >= Self.planningEveryMS { return .plan }
        if !isAdopted, !status.isReleasing, now - changedAtMS >= Self.quietMS { return .adopt }
        return .wait
    }

    /// A plan was made of what there was at these changes.
    ///
    /// - Parameters:
    ///   - isWhole: whether it is of all that there was; else the rest is planned at once.
    ///   - isProvisional: whether it was made in haste, because more is on its way.
    mutating func didPlan(_ status: Site.PlanningStatus, isWhole: Bool, isProvisional: Bool, atMS now: Int) {
        if status.changes != planned || self.isProvisional { isAdopted = false }
        planned = isWhole ? status.changes : 0
        plannedAtMS = now
        self.isProvisional = isProvisional
    }

    /// The full carts of the plan are tours now.
    ///
    /// - Parameter areAll: whether none of them had to be left; what it held is planned anew.
    mutating func didAdopt(areAll: Bool = true) {
        if areAll { isAdopted = true } else { planned = 0 }
    }

    /// Whether something of what has come is neither on a tour nor left in the pool on purpose.
    func isAtWork(changes: Int) -> Bool { changes != planned || isProvisional || !isAdopted }
}
