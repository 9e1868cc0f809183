import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("Adopting a planned cart, when something has changed meanwhile")
struct CartAdoptionTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(40, "PEN", in: "A-1-01")
        for order in ["O-1", "O-2", "O-3"] {
            try site.allocate(order, [("PEN", 2)])
            try site.releaseOnly(order)
        }
    }

    private func plannedCart() throws -> PlannedCart {
        let carts = try site.plannedCarts()
        try #require(carts.count == 1 && carts[0].loads.count == 3)
        return carts[0]
    }

    @Test("Nothing has changed: it is a tour, once")
    func unchanged() throws {
        let cart = try plannedCart()
        #expect(try site.adopt(cart) == 1)
        #expect(try site.plannedTours() == [["O-1", "O-2", "O-3"]])
        #expect(try site.adopt(cart) == nil)
        #expect(try site.adopt(cart, mayHaveRoom: true) == nil)
        #expect(try site.tours().count == 1)
        #expect(try site.breaches() == [])
    }

    enum Change: CaseIterable {
        case cancelled, held, unreleased, picked, short
    }

    private func make(_ change: Change) throws {
        switch change {
        case .cancelled: try site.done(OrderCancel("O-2"))
        case .held: try site.done(OrderHold("O-2", reason: "fraud"))
        case .unreleased: try site.done(OrderUnrelease("O-2"))
        case .picked:
            // Another plan was quicker, with this order alone.
            let others: [OrderID] = ["O-1", "O-3"]
            for order in others { try site.done(OrderHold(order, reason: "wait")) }
            try site.plan()
            for order in others { try site.done(OrderResume(order)) }
        case .short:
            try site.done(StockAdjust(-36, "PEN", in: "A-1-01"))
        }
    }

    @Test("An order is gone from it: the others wait on, or go without it", arguments: Change.allCases)
    func oneIsGone(change: Change) throws {
        let cart = try plannedCart()
        try make(change)
        let before = try site.tours().count
        #expect(try site.adopt(cart) == nil)
        #expect(try site.tours().count == before)
        let tour = try #require(try site.adopt(cart, mayHaveRoom: true))
        let row = try #require(try site.tours().first { $0.tour.number == tour })
        let orders = Set(row.picks.map(\.order))
        #expect(orders.count == 2 && (change == .short || orders == ["O-1", "O-3"]))
        #expect(try site.breaches() == [])
    }

    @Test("Another layout is in force: what was planned on the old one is not walked")
    func otherLayout() throws {
        let cart = try plannedCart()
        let yaml = try TestSite.layoutText("wh-ny").replacing("walk_speed: 1.2", with: "walk_speed: 1.3")
        try site.load(yaml)
        #expect(try site.adopt(cart, mayHaveRoom: true) == nil)
        #expect(try site.adopt(try plannedCart()) != nil)
    }

    @Test("A pick has come to lie where this cart may not go: its order waits for another")
    func otherArea() throws {
        let carts = "{id: DRY, totes: 4, areas: [HALL]}, {id: COLDBOX, totes: 4, areas: [COLD]}"
        let site = try TestSite(floor: OtherFloors.areas(carts: carts))
        try site.receive(2, "PEN", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 2)])
        try site.releaseOnly("O-1")
        let cart = try #require(try site.plannedCarts().first)
        try site.receive(2, "PEN", in: "K-1-01")
        try site.done(StockAdjust(-2, "PEN", in: "A-1-01"))
        #expect(try site.adopt(cart, mayHaveRoom: true) == nil)
        try site.plan()
        #expect(try site.tours().map(\.cart) == ["COLDBOX"])
        #expect(try site.breaches() == [])
    }
}
