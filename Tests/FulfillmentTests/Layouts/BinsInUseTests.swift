import Domain
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("A layout drops a bin") struct BinsInUseTests {
    private let site: TestSite

    init() throws { site = try TestSite(floor: Self.floor(shelves: 4)) }

    /// Two aisles; the fourth shelf of each is dropped.
    private static func floor(shelves: Int) -> String {
        """
        warehouse: WH-NY
        cross_aisles: [{id: FRONT, y: 0}, {id: BACK, y: 20}]
        aisles: [{id: A..B, x: 0, pitch: 8, shelves: {count: \(shelves), first_y: 2, length: 3, bins: {columns: 1, levels: 1, size: [900, 600, 400]}}}]
        stations: [{id: DEPOT, kind: start, x: 0, y: 0}, {id: PACK-1, kind: pack, x: 8, y: 0}]
        """
    }

    private func refusal(relocated bins: [BinCode] = [], all: Bool = false) throws -> Refusal? {
        var load = LayoutLoad(Self.floor(shelves: 3), relocated: bins)
        load.relocated.isAll = all
        return try site.refusal(load)
    }

    private static func inUse(_ use: BinInUse.Use) -> Refusal {
        .layoutInUse([BinInUse("A-4-01", isDropped: true, use)])
    }

    @Test("Nothing may lie in it, whoever says that it was moved: nobody could book it away afterwards")
    func stock() throws {
        try site.receive(2, "PEN", in: "A-4-01")
        #expect(try refusal() == Self.inUse(.stock))
        #expect(try refusal(relocated: ["A-4-01"]) == Self.inUse(.stock))
        #expect(try refusal(all: true) == Self.inUse(.stock))
        try site.send("O-1", [("PEN", 1)])
        #expect(try refusal(all: true) == Self.inUse(.stock))
        try site.done(OrderUnrelease("O-1"))
        try site.done(StockMove(2, "PEN", from: "A-4-01", to: "A-1-01"))
        #expect(try refusal() == nil)
        try site.release("O-1")
        try site.pickEverything()
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.breaches() == [])
    }

    @Test("Nobody may be waited for to count it")
    func waitingCount() throws {
        let task = try site.openCount("A-4-01")[0]
        #expect(try refusal(all: true) == Self.inUse(.task(task)))
        _ = try site.count(0, "PEN", in: "A-4-01")
        #expect(try refusal() == nil)
    }

    @Test("Nobody may be on the way to count it")
    func countOnTour() throws {
        try site.openCount("A-4-01")
        let counter = try site.counter()
        #expect(try refusal() == Self.inUse(.tour(TourRow(1))))
        try counter.count([])
        #expect(try refusal() == nil)
    }

    @Test("What was picked from it can go back while the tour lasts; afterwards it is brought to another bin")
    func picked() throws {
        try site.receive(1, "PEN", in: "A-4-01")
        try site.send("O-1", [("PEN", 1)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .station)
        #expect(try refusal(all: true) == Self.inUse(.tour(TourRow(1))))
        try picker.answer()
        #expect(try refusal() == nil)
        try site.done(OrderCancel("O-1"))
        try picker.nextTour()
        try picker.answer(until: .bin)
        #expect(picker.show.kind == .putBack && picker.show.bin != "A-4-01")
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.breaches() == [])
    }

    @Test("One that only stands elsewhere may hold stock once the caller says so")
    func moved() throws {
        try site.receive(2, "PEN", in: "A-1-01")
        let moved = Self.floor(shelves: 4).replacing("first_y: 2", with: "first_y: 3")
        #expect(
            try site.refusal(LayoutLoad(moved))
                == .layoutInUse([BinInUse("A-1-01", isDropped: false, .stock)]))
        try site.load(moved, relocated: ["A-1-01"])
        #expect(try site.onHand("PEN", in: "A-1-01") == 2)
    }
}
