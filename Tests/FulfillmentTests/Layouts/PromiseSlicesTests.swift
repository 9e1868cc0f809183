import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// What a new layout changes of promises, a little at a time.
@Suite struct PromiseSlicesTests {
    private static let orders = 30
    /// As many lines as the slices of this test take pieces from.
    private static let linesPerSlice = 3

    @Test("A restart loses nothing, and a second revision begins again")
    func slices() throws {
        let site = try TestSite(floor: OtherFloors.stairs())
        try site.receive(Self.orders, "PEN", in: "A-1-01")
        for number in 1...Self.orders { try site.allocate("O-\(number)", [("PEN", 1)]) }
        let closed = LayoutLoad(OtherFloors.stairs(closed: "A-1"), relocated: ["A-1-01"])
        let load = try TestSite.command(closed, id: "l-1")
        guard case .answer = try site.site.decide([load], at: site.now)[0] else {
            Issue.record("the layout was refused")
            return
        }
        // The revision is in force, and nobody has lost anything yet.
        #expect(try site.available("PEN") == 0)
        #expect(try site.events("order.short").isEmpty)
        var slices = 0
        while try site.done(PromiseSlice(limit: 9)).hasMore {
            slices += 1
            #expect(try site.events("order.short").count == Self.linesPerSlice * slices)
            #expect(try site.breaches() == [])
            try site.reopen()
        }
        #expect(slices == Self.orders / Self.linesPerSlice)
        #expect(try !site.done(PromiseSlice(limit: 9)).hasMore)
        try site.load(OtherFloors.stairs(), relocated: ["A-1-01"])
        #expect(try site.releaseAll().released == Self.orders)
        #expect(try site.breaches() == [])
    }

    @Test("A layout that opens and closes nothing has nothing to do")
    func nothing() throws {
        let site = try TestSite(floor: OtherFloors.stairs())
        try site.receive(2, "PEN", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 1)])
        try site.load(OtherFloors.stairs())
        #expect(try site.site.store.promises.renewal() == nil)
    }
}
