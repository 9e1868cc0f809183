/// A cart being filled: its orders, what they take up, and how far its picker walks.
struct Cart {
    private(set) var orders: [Int] = []
    private(set) var places: PlaceSet
    private(set) var lengthMM = 0

    init(_ orders: [Int], in load: CartLoad) {
        self.orders = orders
        places = load.places(of: orders)
        lengthMM = orders.isEmpty ? 0 : load.measure.lengthMM(of: places)
    }

    init(_ orders: [Int], places: PlaceSet, lengthMM: Int) {
        self.orders = orders
        self.places = places
        self.lengthMM = lengthMM
    }
}

/// The orders of one batching problem, with the limits of the carts and the measure of the walks.
struct CartLoad {
    let orders: [BatchOrder]
    let limits: CartLimits
    let measure: WalkMeasure
    let sets: [PlaceSet]

    init(orders: [BatchOrder], limits: CartLimits, measure: WalkMeasure) throws(RoutingError) {
        self.orders = orders
        self.limits = limits
        self.measure = measure
        sets = orders.map { measure.set(of: $0.places) }
        for (index, order) in orders.enumerated() {
            if order.totes > limits.totes { throw .orderTooLarge(index, limit: "\(limits.totes) totes") }
            if let most = limits.weightG, order.weightG > most {
                throw .orderTooLarge(index, limit: "\(most) g")
            }
        }
    }

    func places(of orders: [Int]) -> PlaceSet {
        var union = PlaceSet(wordCount: measure.wordCount)
        for order in orders { union.formUnion(sets[order]) }
        return union
    }

    /// Whether totes and weight of these orders fit on one cart.
    func fits(_ orders: [Int], without left: Int? = nil, with joined: Int? = nil) -> Bool {
        var totes = 0
        var weight = 0
        func add(_ order: Int) {
            totes += self.orders[order].totes
            weight += self.orders[order].weightG
        }
        for order in orders where order != left { add(order) }
        if let joined { add(joined) }
        return totes <= limits.totes && weight <= limits.weightG ?? .max
    }

    /// Whether a tour of this length brings all of these orders back in time.
    func isInTime(_ orders: [Int], lengthMM: Int) -> Bool {
        orders.allSatisfy { lengthMM <= self.orders[$0].longestTourMM ?? .max }
    }
}
