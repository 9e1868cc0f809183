import JSON
import Testing

@testable import Fulfillment

/// What those are told who have a cancelled order in hand.
@Suite struct CancelAtWorkTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(10, "PEN", in: "A-1-01")
        try site.receive(10, "BRICK", in: "C-5-04")
    }

    private func cancel(_ order: String) throws {
        try site.done("order.cancel", ["order_id": .string(order), "reason": "bought twice"])
        #expect(try site.breaches() == [])
    }

    private func totes(_ state: String) throws -> [String] {
        (try site.read("tote.list", ["state": .string(state)])["totes"]?.array ?? []).compactMap {
            $0["tote"]?.string
        }
    }

    // MARK: On the walk

    /// Orders of so many pieces on one cart, and its picker at the first prompt.
    private func picker(of orders: [(String, [(String, Int)])]) throws -> Handheld {
        for (id, items) in orders { try site.allocate(id, items) }
        try site.releaseAll()
        let picker = try site.picker()
        try picker.nextTour()
        #expect(try site.tours().count == 1)
        return picker
    }

    @Test("The picker's next scan is over, and the prompt says what to do with what is in hand")
    func inHand() throws {
        let picker = try picker(of: [("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        try picker.answer(until: "quantity")
        #expect(picker.show["order_id"] == "O-1")
        try cancel("O-1")
        let step = picker.step
        #expect(try picker.refusal(of: "3") == .staleStep(current: step + 1, given: step))
        try picker.nextTour()
        #expect(picker.step == step + 1)
        #expect(picker.expects == "bin" && picker.show["bin"] == "C-5-04")
        #expect(picker.show["notice"] == "Order O-1 is cancelled: put back what you have in your hand")
        #expect(try picker.refusal(of: "A-1-01") != nil)
        try picker.nextTour()
        #expect(picker.show["notice"] != nil)
        try picker.answer()
        #expect(picker.expects == "item" && picker.show["notice"] == nil)
        try picker.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.stage(of: "O-2") == "picked")
        #expect(try totes("at_station").count == 1)
        #expect(try site.breaches() == [])
    }

    @Test("A picker who has another order's pieces in hand goes on with them, and is told")
    func othersInHand() throws {
        let picker = try picker(of: [("O-1", [("BRICK", 2)]), ("O-2", [("PEN", 3)])])
        try picker.answer(until: "quantity")
        #expect(picker.show["order_id"] == "O-2")
        try picker.scan("3")
        try cancel("O-1")
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == step)
        #expect(picker.expects == "tote" && picker.show["sku"] == "PEN" && picker.show["qty"] == 3)
        #expect(picker.show["notice"] == "Order O-1 is cancelled")
        try picker.answer()
        #expect(picker.expects == "station")
        try picker.answer()
        #expect(try site.stage(of: "O-2") == "picked")
        #expect(try totes("free").count == 39)
        #expect(try site.breaches() == [])
    }

    @Test("A scan of what is asked still is taken, whether the picker has seen the notice or not")
    func takesTheScan() throws {
        let picker = try picker(of: [("O-1", [("BRICK", 2)]), ("O-2", [("PEN", 3)])])
        try picker.answer(until: "bin")
        try cancel("O-1")
        let step = picker.step
        try picker.answer()
        #expect(picker.expects == "item" && picker.step == step + 1)
        #expect(picker.show["notice"] == "Order O-1 is cancelled")
        try picker.answer()
        #expect(picker.show["notice"] == nil)
        #expect(try site.breaches() == [])
    }

    @Test("Pieces that lie in their tote ride along, and the tote is set down to be carried back")
    func inTheTote() throws {
        let picker = try picker(of: [("O-1", [("PEN", 3), ("BRICK", 1)]), ("O-2", [("BRICK", 2)])])
        try picker.answer(until: "bin")
        try picker.answer(until: "tote")
        let tote = picker.show["tote"]?.string ?? ""
        try picker.answer()
        try cancel("O-1")
        #expect(try totes("bound").contains(tote))
        try picker.nextTour()
        try picker.answer(until: "none")
        #expect(try totes("put_back") == [tote])
        let finished = try #require(try site.events("tour.finished").last?["data"])
        #expect(finished["totes"] == 2)
        #expect(try site.events("order.picked").map { $0["subject"] } == ["O-2"])
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.stage(of: "O-2") == "picked")
        #expect(try site.breaches() == [])
    }

    @Test(
        "While totes are bound, those of the other orders are still asked for",
        arguments: ["asked for", "bound", "to come"])
    func binding(which: String) throws {
        let picker = try picker(of: [("O-1", [("PEN", 1)]), ("O-2", [("PEN", 1)]), ("O-3", [("PEN", 1)])])
        let bound = try #require(picker.show["order_id"]?.string)
        try picker.scan("T-1")
        let asked = try #require(picker.show["order_id"]?.string)
        let toCome = try #require(["O-1", "O-2", "O-3"].first { $0 != bound && $0 != asked })
        let cancelled = which == "bound" ? bound : which == "asked for" ? asked : toCome
        try cancel(cancelled)
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == (which == "asked for" ? step + 1 : step))
        let next = which == "asked for" ? toCome : asked
        #expect(picker.expects == "tote" && picker.show["sku"] == nil)
        #expect(picker.show["order_id"] == .string(next))
        #expect(picker.show["notice"] == .string("Order \(cancelled) is cancelled"))
        try picker.answer(until: "bin")
        #expect(try totes("bound").count == 2)
        try picker.answer(until: "none")
        for order in ["O-1", "O-2", "O-3"] {
            #expect(try site.stage(of: order) == (order == cancelled ? "cancelled" : "picked"))
        }
        #expect(try site.breaches() == [])
    }

    @Test("A tour that nobody has begun goes without the order, or is gone with it")
    func notBegun() throws {
        for id in ["O-1", "O-2"] { try site.allocate(id, [("PEN", 2)]) }
        try site.releaseAll()
        try cancel("O-1")
        let picker = try site.picker()
        try picker.nextTour()
        #expect(picker.expects == "tote" && picker.show["order_id"] == "O-2")
        try picker.answer(until: "none")
        #expect(try site.stage(of: "O-2") == "picked")
        try site.send("O-3", [("PEN", 2)])
        try cancel("O-3")
        try picker.nextTour()
        #expect(picker.expects == "none")
        #expect(try site.tours().allSatisfy { ["finished", "cancelled"].contains($0["state"]?.string) })
    }

    @Test("*UNDO leaves in the tote what is to be carried back")
    func undo() throws {
        let picker = try picker(of: [("O-1", [("PEN", 3)]), ("O-2", [("BRICK", 2)])])
        try picker.answer(until: "bin")
        try picker.answer(until: "tote")
        try picker.answer()
        try cancel("O-1")
        #expect(
            try picker.refusal(of: "*UNDO")
                == .notHere(place: "bin", hint: "there is nothing here that *UNDO could take back"))
        #expect(try site.breaches() == [])
        try picker.answer(until: "none")
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.available("PEN") == 10)
    }

    // MARK: At the bench

    private func packer(of items: [(String, Int)]) throws -> Handheld {
        try site.send("O-1", items)
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("O-1")
        return packer
    }

    @Test("A packer before an empty box is free, and the order's totes are not hers any more")
    func emptyBox() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer(until: "item")
        try cancel("O-1")
        #expect(try totes("put_back") == ["T-1"])
        let step = packer.step
        #expect(try packer.refusal(of: "PEN") == .staleStep(current: step + 1, given: step))
        let prompt = try packer.promptAfterRefusal(of: "PEN")
        #expect(prompt["expect"] == "none" && prompt["step"] == .int(step + 1))
        #expect(prompt["show"]?["notice"] == "Order O-1 is cancelled: its totes go back to the bins")
        #expect(
            try packer.refusal(of: "PEN", step: step + 1)
                == .wrongState(thing: "session \(packer.session)", state: "idle", wanted: "packing"))
        #expect(try packer.promptAfterRefusal(of: "PEN", step: step + 1) == prompt)
        try site.send("O-2", [("BRICK", 1)])
        try site.pickEverything(by: "P2")
        try packer.start("O-2")
        try packer.answer(until: "none")
        #expect(try site.stage(of: "O-2") == "packed")
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.breaches() == [])
    }

    @Test("A packer with pieces in the box is led to take them out again")
    func fullBox() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer(until: "weight")
        try cancel("O-1")
        let step = packer.step
        #expect(try packer.refusal(of: "210") == .staleStep(current: step + 1, given: step))
        try packer.start("O-1")
        #expect(packer.expects == "tote" && packer.show["kind"] == "unpack" && packer.show["qty"] == 3)
        #expect(packer.show["notice"] == "Order O-1 is cancelled")
        try packer.answer()
        #expect(packer.show["notice"] == nil)
        try packer.answer(until: "none")
        let put = try site.tasks(["kind": "put_back"])
        #expect(put.map { $0["qty"] } == [3])
        #expect(put.map { $0["to"] } == ["A-1-01"])
        let tote = put[0]["tote"]?.string ?? ""
        #expect(try totes("put_back") == [tote])
        #expect(try site.tasks(["kind": "unpack"]).map { $0["badge"] } == ["K1"])
        #expect(try site.breaches() == [])
    }

    // MARK: Labels

    @Test(
        "The labels of packed parcels are void, what was told of them is taken back, and the dock refuses the old ones"
    )
    func labels() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: "none")
        let parcels = try site.parcels(of: "O-1")
        let codes = parcels.compactMap { $0["sscc"]?.string }
        #expect(codes.count == 2)
        try cancel("O-1")
        #expect(try site.parcels(of: "O-1").map { $0["state"] } == ["open", "open"])
        let jobs = try site.read("label.list")["labels"]?.array ?? []
        #expect(jobs.map { $0["state"] } == ["voided", "voided"])
        #expect(jobs.map { $0["outcome"] } == ["bought twice", "bought twice"])

        let voided = try site.events("parcel.voided").compactMap { $0["data"] }
        #expect(voided.compactMap { $0["sscc"]?.string } == codes)
        #expect(voided.map { $0["reason"] } == ["bought twice", "bought twice"])
        let labelled = try site.events("parcel.labelled")
        #expect(voided.map { $0["undoes"] } == labelled.map { $0["sequence"] })
        let unpacked = try site.events("order.unpacked").compactMap { $0["data"] }
        let packed = try site.events("order.packed")
        #expect(unpacked.map { $0["undoes"] } == packed.map { $0["sequence"] })
        #expect(unpacked.map { $0["reason"] } == ["bought twice"])

        let numbers = parcels.compactMap { $0["parcel"]?.int.map { String($0) } }
        for code in codes + codes.map({ "]C100" + $0 }) + numbers {
            #expect(
                try site.refusal("parcel.handover", ["code": .string(code), "driver": "D-7"]) != nil,
                "\(code)")
        }
        #expect(try site.events("parcel.handed_over") == [])
        try packer.start("O-1")
        try packer.answer(until: "none")
        #expect(try site.parcels(of: "O-1").map { $0["state"] } == ["voided", "voided"])
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.available("BRICK") == 10)
        #expect(try site.breaches() == [])
    }

    @Test("What lies in the spool of an order's labels is taken back before it is cancelled")
    func labelsToTakeBack() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: "none")
        let command = try TestSite.command("order.cancel", ["order_id": "O-1"], id: "c-1").get()
        #expect(try site.site.labelsToTakeBack(for: command, at: site.now).map(\.row.number) == [1, 2])
        try cancel("O-1")
        #expect(try site.site.labelsToTakeBack(for: command, at: site.now) == [])
    }

    @Test("Of two parcels one may be labelled and the other begun: both are emptied, one after another")
    func twoParcels() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: "label")
        try packer.answer()
        try packer.answer(until: "quantity")
        try packer.scan("1")
        try cancel("O-1")
        let unpack = try site.tasks(["kind": "unpack"])
        #expect(unpack.count == 2)
        #expect(try site.events("order.packed") == [])
        #expect(try site.events("order.unpacked") == [])
        #expect(try site.events("parcel.voided").count == 1)
        try packer.start("O-1")
        let first = packer.show["parcel"]
        try packer.scan(try packer.rightCode())
        try packer.scan("yes")
        #expect(packer.expects == "tote" && packer.show["parcel"] != first)
        #expect(try site.breaches() == [])
        try packer.answer(until: "none")
        #expect(try totes("put_back").count == 3)
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == "cancelled")
        #expect(try site.available("BRICK") == 10)
        #expect(try totes("free").count == 40)
        #expect(try site.breaches() == [])
    }
}
