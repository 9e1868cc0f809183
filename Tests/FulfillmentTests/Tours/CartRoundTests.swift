import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite struct CartRoundTests {
    /// A cart of two totes, 24 l each.
    private static let small =
        "{id: SMALL, totes: 2, tote: [400, 300, 200], max_weight: 90000, areas: [HALL]}"
    private static let cold = "{id: COLDBOX, totes: 4, areas: [COLD]}"
    private static let any = "{id: ANY, totes: 12, areas: [HALL, COLD]}"

    private func site(_ carts: String...) throws -> TestSite {
        let site = try TestSite(floor: OtherFloors.areas(carts: carts.joined(separator: ", ")))
        try site.done("sku.upsert", ["sku": "CUSHION", "size_mm": [300, 200, 200], "weight_g": 300])
        return site
    }

    private func orders(ofTours site: TestSite) throws -> [[String]] {
        try site.tours().map { Set($0.picks.map(\.order.text)).sorted() }
    }

    private func carts(_ site: TestSite) throws -> [CartCode?] { try site.tours().map(\.cart) }

    @Test("Orders are put on a cart up to its volume, not only its totes")
    func volume() throws {
        let site = try site(Self.small)
        try site.receive(20, "CUSHION", in: "A-1-01")
        try site.receive(20, "PEN", in: "A-1-02")
        // 12 l each: three cushions and more are too much for two totes of 24 l, gaps between them counted.
        try site.allocate("O-1", [("CUSHION", 2)])
        try site.allocate("O-2", [("CUSHION", 2)])
        try site.allocate("O-3", [("PEN", 1)])
        #expect(try site.releaseAll().released == 3)
        let carts = try orders(ofTours: site)
        #expect(carts.count == 2 && !carts.contains(["O-1", "O-2"]))
    }

    @Test("An order larger than a cart goes alone")
    func tooLarge() throws {
        let site = try site(Self.small)
        try site.receive(20, "CUSHION", in: "A-1-01")
        try site.allocate("O-1", [("CUSHION", 9)])
        try site.allocate("O-2", [("CUSHION", 1)])
        try site.releaseAll()
        #expect(Set(try orders(ofTours: site)) == [["O-1"], ["O-2"]])
    }

    @Test("An order goes on the first cart that may go to all its bins")
    func cartByArea() throws {
        let site = try site(Self.small, Self.cold, Self.any)
        try site.receive(9, "PEN", in: "A-1-01")
        try site.receive(9, "BRICK", in: "K-1-01")
        try site.send("O-1", [("PEN", 1)])
        try site.send("O-2", [("BRICK", 1)])
        try site.send("O-3", [("PEN", 1), ("BRICK", 1)])
        #expect(try carts(site) == ["SMALL", "COLDBOX", "ANY"])
    }

    @Test("Where no cart may go to all bins of an order, it goes on several, and its totes meet at the bench")
    func severalCarts() throws {
        let site = try site(Self.small, Self.cold)
        try site.receive(9, "PEN", in: "A-1-01")
        try site.receive(9, "BRICK", in: "K-1-01")
        try site.send("O-1", [("PEN", 2), ("BRICK", 1)])
        #expect(try carts(site) == ["SMALL", "COLDBOX"])
        #expect(try site.bins() == [["A-1-01"], ["K-1-01"]])
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.show.cart == "SMALL")
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picking)
        try site.pickEverything()
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.events("order.picked").count == 1)
        try site.pack("O-1")
        try site.handOver("O-1")
        #expect(try site.breaches() == [])
    }

    /// An order that ships what there is on two carts, of which the first has been set down.
    private func siteWithSecondCart() throws -> TestSite {
        let site = try site(Self.small, Self.cold)
        try site.receive(9, "PEN", in: "A-1-01")
        try site.receive(1, "BRICK", in: "K-1-01")
        try site.send("O-1", [("PEN", 2), ("BRICK", 1)], ["on_short": "ship"])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picking)
        return site
    }

    private func expectPicked(_ site: TestSite) throws {
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.events("order.picked").count == 1)
        #expect(try site.breaches() == [])
        try site.pack("O-1")
        try site.handOver("O-1")
        #expect(try site.stage(of: "O-1") == .inTransit)
        #expect(try site.breaches() == [])
    }

    @Test("Where the second cart finds nothing of an order, that is picked when the empty tote is off it")
    func nothingOnTheSecondCart() throws {
        let site = try siteWithSecondCart()
        let second = try site.picker("P2")
        try second.nextTour()
        #expect(second.show.cart == "COLDBOX")
        try second.answer(until: .item)
        for code in ["*SHORT", "missing"] { try second.scan(code) }
        #expect(second.expects == .station)
        #expect(try site.events("order.picked") == [])
        try second.answer()
        try expectPicked(site)
    }

    @Test("Where a lead books off what the second cart was to bring, an order is picked at once")
    func bookedOffBeforeTheSecondCart() throws {
        let site = try siteWithSecondCart()
        try site.done(StockAdjust(-1, "BRICK", in: "K-1-01"))
        #expect(try site.tours().map(\.state) == [.finished, .cancelled])
        try expectPicked(site)
    }

    @Test("Bins of a cart are chosen where it may go")
    func binsOfTheCart() throws {
        let site = try site(Self.small, Self.cold)
        try site.receive(9, "BRICK", in: "A-8-01")
        try site.receive(9, "PEN", in: "A-1-01")
        try site.receive(9, "PEN", in: "K-1-01")
        try site.send("O-1", [("PEN", 2), ("BRICK", 1)])
        #expect(try carts(site) == ["SMALL"])
        #expect(Set(try site.bins().joined()) == ["A-1-01", "A-8-01"])
    }

    @Test("Where no cart may go, no order is sent; it waits with the bin and the area")
    func noCart() throws {
        let site = try site("{id: ALL, totes: 4}")
        try site.receive(9, "PEN", in: "X-1-01")
        try site.allocate("O-1", [("PEN", 1)])
        try site.load(OtherFloors.areas(carts: Self.small))
        #expect(try site.releaseAll() == (0, 1))
        let why =
            "1 of PEN are missing in pick bins; 9 more lie in X-1-01, which lies in CAGE, where no cart may go"
        #expect(try site.why("O-1").first == "It waits: \(why).")
        #expect(try site.done(OrderRelease("O-1")).why == why)
    }

    private func pickup(_ site: TestSite, inMinutes minutes: Int) -> JSONObject {
        [
            "plan": [
                "warehouse": "WH-NY", "driver": "D-7",
                "estimated_pickup": .string("\(site.now.adding(seconds: minutes * 60))"),
            ]
        ]
    }

    @Test("What a driver waits for is picked first, and not with what can wait where it would come too late")
    func pickupTimes() throws {
        for (hasPicker, minutes) in [(true, 31), (true, 600), (true, -60), (false, 31)] {
            let site = try site("{id: TWO, totes: 2}")
            if hasPicker { _ = try site.picker() }
            try site.receive(9, "PEN", in: "A-1-01")
            try site.receive(9, "BRICK", in: "B-8-01")
            // By the walk alone, O-1 and O-3 share a cart, and O-2 and O-4.
            try site.allocate("O-1", [("PEN", 1)], pickup(site, inMinutes: 600))
            try site.allocate("O-2", [("BRICK", 1)], pickup(site, inMinutes: minutes))
            try site.allocate("O-3", [("PEN", 1)], pickup(site, inMinutes: minutes))
            try site.allocate("O-4", [("BRICK", 1)], pickup(site, inMinutes: 600))
            try site.releaseAll()
            let carts = try orders(ofTours: site)
            if hasPicker && minutes == 31 {
                #expect(carts == [["O-2", "O-3"], ["O-1", "O-4"]])
            } else {
                #expect(Set(carts) == [["O-1", "O-3"], ["O-2", "O-4"]])
            }
        }
    }
}
