import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Which closed orders are filed when, and that nothing which stays on the floor misses them.
@Suite struct ArchiveAndFloorTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(100, "PEN", in: "A-1-01")
    }

    @Test("So many go at once and no more, and the answer says whether there are further ones")
    func limit() throws {
        for number in 1...5 { try site.cancelled("O-\(number)") }
        site.wait(hours: 2)
        func slice(after last: HistorySlice.Ended? = nil) throws -> HistorySlice.Result {
            try site.done(HistorySlice(.orders, limit: 2, after: last))
        }
        let first = try slice()
        #expect((first.done, first.hasMore) == (2, true))
        #expect(try site.orders() == ["O-3", "O-4", "O-5"])
        #expect(first.last != nil)
        let second = try slice(after: first.last)
        #expect((second.done, second.hasMore) == (2, true))
        #expect(try site.breaches() == [])
        for left in [1, 0] {
            let last = try slice()
            #expect((last.done, last.hasMore, last.last) == (left, false, nil))
        }
        #expect(try site.read(Status()).orders == StateCounts<OrderStage>())
        #expect(try site.breaches() == [])
    }

    @Test("However many wait for the end of a walk, those after them are filed")
    func manyOnWalks() throws {
        try site.cancelled("O-1")
        let tour = try site.site.store.tours.insert(
            NewTour(warehouse: "WH-NY", kind: .putBack, start: "DEPOT", finish: "PACK-1", priority: 50),
            at: site.now)
        for number in 2...40 {
            try site.cancelled("O-\(number)")
            let order = try #require(try site.site.store.orders.order(OrderID("O-\(number)"), of: ""))
            let task = try site.site.store.tasks.insert(
                NewTask(kind: .putBack, warehouse: "WH-NY", sku: "PEN", order: order.row), at: site.now)
            try site.site.store.tasks.put([task], on: tour.row)
        }
        try site.cancelled("O-41")
        site.wait(hours: 2)
        var filed = 0
        var next = HistorySlice(.orders, limit: 3)
        for _ in 0..<10 {
            let slice = try site.done(next)
            filed += slice.done
            guard slice.hasMore else { break }
            next.after = slice.last
        }
        #expect(filed == 2)
        #expect(try site.orders(OrderList("O-41")) == ["O-41"])
        #expect(try site.orders(OrderList(limit: 500)).count == 39)
    }

    @Test("Numbers are given out once, whatever has been filed")
    func numbers() throws {
        try site.ship("O-1")
        try site.send("O-2", [("PEN", 2)])
        try site.pickEverything()
        try site.done(OrderCancel("O-2"))
        try site.pickEverything()
        let first = (try latest(), try site.codes(of: "O-1"))
        let head = try site.site.head
        site.wait(days: 31)
        #expect(try site.slice(.orders) == 2)
        try site.reopen()
        #expect(try site.site.head == head)
        try site.ship("O-3")
        try site.send("O-4", [("PEN", 2)])
        try site.pickEverything()
        try site.done(OrderCancel("O-4"))
        try site.pickEverything()
        let second = (try latest(), try site.codes(of: "O-3"))
        for (kind, number) in second.0 { #expect(number > first.0[kind] ?? 0, "\(kind)") }
        #expect(Set(first.1).isDisjoint(with: second.1))
        let sequences = try site.events().compactMap { $0["sequence"]?.string.flatMap { Int($0) } }
        #expect(try sequences == Array(1...site.site.head))
        #expect(try site.breaches() == [])
    }

    /// The highest number of each kind that lists tell.
    private func latest() throws -> [String: Int] {
        var latest: [String: Int] = [:]
        for (method, list, key) in [
            ("parcel.list", "parcels", "parcel"), ("label.list", "labels", "job"),
            ("tour.list", "tours", "tour"), ("task.list", "tasks", "task"),
        ] {
            latest[key] = try site.read(method, ["limit": 500])[list]?.array?.compactMap { $0[key]?.int }
                .max()
        }
        return latest
    }

    @Test(
        "Nothing that stays names what has gone: tours, totes, tasks, labels, sessions and events are told as before"
    )
    func nothingDangles() throws {
        try site.ship("O-1")
        try site.send("O-2", [("PEN", 2)])
        try site.pickEverything()
        try site.done(OrderCancel("O-2"))
        try site.pickEverything()
        let events = try site.events()
        site.wait(days: 31)
        #expect(try site.slice(.orders) == 2)
        for method in [
            "tour.list", "tote.list", "task.list", "label.list", "session.list", "parcel.list", "stock.list",
        ] {
            _ = try site.read(method, ["limit": 500])
        }
        #expect(try site.tours().map(\.state) == [.finished, .finished, .finished])
        #expect(try site.tours().allSatisfy { $0.picks.isEmpty })
        #expect(try site.tasks() == [])
        #expect(try site.labels() == [])
        #expect(try site.read(ParcelList()).parcels == [])
        #expect(try site.read(ToteList()).totes.allSatisfy { $0.state == .free && $0.order == nil })
        #expect(try site.events() == events)
        #expect(try site.available("PEN") == 98)
        #expect(try site.breaches() == [])
    }

    @Test(
        "An order waits for the end of a walk on which its pieces were brought back; others do not wait for it"
    )
    func onAWalk() throws {
        try site.receive(10, "BRICK", in: "C-5-04")
        try site.send("O-1", [("PEN", 2)])
        try site.send("O-2", [("BRICK", 2)])
        try site.pickEverything()
        for order in ["O-1", "O-2"] { try site.done(OrderCancel(OrderID(order))) }
        let carrier = try site.picker()
        try carrier.nextTour()
        try carrier.answer(until: .quantity)
        try carrier.answer()
        try carrier.scan("*PAUSE")
        try site.cancelled("O-3")
        site.wait(hours: 2)
        #expect(try site.slice(.orders, limit: 1) == 1)
        #expect(try site.orders() == ["O-1", "O-2"])
        #expect(try site.slice(.orders) == 0)
        #expect(try site.breaches() == [])
        try site.pickEverything()
        #expect(try site.breaches() == [])
        site.wait(hours: 2)
        #expect(try site.slice(.orders) == 2)
        #expect(try site.breaches() == [])
    }

    @Test("A bench that stood before a label that somebody else confirmed is free when its order is filed")
    func bench() throws {
        try site.send("O-1", [("PEN", 2)])
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("O-1")
        try packer.answer(until: .label)
        try site.done(PackConfirm("1", code: packer.show.sscc ?? ""))
        #expect(try packer.promptAfterRefusal(of: "S").show.notice == "Parcel 1 has its label")
        try site.handOver("O-1")
        site.wait(days: 31)
        #expect(try site.slice(.orders) == 1)
        try site.send("O-2", [("PEN", 1)])
        try site.pickEverything()
        try packer.start("O-2")
        try packer.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .packed)
    }
}
