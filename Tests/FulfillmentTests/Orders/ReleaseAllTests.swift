import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Releasing all orders, slice by slice")
struct ReleaseAllTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(400, "PEN", in: "A-1-01")
    }

    private func accept(_ count: Int, named name: String = "O", _ more: JSONObject = [:]) throws {
        for number in 1...count { try site.allocate("\(name)-\(number)", [("PEN", 1)], more) }
    }

    private func released() throws -> Int {
        try site.read(OrderList(stage: .released, limit: 500)).orders.count
    }

    private func start(of client: ClientID? = nil, in warehouse: WarehouseCode? = nil) throws -> Counts {
        let answer = try site.done(OrderRelease(allOf: client, in: warehouse))
        return Counts(released: answer.released, waiting: answer.waiting, left: answer.left)
    }

    private struct Counts: Equatable {
        var released: Int
        var waiting = 0
        var left = 0
    }

    @Test("The command looks at the first ones, and the rest goes on by itself")
    func slices() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(3 * slice + 2)
        #expect(try start() == Counts(released: slice, left: 2 * slice + 2))
        #expect(try site.read(Status()).releasing == 2 * slice + 2)
        #expect(try site.releaseSlice().released == 2 * slice)
        #expect(try released() == 2 * slice)
        #expect(try site.releaseSlice().hasMore)
        let last = try site.releaseSlice()
        #expect((last.released, last.waiting, last.hasMore) == (3 * slice + 2, 0, false))
        #expect(try released() == 3 * slice + 2)
        #expect(try site.read(Status()).releasing == 0)
        #expect(try site.releaseSlice() == ReleaseSlice.Result())
        #expect(try site.events("order.released").count == 3 * slice + 2)
        #expect(try site.breaches() == [])
    }

    @Test("As many as are looked at at once leave nothing to go on with")
    func justOneSlice() throws {
        try accept(PlanningLimits.ordersPerSlice)
        #expect(try start() == Counts(released: PlanningLimits.ordersPerSlice))
        #expect(try start() == Counts(released: 0))
    }

    @Test("The same again tells how far it has come, and goes on; a repeat gets the first answer")
    func again() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(3 * slice)
        let all = OrderRelease(allOf: nil)
        let first = try site.done(all, id: "lead-1")
        #expect(try start().released == 2 * slice)
        #expect(try site.done(all, id: "lead-1") == first)
        #expect(try start() == Counts(released: 3 * slice))
        #expect(try released() == 3 * slice)
    }

    @Test("After a restart it goes on where it was, and releases nothing twice")
    func restart() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(3 * slice)
        _ = try start()
        try site.reopen()
        #expect(try site.site.planningStatus().isReleasing)
        #expect(try site.releaseSlice().released == 2 * slice)
        try site.reopen()
        while try site.releaseSlice().hasMore {}
        #expect(try released() == 3 * slice)
        #expect(try site.events("order.released").count == 3 * slice)
        #expect(try !site.site.planningStatus().isReleasing)
        #expect(try site.breaches() == [])
    }

    @Test("The most urgent are released first")
    func urgentFirst() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(2 * slice, named: "L", ["priority": 20])
        try accept(slice, named: "H", ["priority": 80])
        _ = try start()
        let told = try site.events("order.released").compactMap { $0["subject"]?.string }
        #expect(told.count == slice && told.allSatisfy { $0.hasPrefix("H-") })
    }

    @Test("Orders that wait are counted, hold up no others, and say why")
    func waiting() throws {
        try accept(4)
        try site.done(OrderHold("O-2", reason: "address"))
        try site.allocate("O-5", [("PEN", 1)], ["not_before": "2030-01-01T00:00:00Z"])
        #expect(try site.releaseOnly() == (3, 2))
        #expect(try site.why("O-2") == ["It is held: address."])
        #expect(try site.why("O-5") == ["It may not be released before 2030-01-01T00:00:00.000Z."])
        #expect(try site.releaseOnly() == (0, 2))
    }

    @Test("What is missing of a released order is reserved when it has come, also by a release of all")
    func shortOnes() throws {
        try site.receive(3, "BRICK", in: "B-1-01")
        try site.allocate("O-1", [("BRICK", 3)])
        try site.releaseOnly("O-1")
        try site.done(StockAdjust(-2, "BRICK", in: "B-1-01"))
        #expect(try site.releaseOnly() == (0, 1))
        let why = try site.why("O-1")
        #expect(why.contains("The missing pieces wait: 2 of BRICK are missing in pick bins."))
        #expect(why.contains { $0.hasPrefix("0 of ") && $0.hasSuffix(" done.") })
        try site.receive(2, "BRICK", in: "J-1-01")
        #expect(try site.releaseOnly() == (1, 0))
        try site.plan()
        #expect(Set(try site.bins().joined()) == ["B-1-01", "J-1-01"])
        #expect(try site.breaches() == [])
    }

    @Test("A filter leaves the orders of others alone, and has a release of its own")
    func filters() throws {
        let slice = PlanningLimits.ordersPerSlice
        try site.done(
            "sku.upsert", ["sku": "PEN", "client": "ACME", "size_mm": [150, 20, 20], "weight_g": 40])
        try site.done(StockReceive(100, "PEN", in: "B-1-01", warehouse: "WH-NY", client: "ACME"))
        try accept(slice + 1)
        try accept(slice + 2, named: "A", ["client": "ACME"])
        #expect(try start(of: "ACME").left == 2)
        #expect(try start().left == 3)
        #expect(try site.site.store.releaseRuns.left() == 5)
        while try site.releaseSlice().hasMore {}
        #expect(try released() == 2 * slice + 3)
        #expect(try start(in: "WH-NY") == Counts(released: 0))
        #expect(try site.refusal(OrderRelease(allOf: nil, in: "WH-XX")) != nil)
    }

    @Test("Behind more orders of others than one slice passes, a client's are released all the same")
    func behindOthers() throws {
        let slice = PlanningLimits.ordersPerSlice
        try site.done(
            "sku.upsert", ["sku": "PEN", "client": "ACME", "size_mm": [150, 20, 20], "weight_g": 40])
        try site.done(StockReceive(100, "PEN", in: "B-1-01", warehouse: "WH-NY", client: "ACME"))
        try accept(1, named: "F", ["client": "ACME", "priority": 100])
        let store = site.site.store
        try store.db.transaction { () throws(Refusal) in
            for number in 1...PlanningLimits.ordersPassedPerSlice + 10 {
                let new = NewOrder(
                    client: "", id: OrderID("X-\(number)"), warehouse: "WH-NY", content: "{}", priority: 90, sla: "",
                    lines: [NewOrder.Line(line: "1", sku: "PEN", quantity: 1)])
                _ = try store.orders.insert(new, at: Instant(millisecondsSince1970: number))
            }
        }
        try accept(slice + 1, named: "A", ["client": "ACME", "priority": 20])
        #expect(try start(of: "ACME") == Counts(released: 1, left: slice + 1))
        #expect(try site.releaseSlice().released == slice + 1)
        let last = try site.releaseSlice()
        #expect((last.released, last.waiting, last.hasMore) == (slice + 2, 0, false))
        #expect(try released() == slice + 2)
        #expect(try site.read(Status()).releasing == 0)
    }

    @Test("Orders of every warehouse are released, one warehouse after the other")
    func warehouses() throws {
        try site.done(LayoutLoad(try TestSite.layoutText("wh-nj")))
        try site.done(StockReceive(40, "PEN", in: "05-31-01", warehouse: "WH-NJ"))
        let slice = PlanningLimits.ordersPerSlice
        try accept(slice - 1)
        try accept(slice, named: "N", ["plan": ["warehouse": "WH-NJ", "driver": "D-7"]])
        #expect(try start(in: "WH-NJ") == Counts(released: slice))
        try accept(slice, named: "M", ["plan": ["warehouse": "WH-NJ", "driver": "D-7"]])
        #expect(try site.releaseOnly() == (2 * slice - 1, 0))
        #expect(try released() == 3 * slice - 1)
    }

    @Test("An order that comes in between is released if its turn is still to come")
    func meanwhile() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(2 * slice, ["priority": 50])
        _ = try start()
        try site.allocate("LATE", [("PEN", 1)], ["priority": 10])
        try site.allocate("MISSED", [("PEN", 1)], ["priority": 90])
        while try site.releaseSlice().hasMore {}
        #expect(try site.stage(of: "LATE") == .released)
        #expect(try site.stage(of: "MISSED") == .accepted)
        #expect(try site.releaseOnly() == (1, 0))
    }
}
