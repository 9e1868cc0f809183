import Common
import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Planning the pool")
struct PoolPlannerTests {
    private let site: TestSite
    private static let bins = ["A-1-01", "A-18-03", "B-12-01", "D-20-01", "F-2-02", "H-10-03", "J-20-01"]

    init() throws {
        site = try TestSite()
        for bin in Self.bins {
            for sku in ["PEN", "BRICK"] { try site.receive(12, sku, in: bin) }
        }
    }

    /// Releases orders one by one.
    private func release(
        _ count: Int, named name: String = "O", priority: Int = 50, _ more: JSONObject = [:]
    ) throws {
        for number in 1...count {
            var order = more
            order["priority"] = .int(priority)
            let id = "\(name)-\(number)"
            try site.allocate(id, [(number % 2 == 0 ? "PEN" : "BRICK", 1 + number % 3)], order)
            try site.releaseOnly(id)
        }
    }

    private func ids(_ cart: PlannedCart) throws -> [String] {
        try cart.loads.map { try site.site.store.orders.id(of: $0.order).text }
    }

    private func pickup(inMinutes minutes: Int) -> JSONObject {
        [
            "plan": [
                "warehouse": "WH-NY", "driver": "D-7",
                "estimated_pickup": .string("\(site.now.adding(seconds: minutes * 60))"),
            ]
        ]
    }

    @Test("Every order is on one cart, no cart has too many, and only full ones say that they are")
    func everyOrderOnce() throws {
        try release(27)
        let carts = try site.plannedCarts()
        let orders = try carts.flatMap(ids)
        #expect(orders.count == 27 && Set(orders).count == 27)
        #expect(carts.allSatisfy { $0.loads.count <= 12 && $0.isFull == ($0.loads.count == 12) })
        #expect(!carts.contains { $0.isUrgent })
    }

    @Test(
        "The same pool gives the same carts, also after a restart", arguments: [PlanningEffort.prompt, .full])
    func repeats(effort: PlanningEffort) throws {
        try release(20)
        let snapshot = try site.pool()
        let carts = PoolPlanner(snapshot).plan(effort)
        #expect(PoolPlanner(snapshot).plan(effort) == carts)
        try site.reopen()
        #expect(try site.plannedCarts(effort) == carts)
    }

    @Test("Carts come most urgent first; those of a priority are topped up with what is next")
    func urgentFirst() throws {
        try release(14, named: "L", priority: 20)
        try release(3, named: "M", priority: 60, pickup(inMinutes: 600))
        try release(1, named: "H", priority: 90)
        let carts = try site.plannedCarts()
        let first = try ids(carts[0])
        #expect(first[0] == "H-1" && Set(["M-1", "M-2", "M-3"]).isSubset(of: first))
        #expect(first.count == 12 && carts.map(\.priority) == [90, 20])
        #expect(try ids(carts[1]).count == 6)
    }

    @Test("A cart goes with room on it where a driver comes soon, or an order has waited long")
    func urgent() throws {
        try release(2, named: "A", pickup(inMinutes: 600))
        #expect(try site.plannedCarts().map(\.isUrgent) == [false])
        try release(1, named: "B", pickup(inMinutes: 70))
        #expect(try site.plannedCarts().contains { $0.isUrgent })
        try site.done(OrderCancel("B-1"))
        #expect(try site.plannedCarts().map(\.isUrgent) == [false])
        site.now = site.now.adding(seconds: PlanningLimits.waitingS)
        #expect(try site.plannedCarts().map(\.isUrgent) == [true])
        // A pickup that was missed makes no order urgent.
        let other = try TestSite()
        try other.receive(5, "PEN", in: "A-1-01")
        try other.allocate("O-1", [("PEN", 1)], pickup(inMinutes: -600))
        try other.releaseOnly("O-1")
        #expect(try other.plannedCarts().map(\.isUrgent) == [false])
    }

    @Test("A cart is full where its weight or its volume takes nothing else that waits")
    func fullByWeight() throws {
        let carts = "{id: TWO, totes: 4, max_weight: 6000}"
        let site = try TestSite(floor: OtherFloors.areas(carts: carts))
        try site.receive(20, "BRICK", in: "A-1-01")
        for order in ["O-1", "O-2", "O-3"] {
            try site.allocate(order, [("BRICK", 1)])
            try site.releaseOnly(order)
        }
        let planned = try site.plannedCarts()
        #expect(planned.map(\.loads.count).sorted() == [1, 2])
        #expect(planned.allSatisfy { $0.isFull == ($0.loads.count == 2) })
    }

    @Test("Each order goes on the first kind of cart that may go to its bins, or on several")
    func cartsByArea() throws {
        let carts = "{id: DRY, totes: 4, areas: [HALL]}, {id: COLDBOX, totes: 4, areas: [COLD]}"
        let site = try TestSite(floor: OtherFloors.areas(carts: carts))
        try site.receive(9, "PEN", in: "A-1-01")
        try site.receive(9, "BRICK", in: "K-1-01")
        try site.allocate("O-1", [("PEN", 1)])
        try site.allocate("O-2", [("BRICK", 1)])
        try site.allocate("O-3", [("PEN", 1), ("BRICK", 1)])
        try site.releaseOnly()
        try site.plan()
        #expect(try site.tours().map(\.cart) == ["DRY", "COLDBOX"])
        #expect(try site.plannedTours() == [["O-1", "O-3"], ["O-2", "O-3"]])
    }

    @Test("Orders that are planned at once are those in front, whole, whatever the size of a page")
    func pages() throws {
        try release(9)
        let snapshot = try site.pool()
        #expect(snapshot.isWhole && snapshot.orderCount == 9)
        for limit in [1, 2, 5] {
            var other = PoolSnapshot(of: snapshot.floor, totesPerTour: 12, pickers: 0, at: site.now)
            while !other.isWhole { try other.read(site.site.store.picks, limit: limit) }
            #expect(other.orders.map(\.row) == snapshot.orders.map(\.row))
            #expect(other.orders.map(\.picks) == snapshot.orders.map(\.picks))
        }
    }

    @Test("Two warehouses have a pool each")
    func warehouses() throws {
        try site.done(LayoutLoad(try TestSite.layoutText("wh-nj")))
        try site.done(StockReceive(4, "PEN", in: "05-31-01", warehouse: "WH-NJ"))
        try release(2)
        let newark: JSONObject = ["plan": ["warehouse": "WH-NJ", "driver": "D-7"]]
        try site.allocate("N-1", [("PEN", 1)], newark)
        try site.releaseOnly("N-1")
        #expect(try site.pool(of: "WH-NJ").orderCount == 1)
        #expect(try site.pool(of: "WH-NY").orderCount == 2)
        try site.plan()
        #expect(Set(try site.plannedTours()) == [["N-1"], ["O-1", "O-2"]])
    }
}
