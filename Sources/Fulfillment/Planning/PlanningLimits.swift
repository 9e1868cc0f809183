/// The bounds of planning beside scanning, each with its reason.
enum PlanningLimits {
    /// Orders that are planned together: good carts for so many take some twenty seconds of another core. Where more
    /// wait, the others are planned when these have their tours.
    static let ordersInView = 1_200
    /// Picks read at once: about a millisecond of the thread that serves everybody.
    static let picksPerPage = 500
    /// Carts of the plan that are tried when somebody asks for a tour: more than these are outdated only where the
    /// plan is old.
    static let cartsTried = 3
    /// Picks read for a tour that somebody waits for: some sixty orders, of which one cart is made.
    static let picksAtHand = 200
    /// A cart goes with room on it where totes have to be at the bench within this time: longer than a tour takes.
    static let urgentWithinS = 45 * 60
    /// So does one with an order that has waited for so long: few other orders have bins near its own.
    static let waitingS = 15 * 60
    /// Perturbations of a walk that no exact method finds, while others wait: about a millisecond.
    static let walkEffort = 100
    /// The effort of choosing the bins of a tour, where others wait for the thread: about two milliseconds.
    static let binEffort = 2_000
    /// The same where a picker waits for the tour as well.
    static let binEffortAtHand = 500
    /// Questions to the packing engine that one command may wait for; it asks two or three.
    static let packingsPerCommand = 16
    /// Orders that have been picked and whose parcels are yet to be planned: more than stand before the benches.
    static let ordersToPackMax = 2_000
    /// Orders that one slice of a release processes: about two milliseconds.
    static let ordersPerSlice = 6
    /// Orders among which one slice of a release looks for those of one client: about half a millisecond.
    static let ordersPassedPerSlice = 1_000
    /// Orders of one client or warehouse are counted among so many: about a millisecond.
    static let ordersCountedMax = 10_000
}
