import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// The column of cancelling: at every stage, with every piece back in the end.
@Suite struct CancelOrderTests {
    @Test(
        "An order is cancelled at every stage before its first parcel leaves, and every piece comes home",
        arguments: CancelMoment.allCases)
    func everyStage(moment: CancelMoment) throws {
        let order = try OrderToCancel()
        let site = order.site
        let before = try order.shelves()
        try order.bring(to: moment)
        let out = try order.piecesOut()
        #expect((out == 0) == moment.isEarly)
        let isBoxed = order.isBoxed(at: moment)
        #expect(isBoxed || ![.partlyPacked, .atWeight, .atClose, .atLabel].contains(moment))

        let answer = try order.cancel()
        #expect(answer.putBack == out)
        #expect((answer.stage == .cancelled) == moment.isEarly)
        #expect(answer.flags == (moment.isEarly ? [] : [.cancelRequested]))
        let unpack = try site.tasks(kind: .unpack)
        #expect(unpack.map(\.state) == (isBoxed ? [.open] : []))

        let head = try site.site.head
        #expect(try order.cancel(reason: "again").json == answer.json)
        #expect(try site.site.head == head)

        try order.bringHome()
        #expect(try order.shelves() == before)
        #expect(try (site.available("PEN"), site.available("SERUM")) == (10, 10))
        try expectOver(order, out)
    }

    /// The order is cancelled, nothing is left to do for it, and each fact was told once.
    private func expectOver(_ order: OrderToCancel, _ out: Int) throws {
        let site = order.site
        let last = try order.cancel(reason: "once more")
        #expect((last.stage, last.putBack, last.flags) == (.cancelled, 0, []))
        #expect(try site.totes(.free).count == 40)
        #expect(try site.tasks().allSatisfy { $0.state == .done })
        #expect(try site.tours().allSatisfy { [.finished, .cancelled].contains($0.state) })
        #expect(try site.parcels(of: "O-1").allSatisfy { $0.state == .voided })
        let parts = try site.order("O-1")
        #expect(parts.picks.allSatisfy { $0.state == .cancelled })
        #expect(parts.parcels.isEmpty && parts.putBack == 0)

        let requested = try site.events("order.cancel_requested").compactMap { $0["data"] }
        #expect(requested.map { $0["put_back"] } == (out == 0 ? [] : [.int(out)]))
        let cancelled = try site.events("order.cancelled").compactMap { $0["data"] }
        #expect(cancelled.count == 1)
        for data in requested + cancelled {
            #expect((data["order_id"], data["reason"], data["warehouse"]) == ("O-1", "bought twice", "WH-NY"))
        }
        let changes = try site.events("stock.changed").compactMap { $0["data"] }
        let back = changes.filter { $0["reason"] == "put_back" }.reduce(0) { $0 + ($1["change"]?.int ?? 0) }
        #expect(back == out)
        try expectTasksTold(site)
    }

    /// Each task was told when it came up and when it was done, with what it is about.
    private func expectTasksTold(_ site: TestSite) throws {
        let tasks = try site.tasks().map(\.task.number)
        for type in ["task.opened", "task.done"] {
            let told = try site.events(type).compactMap { $0["data"] }
            #expect(told.compactMap { $0["task"]?.int }.sorted() == tasks, "\(type)")
            for data in told {
                #expect((data["order_id"], data["reason"]) == ("O-1", "bought twice"))
                #expect((data["kind"] == "unpack") == (data["parcel"] != nil))
                #expect((data["kind"] == "put_back") == (data["tote"] != nil && data["bin"] != nil))
            }
        }
    }

    @Test("While it is to be cancelled an order says what is left to do, and is not worked on")
    func meanwhile() throws {
        let order = try OrderToCancel()
        try order.bring(to: .picked)
        _ = try order.cancel()
        let site = order.site
        let get = try site.order("O-1")
        #expect((get.putBack, get.summary.flags) == (5, [.cancelRequested]))
        #expect(try site.why("O-1").contains("It is to be cancelled: 5 pieces have yet to be brought back."))
        #expect(try site.refusal(OrderRelease("O-1")) != nil)
        #expect(try site.refusal(OrderUnrelease("O-1")) != nil)
        #expect(try site.releaseOnly().released == 0)
        let packer = try site.packer()
        for code in ["T-1", "O-1"] {
            guard case .wrongState = try site.refusal(PackStart(packer.session, code)) else {
                Issue.record("an order that is to be cancelled was packed")
                continue
            }
        }
        try order.bringHome()
        #expect(try site.stage(of: "O-1") == .cancelled)
    }

    /// An order of six bricks in two labelled parcels.
    private func siteWithTwoParcels() throws -> (site: TestSite, codes: [String]) {
        let site = try TestSite()
        try site.receive(20, "BRICK", in: "C-5-04")
        try site.send("O-1", [("BRICK", 6)])
        try site.pickEverything()
        try site.pack("O-1")
        let codes = try site.codes(of: "O-1")
        #expect(codes.count == 2)
        return (site, codes)
    }

    @Test("What drivers have is refused and comes back as a return")
    func gone() throws {
        let (site, codes) = try siteWithTwoParcels()
        for code in codes { try site.done(ParcelHandover(code)) }
        let head = try site.site.head
        guard
            case .wrongState("order O-1", state: "in_transit", _) = try site.refusal(OrderCancel("O-1"))
        else {
            Issue.record("what a driver has was cancelled")
            return
        }
        #expect(try site.site.head == head)
        #expect(try site.breaches() == [])
        #expect(try site.parcels(of: "O-1").allSatisfy { $0.state == .handedOver })
    }

    @Test("Of a partly handed over order the parcels that are here come back, and the rest is in transit")
    func partlyGone() throws {
        let (site, codes) = try siteWithTwoParcels()
        try site.done(ParcelHandover(codes[0]))
        let parcels = try site.parcels(of: "O-1")
        let gone = try #require(parcels.first { $0.state == .handedOver }?.sscc)
        let left = 6 - (try site.read(ParcelGet(gone)).plan.count)
        let answer = try site.done(OrderCancel("O-1", reason: "bought twice"))
        #expect((answer.stage, answer.flags) == (.packing, [.cancelRequested]))
        #expect(answer.putBack == left)
        #expect(try site.parcels(of: "O-1").map(\.state) == [.handedOver, .open])
        #expect(try site.refusal(ParcelHandover(codes[1])) != nil)
        #expect(try site.done(OrderCancel("O-1")).putBack == left)
        #expect(try site.breaches() == [])

        let packer = try site.packer("K2")
        try packer.start("O-1")
        #expect(packer.show.kind == .unpack)
        try packer.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .packing)
        #expect(try site.breaches() == [])
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == .inTransit)
        #expect(try site.flags(of: "O-1") == [])
        #expect(try site.available("BRICK") == 14 + left)
        #expect(try site.events("order.cancelled") == [])
        let told = try site.events("order.in_transit").compactMap { $0["data"] }
        #expect(told.count == 1)
        #expect(told[0]["driver"] == "D-7")
        #expect(told[0]["parcels"]?.array?.compactMap { $0["sscc"]?.string } == [codes[0]])
        #expect(told[0]["short"]?.array?.map { $0["missing"] } == [.int(left)])
        #expect(told[0]["short"]?.array?.map { $0["reason"] } == ["bought twice"])
        #expect(try site.parcels(of: "O-1").map(\.state) == [.handedOver, .voided])
        #expect(try site.breaches() == [])

        let head = try site.site.head
        let again = try site.done(OrderCancel("O-1"))
        #expect((again.stage, again.flags, again.putBack) == (.inTransit, [], 0))
        #expect(try site.site.head == head)
    }

    @Test("Of an order that is short nothing more is waited for", arguments: ["wait", "ship"])
    func short(policy: String) throws {
        let site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)], ["on_short": .string(policy)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .quantity)
        for code in ["2", "missing"] { try picker.scan(code) }
        #expect(try site.flags(of: "O-1") == [.short])
        try picker.answer(until: .none)
        let answer = try site.done(OrderCancel("O-1"))
        #expect((answer.flags, answer.putBack) == ([.cancelRequested], 2))
        try site.pickEverything(by: "P9")
        #expect(try site.available("PEN") == 2)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.breaches() == [])
    }

    @Test("What a cancelled order gives back serves those that wait, once it is in its bin")
    func servesOthers() throws {
        let site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
        try site.pickEverything()
        try site.receive(2, "PEN", in: "B-3-02")
        try site.allocate("O-2", [("PEN", 2)])
        try site.done(StockAdjust(-2, "PEN", in: "B-3-02"))
        #expect(try site.flags(of: "O-2") == [.short])
        try site.done(OrderCancel("O-1"))
        #expect(try site.flags(of: "O-2") == [.short])
        try site.pickEverything()
        #expect(try site.flags(of: "O-2") == [])
        #expect(try site.available("PEN") == 1)
        #expect(try site.breaches() == [])
    }

    @Test("The order sent again after it was cancelled is acknowledged as cancelled, and promises nothing")
    func sentAgain() throws {
        let site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
        let request = TestSite.order("O-1", [("PEN", 3)])
        try site.done("order.allocate", request)
        try site.done(OrderCancel("O-1"))
        let head = try site.site.head
        let again = try site.done("order.allocate", request)
        #expect((again["order_id"], again["stage"]) == ("O-1", "cancelled"))
        #expect(try site.site.head == head)
        #expect(try site.available("PEN") == 5)
        #expect(
            try site.refusal("order.allocate", TestSite.order("O-1", [("PEN", 2)]))
                == .orderConflict(order: "O-1", difference: "items"))
        #expect(try site.breaches() == [])
    }

    @Test func heldAndResumed() throws {
        let site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
        try site.allocate("O-1", [("PEN", 4)])
        try site.done(OrderHold("O-1", reason: "address"))
        #expect(try site.refusal(OrderHold("O-1", reason: "again")) != nil)
        let answer = try site.done(OrderRelease("O-1"))
        #expect((answer.released, answer.why) == (0, "held: address"))
        try site.done(OrderResume("O-1"))
        #expect(try site.refusal(OrderResume("O-1")) != nil)
        #expect(try site.done(OrderRelease("O-1")).released == 1)
    }
}
