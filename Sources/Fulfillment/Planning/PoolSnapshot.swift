public import Domain
import Store

/// What waits in a warehouse for a tour, as it stood when it was read, with all that planning has to know: a value that
/// another thread plans from.
///
/// It is read in pages, between which the pool goes on changing. What it says is therefore never more than a
/// proposal: each order is checked again when its cart becomes a tour.
public struct PoolSnapshot: Sendable {
    let floor: Floor
    /// On one cart, where the layout names none.
    let totesPerTour: Int
    /// How many are at work; with none nobody knows what will be in time.
    let pickers: Int
    let readAt: Instant
    /// Most urgent first.
    private(set) var orders: [PooledOrder] = []
    /// Whether all that waits has been read.
    public private(set) var isWhole = false
    /// The picks of the order read last, which may have more.
    private var unfinished: [PooledPick] = []
    private var last: PooledPick?

    init(of floor: Floor, totesPerTour: Int, pickers: Int, at now: Instant) {
        self.floor = floor
        self.totesPerTour = totesPerTour
        self.pickers = pickers
        readAt = now
    }

    public var warehouse: WarehouseCode { floor.warehouse }
    public var orderCount: Int { orders.count }

    /// Whether enough has been read to plan from.
    public var isRead: Bool { isWhole || orders.count >= PlanningLimits.ordersInView }

    /// Reads on: an order is there once all its picks are.
    mutating func read(_ picks: PickTable, limit: Int) throws(Refusal) {
        let page = try picks.pool(in: floor.warehouse, after: last, limit: limit)
        for pick in page {
            if let first = unfinished.first, first.order != pick.order { finishOrder() }
            unfinished.append(pick)
        }
        last = page.last ?? last
        isWhole = page.count < limit
        if isWhole { finishOrder() }
    }

    private mutating func finishOrder() {
        guard let first = unfinished.first else { return }
        orders.append(
            PooledOrder(
                row: first.order, index: orders.count, priority: first.priority, pickupAt: first.pickupAt,
                releasedAt: first.releasedAt, picks: unfinished))
        unfinished = []
    }
}

/// An order of which picks wait for a tour.
struct PooledOrder: Sendable {
    let row: OrderRow
    /// Its place in the pool, the most urgent first.
    let index: Int
    let priority: Int
    let pickupAt: Instant?
    let releasedAt: Instant?
    let picks: [PooledPick]
}
