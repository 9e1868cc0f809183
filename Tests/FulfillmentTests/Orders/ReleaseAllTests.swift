import Domain
import JSON
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
        try site.read("order.list", ["stage": "released", "limit": 500])["orders"]?.array?.count ?? 0
    }

    private func start(_ filter: JSONObject = [:]) throws -> JSONValue {
        var params = filter
        params["all"] = true
        return try site.done("order.release", params)
    }

    @Test("The command looks at the first ones, and the rest goes on by itself")
    func slices() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(3 * slice + 2)
        #expect(try start() == ["released": .int(slice), "waiting": 0, "left": .int(2 * slice + 2)])
        #expect(try site.read("status")["releasing"] == .int(2 * slice + 2))
        #expect(try site.releaseSlice()["released"] == .int(2 * slice))
        #expect(try released() == 2 * slice)
        #expect(try site.releaseSlice()["more"] == true)
        #expect(try site.releaseSlice() == ["released": .int(3 * slice + 2), "waiting": 0, "more": false])
        #expect(try released() == 3 * slice + 2)
        #expect(try site.read("status")["releasing"] == 0)
        #expect(try site.releaseSlice() == ["released": 0, "waiting": 0, "more": false])
        #expect(try site.events("order.released").count == 3 * slice + 2)
        #expect(try site.breaches() == [])
    }

    @Test("As many as are looked at at once leave nothing to go on with")
    func justOneSlice() throws {
        try accept(PlanningLimits.ordersPerSlice)
        #expect(try start() == ["released": .int(PlanningLimits.ordersPerSlice), "waiting": 0, "left": 0])
        #expect(try start() == ["released": 0, "waiting": 0, "left": 0])
    }

    @Test("The same again tells how far it has come, and goes on; a repeat gets the first answer")
    func again() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(3 * slice)
        let first = try site.done("order.release", ["all": true], id: "lead-1")
        #expect(try start()["released"] == .int(2 * slice))
        #expect(try site.done("order.release", ["all": true], id: "lead-1") == first)
        #expect(try start() == ["released": .int(3 * slice), "waiting": 0, "left": 0])
        #expect(try released() == 3 * slice)
    }

    @Test("After a restart it goes on where it was, and releases nothing twice")
    func restart() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(3 * slice)
        _ = try start()
        try site.reopen()
        #expect(try site.site.planningStatus().isReleasing)
        #expect(try site.releaseSlice()["released"] == .int(2 * slice))
        try site.reopen()
        while try site.releaseSlice()["more"] == true {}
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
        try site.done("order.hold", ["order_id": "O-2", "reason": "address"])
        try site.allocate("O-5", [("PEN", 1)], ["not_before": "2030-01-01T00:00:00Z"])
        #expect(try site.releaseOnly() == ["released": 3, "waiting": 2])
        #expect(try site.why("O-2") == ["It is held: address."])
        #expect(try site.why("O-5") == ["It may not be released before 2030-01-01T00:00:00.000Z."])
        #expect(try site.releaseOnly() == ["released": 0, "waiting": 2])
    }

    @Test("What is missing of a released order is reserved when it has come, also by a release of all")
    func shortOnes() throws {
        try site.receive(3, "BRICK", in: "B-1-01")
        try site.allocate("O-1", [("BRICK", 3)])
        try site.releaseOnly("O-1")
        try site.done(
            "stock.adjust",
            ["warehouse": "WH-NY", "bin": "B-1-01", "sku": "BRICK", "delta": -2, "reason": "lost"])
        #expect(try site.releaseOnly() == ["released": 0, "waiting": 1])
        #expect(try site.why("O-1").contains("What is missing waits: 2 of BRICK are missing in pick bins."))
        try site.receive(2, "BRICK", in: "J-1-01")
        #expect(try site.releaseOnly() == ["released": 1, "waiting": 0])
        try site.plan()
        #expect(Set(try site.bins().joined()) == ["B-1-01", "J-1-01"])
        #expect(try site.breaches() == [])
    }

    @Test("A filter leaves the orders of others alone, and has a release of its own")
    func filters() throws {
        let slice = PlanningLimits.ordersPerSlice
        try site.done(
            "sku.upsert", ["sku": "PEN", "client": "ACME", "size_mm": [150, 20, 20], "weight_g": 40])
        try site.done(
            "stock.receive",
            ["warehouse": "WH-NY", "sku": "PEN", "client": "ACME", "bin": "B-1-01", "qty": 100])
        try accept(slice + 1)
        try accept(slice + 2, named: "A", ["client": "ACME"])
        #expect(try start(["client": "ACME"])["left"] == 2)
        #expect(try start()["left"] == 3)
        #expect(try site.site.store.releaseRuns.left() == 5)
        while try site.releaseSlice()["more"] == true {}
        #expect(try released() == 2 * slice + 3)
        #expect(try start(["warehouse": "WH-NY"]) == ["released": 0, "waiting": 0, "left": 0])
        #expect(try site.refusal("order.release", ["all": true, "warehouse": "WH-XX"]) != nil)
    }

    @Test("Orders of every warehouse are released, one warehouse after the other")
    func warehouses() throws {
        try site.done("layout.load", ["yaml": .string(try TestSite.layoutText("wh-nj"))])
        try site.done("stock.receive", ["warehouse": "WH-NJ", "bin": "05-31-01", "sku": "PEN", "qty": 40])
        let slice = PlanningLimits.ordersPerSlice
        try accept(slice - 1)
        try accept(slice, named: "N", ["plan": ["warehouse": "WH-NJ", "driver": "D-7"]])
        let newark: JSONObject = ["warehouse": "WH-NJ"]
        #expect(try start(newark) == ["released": .int(slice), "waiting": 0, "left": 0])
        try accept(slice, named: "M", ["plan": ["warehouse": "WH-NJ", "driver": "D-7"]])
        #expect(try site.releaseOnly() == ["released": .int(2 * slice - 1), "waiting": 0])
        #expect(try released() == 3 * slice - 1)
    }

    @Test("An order that comes in between is released if its turn is still to come")
    func meanwhile() throws {
        let slice = PlanningLimits.ordersPerSlice
        try accept(2 * slice, ["priority": 50])
        _ = try start()
        try site.allocate("LATE", [("PEN", 1)], ["priority": 10])
        try site.allocate("MISSED", [("PEN", 1)], ["priority": 90])
        while try site.releaseSlice()["more"] == true {}
        #expect(try site.stage(of: "LATE") == "released")
        #expect(try site.stage(of: "MISSED") == "accepted")
        #expect(try site.releaseOnly() == ["released": 1, "waiting": 0])
    }
}
