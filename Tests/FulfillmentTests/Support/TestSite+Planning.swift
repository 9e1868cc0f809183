import Domain
import JSON
import Operations

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
        try own(AdoptCart(cart, mayHaveRoom: mayHaveRoom))["tour"]?.int
    }

    /// One slice of the release that was begun first.
    @discardableResult
    func releaseSlice(_ slice: ReleaseSlice = .next) throws -> JSONValue { try own(slice) }

    /// Releases all orders of a filter, slice by slice.
    ///
    /// - Returns: how many were released and how many wait on.
    @discardableResult
    func releaseOnly(_ filter: JSONObject = [:]) throws -> JSONValue {
        var params = filter
        params["all"] = true
        var answer = try done("order.release", params)
        if answer["left"] != 0 {
            repeat { answer = try releaseSlice() } while answer["more"] == true
        }
        return ["released": answer["released"] ?? .null, "waiting": answer["waiting"] ?? .null]
    }

    /// The same, and the planner's turn after it.
    @discardableResult
    func releaseAll(_ filter: JSONObject = [:]) throws -> JSONValue {
        let counts = try releaseOnly(filter)
        try plan()
        return counts
    }

    /// Releases an order, which waits in the pool then.
    func releaseOnly(_ order: String) throws { try done("order.release", ["order_id": .string(order)]) }

    /// Why an order stands where it stands.
    func why(_ order: String) throws -> [String] {
        let sentences = try read("order.explain", ["order_id": .string(order)])["why"]?.array ?? []
        return sentences.compactMap(\.string)
    }

    /// The orders on each tour that nobody has begun, by id.
    func plannedTours() throws -> [[String]] {
        try tours().filter { $0["state"] == "planned" }.map { tour in
            Set((tour["picks"]?.array ?? []).compactMap { $0["order_id"]?.string }).sorted()
        }
    }

    /// Decides one of the daemon's own operations.
    func own(_ operation: any Operations.Operation) throws -> JSONValue {
        switch try site.decide([Command(own: operation)], at: now)[0] {
        case .answer(let text): return try JSONValue(parsing: text)
        case .result(let result): return .object(result.json)
        case .refusal(let refusal): throw refusal
        case .awaits, .begun: throw Refusal.notPlanned
        }
    }
}
