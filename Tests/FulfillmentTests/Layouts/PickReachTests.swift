import Domain
import JSON
import Operations
import TestOperations
import Testing
import WarehouseLayout

@testable import Fulfillment

@Suite struct PickReachTests {
    @Test("A closed shelf's stock is neither promised nor reserved")
    func closedShelf() throws {
        let site = try TestSite(floor: OtherFloors.stairs(closed: "A-1"))
        try site.receive(5, "PEN", in: "A-1-01")
        #expect(try site.available("PEN") == 0)
        guard
            case .stockShort("PEN", wanted: 2, available: 0, let hint)? = try site.refusal(
                "order.allocate", TestSite.order("O-1", [("PEN", 2)]))
        else {
            Issue.record("the order was accepted")
            return
        }
        #expect(hint.hasPrefix("5 more lie in A-1-01, which is closed"))
        try site.receive(5, "PEN", in: "B-8-01")
        try site.send("O-1", [("PEN", 2)])
        #expect(try site.bins() == [["B-8-01"]])
    }

    @Test("An open shelf is taken before a nearer closed one, as Newark has them")
    func newark() throws {
        let site = try TestSite(empty: ())
        try site.done(LayoutLoad(try TestSite.layoutText("wh-nj")))
        try Goods.bring(to: site)
        for bin in ["04-31-01", "05-31-01"] {
            try site.done(StockReceive(50, "PEN", in: BinCode(bin)))
        }
        var order = TestSite.order("O-1", [("PEN", 2)])
        order["order"] = order["order"]?.replacing("plan", with: ["warehouse": "WH-NJ", "driver": "D-7"])
        try site.done("order.allocate", order)
        try site.release("O-1")
        #expect(try site.bins() == [["05-31-01"]])
    }

    @Test("A revision that closes a shelf takes promises back and tells it; one that opens it renews them")
    func closingAndOpening() throws {
        let site = try TestSite(floor: OtherFloors.stairs())
        try site.receive(5, "PEN", in: "A-1-01")
        try site.receive(3, "PEN", in: "B-8-01")
        try site.allocate("O-1", [("PEN", 3)])
        try site.allocate("O-2", [("PEN", 4)])
        try site.load(OtherFloors.stairs(closed: "A-1"), relocated: ["A-1-01"])
        let told = try site.events("order.short").last?["data"]
        #expect(told?["order_id"] == "O-2")
        #expect(told?["lines"]?.array?.first?["missing"] == 4)
        #expect(told?["lines"]?.array?.first?["reason"] == "layout")
        #expect(try site.releaseAll().released == 1)
        #expect(try site.stage(of: "O-1") == .released)
        #expect(try site.breaches() == [])
        try site.load(OtherFloors.stairs(), relocated: ["A-1-01"])
        #expect(try site.releaseAll().released == 1)
        #expect(try site.stage(of: "O-2") == .released)
        #expect(try site.breaches() == [])
    }

    @Test("Promises are taken back in the warehouse whose stock went, and in no other")
    func promisesOfAnotherWarehouse() throws {
        let site = try TestSite()
        try site.done(LayoutLoad(try TestSite.layoutText("wh-nj")))
        try site.done(StockReceive(4, "PEN", in: "05-31-01", warehouse: "WH-NJ"))
        try site.receive(4, "PEN", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 4)])
        var order = TestSite.order("O-2", [("PEN", 4)])
        order["order"] = order["order"]?.replacing("plan", with: ["warehouse": "WH-NJ", "driver": "D-7"])
        try site.done("order.allocate", order)
        try site.done(StockAdjust(-1, "PEN", in: "A-1-01", warehouse: "WH-NY"))
        #expect(try site.events("order.short").compactMap { $0["subject"]?.string } == ["O-1"])
        #expect(try site.breaches() == [])
    }

    @Test("What no cart reaches is not picked, though it is nearest by foot; other orders go on")
    func mezzanine() throws {
        let site = try TestSite(floor: OtherFloors.stairs())
        try site.receive(5, "PEN", in: "M-1-01")
        try site.receive(2, "PEN", in: "B-8-01")
        try site.receive(9, "BRICK", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 2)])
        try site.allocate("O-2", [("BRICK", 1)])
        #expect(try site.releaseAll() == (2, 0))
        #expect(Set(try site.bins().joined()) == ["A-1-01", "B-8-01"])
        #expect(try site.available("PEN") == 0)
    }

    @Test("An order whose stock has been cut off waits and says why; others go on")
    func cutOff() throws {
        let site = try TestSite(floor: OtherFloors.stairs(notFor: "truck"))
        try site.receive(5, "PEN", in: "M-1-01")
        try site.receive(9, "BRICK", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 2)])
        try site.allocate("O-2", [("BRICK", 1)])
        try site.load(OtherFloors.stairs())
        #expect(try site.releaseAll() == (1, 1))
        #expect(try site.stage(of: "O-2") == .released)
        #expect(
            try site.why("O-1").first
                == "It waits: 2 of PEN are missing in pick bins; 5 more lie in M-1-01, which cannot be reached with a cart."
        )
    }

    @Test("Checking and loading a layout warn of pick bins that no cart reaches or may go to")
    func warnings() throws {
        let site = try TestSite(empty: ())
        let stairs = OtherFloors.stairs(closed: "M-1")
        let cage = OtherFloors.areas(carts: "{id: C, totes: 4, areas: [HALL, COLD]}")
        func warnings(of yaml: String) throws -> [[String]] {
            [try site.read(LayoutCheck(yaml)).warnings, try site.done(LayoutLoad(yaml)).warnings]
        }
        for told in try warnings(of: stairs) {
            #expect(told.count == 1)
            #expect(
                told.first?.hasPrefix("M-2-01 and 27 more pick bins of aisle M: no cart gets there and back")
                    ?? false)
        }
        for told in try warnings(of: cage) {
            #expect(told.count == 1)
            #expect(
                told.first?.hasPrefix("X-1-01 and 31 more pick bins of aisle X: no cart may go to CAGE")
                    ?? false)
        }
        #expect(try warnings(of: try TestSite.layoutText("wh-ny")) == [[], []])
        #expect(try site.read(LayoutCheck(stairs)).stations == 2)
    }

    @Test(
        "Where carts do not get back, orders are picked that one walk can serve, and others wait and say why")
    func noWayBack() throws {
        func floor(_ aisleWay: String, packY: Int) -> String {
            """
            warehouse: WH-NY
            cross_aisles: [{id: FRONT, y: 0, one_way: right}, {id: BACK, y: 20, one_way: right}]
            aisles: [{id: A..B, x: 0, pitch: 8\(aisleWay), shelves: {count: 4, first_y: 2, length: 3, bins: {columns: 1, levels: 1, size: [900, 600, 400]}}}]
            stations: [{id: DEPOT, kind: start, x: 0, y: 0}, {id: PACK-1, kind: pack, x: 8, y: \(packY)}]
            """
        }
        for (yaml, isWalkable) in [(floor("", packY: 0), true), (floor(", one_way: up", packY: 20), false)] {
            let site = try TestSite(floor: yaml)
            try site.receive(5, "PEN", in: "B-1-01")
            try site.receive(5, "BRICK", in: "A-1-01")
            try site.allocate("O-1", [("PEN", 1), ("BRICK", 1)])
            try site.allocate("O-2", [("PEN", 1)])
            let why = try site.why("O-1").first ?? ""
            #expect(why.hasPrefix("It waits: no cart gets to A-1-01, B-1-01 in one tour") == !isWalkable)
            #expect(try site.releaseAll().released == (isWalkable ? 2 : 1))
            #expect(try site.stage(of: "O-2") == .released)
            #expect(try site.breaches() == [])
        }
    }
}

extension JSONValue {
    fileprivate func replacing(_ key: String, with value: JSONValue) -> JSONValue {
        var object = object ?? JSONObject()
        object[key] = value
        return .object(object)
    }
}
