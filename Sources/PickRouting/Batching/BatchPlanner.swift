public import WarehouseLayout

/// Puts orders together into tours for a cart, so that all pickers together walk least.
///
///     let batching = try BatchPlanner(planner: planner, limits: CartLimits(totes: 12))
///         .plan(orders, from: start, to: pack)
///     print(batching.totalMM, batching.lowerBoundMM)
///
/// Where orders are due, lateness comes before length: the tours are walked in the order of their most urgent
/// order, and the batches with the least lateness all together win, among them the shortest.
public struct BatchPlanner: Sendable {
    /// The effort where nobody asks for more or less: about half a second for 100 orders.
    public static let defaultEffort = 2_000
    /// The effort of a decision that others wait for: some 10 to 30 ms for 1,000 orders, less for fewer.
    public static let promptEffort = 10

    private let planner: TourPlanner
    private let limits: CartLimits
    private let pace: PickingPace
    private let parameters = Parameters()

    public init(planner: TourPlanner, limits: CartLimits, pace: PickingPace = PickingPace()) {
        self.planner = planner
        self.limits = limits
        self.pace = pace
    }

    /// The best batches found; the same orders, effort and seed give the same ones on every machine.
    ///
    /// - Parameter effort: a thousand measures of a walk for the savings, as many for the search, and one
    ///   perturbation of the carts. Where the measures do not suffice for the savings of all pairs of orders,
    ///   orders are put together within neighbourhoods.
    /// - Throws: `RoutingError.orderTooLarge` for an order that no cart can carry alone, `RoutingError.noWay`
    ///   for a place that cannot be reached.
    /// - Complexity: O(min(n², effort) + effort) measures of a walk for n orders
    public func plan(
        _ orders: [BatchOrder], from start: PlaceID, to end: PlaceID, effort: Int = defaultEffort,
        seed: UInt64 = 1
    ) throws(RoutingError) -> Batching {
        let load = try load(orders, from: start, to: end)
        guard !orders.isEmpty else { return batching([], in: load, bound: 0) }
        let bound = BatchBound(load).lengthMM
        let effort = effort.clamped(to: 0...RoutingLimits.effortMax)
        let measures = load.measure.share(of: effort * parameters.measuresPerEffort)
        var carts: [Cart] = []
        for group in Neighbourhoods(
            load, ordersMax: measures / orders.count, cartfulsMin: parameters.cartfulsMin
        ).groups {
            var merge = SavingsMerge(load, orders: group)
            carts += merge.merged()
        }
        var search = CartSearch(carts, in: load, parameters: parameters.search)
        if load.hasDue {
            search.begin(with: filled(orders.indices.sorted(by: load.isMoreUrgent(_:than:)), in: load))
        }
        search.run(perturbations: effort, measures: measures, bound: bound, seed: seed)
        return batching(search.carts, in: load, bound: bound)
    }

    /// First come first served: carts are filled in the order of the orders.
    public func firstComeFirstServed(
        _ orders: [BatchOrder], from start: PlaceID, to end: PlaceID
    ) throws(RoutingError) -> Batching {
        let load = try load(orders, from: start, to: end)
        return batching(filled(Array(orders.indices), in: load), in: load, bound: 0)
    }

    /// Every order on a walk of its own.
    public func oneByOne(_ orders: [BatchOrder], from start: PlaceID, to end: PlaceID) throws(RoutingError)
        -> Batching
    {
        let load = try load(orders, from: start, to: end)
        return batching(orders.indices.map { Cart([$0], in: load) }, in: load, bound: 0)
    }

    private func filled(_ sequence: [Int], in load: BatchLoad) -> [Cart] {
        var carts: [[Int]] = []
        for order in sequence {
            if let last = carts.last, load.fits(last, with: order) {
                carts[carts.count - 1].append(order)
            } else {
                carts.append([order])
            }
        }
        return carts.map { Cart($0, in: load) }
    }

    private func load(_ orders: [BatchOrder], from start: PlaceID, to end: PlaceID) throws(RoutingError)
        -> BatchLoad
    {
        let measure = try WalkMeasure(
            from: start, to: end, places: orders.flatMap(\.places), planner: planner)
        return try BatchLoad(orders: orders, limits: limits, pace: pace, measure: measure)
    }

    private func batching(_ carts: [Cart], in load: BatchLoad, bound: Int) -> Batching {
        let filled = carts.filter { !$0.orders.isEmpty }.map {
            (orders: $0.orders.sorted(), lengthMM: load.measure.finalLengthMM(of: $0.places))
        }
        let schedule = TourSchedule(filled, in: load)
        let batches = zip(schedule.entries, schedule.doneMillis).map { entry, millis in
            Batching.Batch(
                orders: filled[entry.cart].orders, lengthMM: filled[entry.cart].lengthMM,
                doneS: (millis + 999) / 1_000)
        }
        return Batching(
            batches: batches, latenessS: (schedule.latenessMillis(filled, in: load) + 999) / 1_000,
            lowerBoundMM: bound)
    }
}
