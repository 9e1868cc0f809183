import Domain
import JSON
import Operations
import TestOperations

@testable import Fulfillment

/// What the daemon's own threads do beside scanning; here each turn is a call.
extension TestSite {
    /// The planner's turn: makes tours of all that waits in the pools, of carts with room on them too.
    func plan(_ effort: PlanningEffort = .full) throws {
        for warehouse in try site.planningStatus().warehouses {
            for cart in try plannedCarts(in: warehouse, effort) { try adopt(cart, mayHaveRoom: true) }
        }
    }

    /// The pool of a warehouse, read page by page.
    func pool(of warehouse: WarehouseCode = "WH-NY") throws -> PoolSnapshot {
        var snapshot = try site.poolSnapshot(in: warehouse, at: now)
        while !snapshot.isRead { snapshot = try site.extended(snapshot) }
        return snapshot
    }

    func plannedCarts(
        in warehouse: WarehouseCode = "WH-NY", _ effort: PlanningEffort = .full
    ) throws -> [PlannedCart] {
        PoolPlanner(try pool(of: warehouse)).plan(effort)
    }

    /// - Returns: the tour; nil where the cart's orders wait on.
    @discardableResult
    func adopt(_ cart: PlannedCart, mayHaveRoom: Bool = false) throws -> Int? {
        try own(AdoptCart(cart, mayHaveRoom: mayHaveRoom)).tour?.number
    }

    /// One slice of the release that was begun first.
    @discardableResult
    func releaseSlice(_ slice: ReleaseSlice = .next) throws -> ReleaseSlice.Result { try own(slice) }

    /// Releases all orders, slice by slice.
    ///
    /// - Returns: how many were released and how many wait on.
    @discardableResult
    func releaseOnly() throws -> (released: Int, waiting: Int) {
        let first = try done(OrderRelease(allOf: nil))
        if first.left == 0 { return (first.released, first.waiting) }
        while true {
            let slice = try releaseSlice()
            if !slice.hasMore { return (slice.released, slice.waiting) }
        }
    }

    /// The same, and the planner's turn after it.
    @discardableResult
    func releaseAll() throws -> (released: Int, waiting: Int) {
        let counts = try releaseOnly()
        try plan()
        return counts
    }

    /// Releases an order, which waits in the pool then.
    func releaseOnly(_ order: String) throws { try done(OrderRelease(OrderID(order))) }

    /// Why an order stands where it stands.
    func why(_ order: String) throws -> [String] { try read(OrderExplain(OrderID(order))).why }

    /// The orders on each tour that nobody has begun, by id.
    func plannedTours() throws -> [[String]] {
        try tours().filter { $0.state == .planned }.map { Set($0.picks.map(\.order.text)).sorted() }
    }

    /// Decides one of the daemon's own operations.
    func own<Asked: Operations.Operation>(_ operation: Asked) throws -> Asked.Result {
        switch try site.decide([Command(own: operation)], at: now)[0] {
        case .answer(let text): return try Asked.result(in: JSONValue(parsing: text))
        case .result(let result): return try Asked.result(in: .object(result.json))
        case .refusal(let refusal): throw refusal
        case .awaits, .begun: throw Refusal.notPlanned
        }
    }
}
