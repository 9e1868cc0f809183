public import WarehouseLayout

/// Puts orders together into tours for a cart, so that all pickers together walk least.
///
///     let batching = try BatchPlanner(planner: planner, limits: CartLimits(totes: 12))
///         .plan(orders, from: start, to: pack)
public struct BatchPlanner: Sendable {
    /// Disturbances of the carts that a batching gets where nobody asks for more or fewer.
    public static let defaultEffort = 2_000

    private let planner: TourPlanner
    private let limits: CartLimits

    public init(planner: TourPlanner, limits: CartLimits) {
        self.planner = planner
        self.limits = limits
    }

    /// The best batches found; the same orders, effort and seed give the same ones on every machine.
    ///
    /// - Complexity: O(n² + effort · n) measures of a walk for n orders
    public func plan(
        _ orders: [BatchOrder], from start: PlaceID, to end: PlaceID, effort: Int = defaultEffort,
        seed: UInt64 = 1
    ) throws(RoutingError) -> Batching {
        let load = try load(orders, from: start, to: end)
        var merge = SavingsMerge(load)
        var search = CartSearch(merge.merged(), in: load)
        search.run(disturbances: effort, seed: seed)
        return Self.batching(search.carts, in: load)
    }

    /// First come first served: carts are filled in the order of the orders.
    public func firstComeFirstServed(
        _ orders: [BatchOrder], from start: PlaceID, to end: PlaceID
    ) throws(RoutingError) -> Batching {
        let load = try load(orders, from: start, to: end)
        var carts: [Cart] = []
        var open: [Int] = []
        for order in orders.indices {
            let joined = Cart(open + [order], in: load)
            if load.fits(joined.orders), load.isInTime(joined.orders, lengthMM: joined.lengthMM) {
                open = joined.orders
            } else {
                if !open.isEmpty { carts.append(Cart(open, in: load)) }
                open = [order]
            }
        }
        if !open.isEmpty { carts.append(Cart(open, in: load)) }
        return Self.batching(carts, in: load)
    }

    /// Every order on a walk of its own.
    public func oneByOne(_ orders: [BatchOrder], from start: PlaceID, to end: PlaceID) throws(RoutingError)
        -> Batching
    {
        let load = try load(orders, from: start, to: end)
        return Self.batching(orders.indices.map { Cart([$0], in: load) }, in: load)
    }

    private func load(_ orders: [BatchOrder], from start: PlaceID, to end: PlaceID) throws(RoutingError)
        -> CartLoad
    {
        let measure = try WalkMeasure(
            from: start, to: end, places: orders.flatMap(\.places), planner: planner)
        return try CartLoad(orders: orders, limits: limits, measure: measure)
    }

    private static func batching(_ carts: [Cart], in load: CartLoad) -> Batching {
        let batches = carts.map {
            Batching.Batch(orders: $0.orders.sorted(), lengthMM: load.measure.finalLengthMM(of: $0.places))
        }
        return Batching(batches: batches.sorted { ($0.orders.first ?? 0) < ($1.orders.first ?? 0) })
    }
}
