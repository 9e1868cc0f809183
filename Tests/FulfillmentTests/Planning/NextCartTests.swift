import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("A tour for whoever asks")
struct NextCartTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        for (sku, bin) in [("PEN", "A-1-01"), ("BRICK", "J-20-01")] { try site.receive(400, sku, in: bin) }
    }

    private func release(_ order: String, _ sku: String = "PEN", priority: Int = 50) throws {
        try site.allocate(order, [(sku, 1)], ["priority": .int(priority)])
        try site.releaseOnly(order)
    }

    /// The orders of the tour that a new picker is given.
    private func orders(ofTourFor badge: String) throws -> [String] {
        let picker = try site.picker(badge)
        try picker.nextTour()
        let tour = try site.tours().first { $0.tour.number == picker.show.tour?.number }
        return Set(tour?.picks.map(\.order.text) ?? []).sorted()
    }

    @Test("The most urgent order, and with it those that lie near, up to a cart")
    func nearOnes() throws {
        for number in 1...12 {
            try release("NEAR-\(number)")
            try release("FAR-\(number)", "BRICK")
        }
        try release("FAR-0", "BRICK", priority: 90)
        let orders = try orders(ofTourFor: "P1")
        #expect(orders.count == 12 && orders.allSatisfy { $0.hasPrefix("FAR") } && orders.contains("FAR-0"))
        #expect(try site.breaches() == [])
    }

    @Test("What is equally urgent goes along before what lies nearer and can wait")
    func urgentOnesTogether() throws {
        for number in 1...15 { try release("LATER-\(number)", priority: 10) }
        try release("NOW-1", priority: 90)
        try release("NOW-2", "BRICK", priority: 90)
        let orders = try orders(ofTourFor: "P1")
        #expect(orders.count == 12 && Set(["NOW-1", "NOW-2"]).isSubset(of: orders))
    }

    @Test("A tour that is planned goes first, but not before what is more urgent than all of it")
    func betweenPlannedAndPool() throws {
        try release("O-1")
        try release("O-2")
        try site.plan()
        try release("SAME")
        #expect(try orders(ofTourFor: "P1") == ["O-1", "O-2"])
        #expect(try orders(ofTourFor: "P2") == ["SAME"])
        try release("O-3")
        try site.plan()
        try release("RUSH", priority: 51)
        #expect(try orders(ofTourFor: "P3") == ["RUSH"])
        #expect(try orders(ofTourFor: "P4") == ["O-3"])
    }

    @Test("The best cart of the plan is taken as it was planned, without what has gone since")
    func offered() throws {
        for number in 1...3 {
            try release("NEAR-\(number)")
            try release("FAR-\(number)", "BRICK")
        }
        let carts = try site.plannedCarts()
        site.site.keep(carts, in: "WH-NY")
        try site.done(OrderCancel("NEAR-2"))
        try release("NEAR-4")
        let all = try carts.flatMap(\.loads).map { try site.site.store.orders.id(of: $0.order).text }
        #expect(try orders(ofTourFor: "P1") == all.filter { $0 != "NEAR-2" }.sorted())
        #expect(try orders(ofTourFor: "P2") == ["NEAR-4"])
        #expect(try orders(ofTourFor: "P3") == [])
        #expect(try site.breaches() == [])
    }

    @Test("What has become more urgent than the whole plan is not kept waiting by it")
    func moreUrgentThanThePlan() throws {
        try release("O-1")
        site.site.keep(try site.plannedCarts(), in: "WH-NY")
        try release("RUSH", "BRICK", priority: 90)
        #expect(try orders(ofTourFor: "P1") == ["O-1", "RUSH"])
        // The plan has an order that is gone: the next one is planned without it.
        try release("O-2")
        #expect(try orders(ofTourFor: "P2") == ["O-2"])
        #expect(try site.breaches() == [])
    }

    @Test("A restart forgets the plan and nothing else")
    func restart() throws {
        try release("O-1")
        try release("O-2")
        site.site.keep(try site.plannedCarts(), in: "WH-NY")
        try site.reopen()
        #expect(try site.site.planningStatus().changes != 0)
        #expect(try orders(ofTourFor: "P1") == ["O-1", "O-2"])
    }

    @Test("A cart takes what it bears, and no more")
    func weight() throws {
        let site = try TestSite(floor: OtherFloors.areas(carts: "{id: TWO, totes: 4, max_weight: 6000}"))
        try site.receive(20, "BRICK", in: "A-1-01")
        for order in ["O-1", "O-2", "O-3"] {
            try site.allocate(order, [("BRICK", 1)])
            try site.releaseOnly(order)
        }
        for (badge, count) in [("P1", 2), ("P2", 1)] {
            let picker = try site.picker(badge)
            try picker.nextTour()
            #expect(picker.show.of == count)
        }
    }

    @Test("An order of more lines than are looked at at once goes whole")
    func manyLines() throws {
        try site.allocate("O-1", (1...300).map { _ in ("PEN", 1) })
        try site.releaseOnly("O-1")
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.show.of == 300)
        #expect(try site.breaches() == [])
    }

    @Test("Orders that no cart gets to since the layout changed hold up none after them, however many picks they have")
    func outOfReach() throws {
        let site = try TestSite(floor: OtherFloors.stairs(notFor: "truck"))
        try site.receive(300, "PEN", in: "M-1-01")
        try site.receive(1, "BRICK", in: "A-1-01")
        for order in ["O-1", "O-2"] {
            try site.allocate(order, (1...150).map { _ in ("PEN", 1) })
            try site.releaseOnly(order)
        }
        try site.load(OtherFloors.stairs())
        try site.allocate("O-3", [("BRICK", 1)])
        try site.releaseOnly("O-3")
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.show.of == 1)
        #expect(try site.tours().map { $0.picks.map(\.order) } == [["O-3"]])
    }

    @Test("Who asks for other work gets none of the pool")
    func otherKinds() throws {
        try release("O-1")
        let picker = try site.picker()
        #expect(try site.done(TourNext(picker.session, kinds: [.putBack])).isAtRest)
        #expect(try site.tours() == [])
    }
}
