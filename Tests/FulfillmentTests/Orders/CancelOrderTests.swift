import JSON
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
        #expect(answer["put_back"] == .int(out))
        #expect((answer["stage"] == "cancelled") == moment.isEarly)
        #expect(answer["flags"] == .array(moment.isEarly ? [] : ["cancel_requested"]))
        let unpack = try site.tasks(["kind": "unpack"])
        #expect(unpack.map { $0["state"] } == (isBoxed ? ["open"] : []))

        let head = try site.site.head
        #expect(try order.cancel(reason: "again") == answer)
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
        #expect((last["stage"], last["put_back"], last["flags"]) == ("cancelled", 0, []))
        #expect(try site.read("tote.list", ["state": "free"])["totes"]?.array?.count == 40)
        #expect(try site.tasks().allSatisfy { $0["state"] == "done" })
        #expect(try site.tours().allSatisfy { ["finished", "cancelled"].contains($0["state"]?.string) })
        #expect(try site.parcels(of: "O-1").allSatisfy { $0["state"] == "voided" })
        let parts = try site.read("order.get", ["order_id": "O-1"])
        #expect((parts["picks"]?.array ?? []).allSatisfy { $0["state"] == "cancelled" })
        #expect((parts["parcels"], parts["put_back"]) == ([], nil))

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
        let tasks = try site.tasks().map { $0["task"] }
        for type in ["task.opened", "task.done"] {
            let told = try site.events(type).compactMap { $0["data"] }
            #expect(told.map { $0["task"] }.sorted { ($0?.int ?? 0) < ($1?.int ?? 0) } == tasks, "\(type)")
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
        let get = try site.read("order.get", ["order_id": "O-1"])
        #expect((get["put_back"], get["flags"]) == (5, ["cancel_requested"]))
        let why = try site.read("order.explain", ["order_id": "O-1"])["why"]?.array ?? []
        #expect(why.contains("It is to be cancelled: 5 pieces have yet to be brought back."))
        for method in ["order.release", "order.unrelease"] {
            #expect(try site.refusal(method, ["order_id": "O-1"]) != nil, "\(method)")
        }
        #expect(try site.releaseOnly()["released"] == 0)
        let packer = try site.packer()
        for code in ["T-1", "O-1"] {
            guard
                case .wrongState = try site.refusal(
                    "pack.start", ["session": .int(packer.session), "code": .string(code)])
            else {
                Issue.record("an order that is to be cancelled was packed")
                continue
            }
        }
        try order.bringHome()
        #expect(try site.stage(of: "O-1") == "cancelled")
    }

    @Test("What a driver has is refused and comes back as a return, the first parcel of two as well")
    func gone() throws {
        let site = try TestSite()
        try site.receive(20, "BRICK", in: "C-5-04")
        try site.send("O-1", [("BRICK", 6)])
        try site.pickEverything()
        try site.pack("O-1")
        let codes = try site.parcels(of: "O-1").compactMap { $0["sscc"] }
        #expect(codes.count == 2)
        for (code, state) in zip(codes, ["partly in transit", "in_transit"]) {
            try site.done("parcel.handover", ["code": code, "driver": "D-7"])
            let head = try site.site.head
            guard
                case .wrongState("order O-1", let found, _) = try site.refusal(
                    "order.cancel", ["order_id": "O-1"])
            else {
                Issue.record("what a driver has was cancelled")
                return
            }
            #expect(found == state)
            #expect(try site.site.head == head)
            #expect(try site.breaches() == [])
        }
        #expect(try site.parcels(of: "O-1").allSatisfy { $0["state"] == "handed_over" })
    }

    @Test("Of an order that is short nothing more is waited for", arguments: ["wait", "ship"])
    func short(policy: String) throws {
        let site = try TestSite()
        try site.receive(3, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)], ["on_short": .string(policy)])
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: "quantity")
        for code in ["2", "missing"] { try picker.scan(code) }
        #expect(try site.read("order.get", ["order_id": "O-1"])["flags"] == ["short"])
        try picker.answer(until: "none")
        let answer = try site.done("order.cancel", ["order_id": "O-1"])
        #expect((answer["flags"], answer["put_back"]) == (["cancel_requested"], 2))
        try site.pickEverything(by: "P9")
        #expect(try site.available("PEN") == 2)
        #expect(try site.stage(of: "O-1") == "cancelled")
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
        try site.done("stock.adjust", ["bin": "B-3-02", "sku": "PEN", "delta": -2, "reason": "lost"])
        #expect(try site.read("order.get", ["order_id": "O-2"])["flags"] == ["short"])
        try site.done("order.cancel", ["order_id": "O-1"])
        #expect(try site.read("order.get", ["order_id": "O-2"])["flags"] == ["short"])
        try site.pickEverything()
        #expect(try site.read("order.get", ["order_id": "O-2"])["flags"] == [])
        #expect(try site.available("PEN") == 1)
        #expect(try site.breaches() == [])
    }

    @Test("The order sent again after it was cancelled is acknowledged as cancelled, and promises nothing")
    func sentAgain() throws {
        let site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
        let request = TestSite.order("O-1", [("PEN", 3)])
        try site.done("order.allocate", request)
        try site.done("order.cancel", ["order_id": "O-1"])
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
        try site.done("order.hold", ["order_id": "O-1", "reason": "address"])
        #expect(try site.refusal("order.hold", ["order_id": "O-1", "reason": "again"]) != nil)
        let answer = try site.done("order.release", ["order_id": "O-1"])
        #expect((answer["released"], answer["why"]) == (0, "held: address"))
        try site.done("order.resume", ["order_id": "O-1"])
        #expect(try site.refusal("order.resume", ["order_id": "O-1"]) != nil)
        #expect(try site.done("order.release", ["order_id": "O-1"])["released"] == 1)
    }
}
