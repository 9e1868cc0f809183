public import Domain
public import Operations

/// Orders that go on one cart, as they were planned.
public struct PlannedCart: Sendable, Equatable {
    public let warehouse: WarehouseCode
    /// Of the layout that it was planned on.
    let revision: Int
    /// The kind of cart; nil where the layout names none.
    let cart: CartCode?
    /// The most urgent first.
    public let loads: [AdoptCart.Load]
    /// Of its most urgent order.
    public let priority: Int
    /// Whether nothing else that waits goes on it.
    public let isFull: Bool
    /// Whether it becomes a tour though not full: a driver comes soon, or an order has waited long.
    public let isUrgent: Bool

    init(_ loads: [PooledLoad], on round: CartRound, isFull: Bool) {
        let urgentFirst = loads.sorted { $0.order.index < $1.order.index }
        warehouse = round.floor.warehouse
        revision = round.floor.revision
        cart = round.cart.map { CartCode($0.id.text) }
        self.loads = urgentFirst.map { AdoptCart.Load(order: $0.order.row, picks: $0.picks) }
        priority = loads.map(\.order.priority).max() ?? 0
        self.isFull = isFull
        isUrgent = loads.contains(where: \.isUrgent)
    }
}

extension AdoptCart {
    /// - Parameter mayHaveRoom: whether it is a tour though not all of its orders go along any more.
    public init(_ cart: PlannedCart, mayHaveRoom: Bool) {
        self.init()
        (warehouse, revision, self.cart) = (cart.warehouse, cart.revision, cart.cart)
        (loads, self.mayHaveRoom) = (cart.loads, mayHaveRoom)
    }
}
