/// A cart being filled: its orders, their places, and how far its picker walks.
struct Cart {
    private(set) var orders: [Int] = []
    private(set) var places: PlaceSet
    private(set) var lengthMM = 0
    /// A new number whenever its orders change.
    var version = 0

    init(_ orders: [Int], in load: BatchLoad) {
        self.orders = orders
        places = load.places(of: orders)
        lengthMM = orders.isEmpty ? 0 : load.measure.lengthMM(of: places)
    }
}

/// The orders of one batching problem, with the limits of the carts and the measure of the walks.
struct BatchLoad {
    let orders: [BatchOrder]
    let limits: CartLimits
    let pace: PickingPace
    let measure: WalkMeasure
    let sets: [PlaceSet]
    let hasDue: Bool

    init(
        orders: [BatchOrder], limits: CartLimits, pace: PickingPace, measure: WalkMeasure
    ) throws(RoutingError) {
        self.orders = orders
        self.limits = limits
        self.pace = pace
        self.measure = measure
        sets = orders.map { measure.set(of: $0.places) }
        hasDue = orders.contains { $0.dueS != nil }
        for (index, order) in orders.enumerated() {
            if let limit = limits.exceeded(by: order) { throw .orderTooLarge(index, limit: limit) }
        }
    }

    func places(of orders: [Int]) -> PlaceSet {
        var union = PlaceSet(wordCount: measure.wordCount)
        for order in orders { union.formUnion(sets[order]) }
        return union
    }

    /// Whether an order is due before another; first come first served among equals.
    func isMoreUrgent(_ order: Int, than other: Int) -> Bool {
        (orders[order].dueS ?? .max, order) < (orders[other].dueS ?? .max, other)
    }

    /// Whether these orders fit on one cart.
    func fits(_ orders: [Int], without left: Int? = nil, with joined: Int? = nil) -> Bool {
        var (totes, weight, volume) = (0, 0, 0)
        func add(_ order: BatchOrder) {
            totes += order.totes
            weight += order.weightG
            volume += order.volumeML
        }
        for order in orders where order != left { add(self.orders[order]) }
        if let joined { add(self.orders[joined]) }
        return totes <= limits.totes && weight <= limits.weightG ?? .max && volume <= limits.volumeML ?? .max
    }
}

extension CartLimits {
    /// The limit that an order exceeds on its own, in words.
    func exceeded(by order: BatchOrder) -> String? {
        if order.totes > totes { return "\(totes) totes" }
        if let most = weightG, order.weightG > most { return "\(most) g" }
        if let most = volumeML, order.volumeML > most { return "\(most) ml" }
        return nil
    }
}
