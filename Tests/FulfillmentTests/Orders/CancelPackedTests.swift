import Domain
import JSON
import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment

/// What becomes of the boxes and labels of a cancelled order, and what its packer is told.
@Suite struct CancelPackedTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(10, "PEN", in: "A-1-01")
        try site.receive(10, "BRICK", in: "C-5-04")
    }

    private func cancel(_ order: String) throws {
        try site.done(OrderCancel(OrderID(order), reason: "bought twice"))
        #expect(try site.breaches() == [])
    }

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
        try packer.answer(until: .item)
        try cancel("O-1")
        #expect(try site.totes(.putBack) == ["T-1"])
        let step = packer.step
        #expect(try packer.refusal(of: "PEN") == .staleStep(current: step + 1, given: step))
        let prompt = try packer.promptAfterRefusal(of: "PEN")
        #expect(prompt.isAtRest && prompt.step == step + 1)
        #expect(prompt.show.notice == "Order O-1 is cancelled: its totes go back to the bins")
        #expect(
            try packer.refusal(of: "PEN", step: step + 1)
                == .wrongState(thing: "session \(packer.session)", state: "idle", wanted: "packing"))
        #expect(try packer.promptAfterRefusal(of: "PEN", step: step + 1) == prompt)
        try site.send("O-2", [("BRICK", 1)])
        try site.pickEverything(by: "P2")
        try packer.start("O-2")
        try packer.answer(until: .none)
        #expect(try site.stage(of: "O-2") == .packed)
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.breaches() == [])
    }

    @Test("A packer with pieces in the box is led to take them out again")
    func fullBox() throws {
        let packer = try packer(of: [("PEN", 3)])
        try packer.answer(until: .weight)
        try cancel("O-1")
        let step = packer.step
        #expect(try packer.refusal(of: "210") == .staleStep(current: step + 1, given: step))
        try packer.start("O-1")
        #expect(packer.expects == .tote && packer.show.kind == .unpack && packer.show.quantity == 3)
        #expect(packer.show.notice == "Order O-1 is cancelled")
        try packer.answer()
        #expect(packer.show.notice == nil)
        try packer.answer(until: .none)
        let put = try site.tasks(kind: .putBack)
        #expect(put.map(\.quantity) == [3])
        #expect(put.map(\.target) == ["A-1-01"])
        #expect(try site.totes(.putBack) == put.compactMap(\.tote))
        #expect(try site.tasks(kind: .unpack).map(\.badge) == ["K1"])
        #expect(try site.breaches() == [])
    }

    // MARK: Labels

    @Test(
        "The labels of packed parcels are void, what was told of them is taken back, and the dock refuses the old ones"
    )
    func labels() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: .none)
        let parcels = try site.parcels(of: "O-1")
        let codes = parcels.compactMap(\.sscc)
        #expect(codes.count == 2)
        try cancel("O-1")
        #expect(try site.parcels(of: "O-1").map(\.state) == [.open, .open])
        let jobs = try site.labels()
        #expect(jobs.map(\.state) == [.voided, .voided])
        #expect(jobs.map(\.outcome) == ["bought twice", "bought twice"])

        let voided = try site.events("parcel.voided").compactMap { $0["data"] }
        #expect(voided.compactMap { $0["sscc"]?.string } == codes)
        #expect(voided.map { $0["reason"] } == ["bought twice", "bought twice"])
        let labelled = try site.events("parcel.labelled")
        #expect(voided.map { $0["undoes"] } == labelled.map { $0["sequence"] })
        let unpacked = try site.events("order.unpacked").compactMap { $0["data"] }
        let packed = try site.events("order.packed")
        #expect(unpacked.map { $0["undoes"] } == packed.map { $0["sequence"] })
        #expect(unpacked.map { $0["reason"] } == ["bought twice"])

        let numbers = parcels.map(\.parcel.description)
        for code in codes + codes.map({ "]C100" + $0 }) + numbers {
            #expect(try site.refusal(ParcelHandover(code)) != nil, "\(code)")
        }
        #expect(try site.events("parcel.handed_over") == [])
        try packer.start("O-1")
        try packer.answer(until: .none)
        #expect(try site.parcels(of: "O-1").map(\.state) == [.voided, .voided])
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.available("BRICK") == 10)
        #expect(try site.breaches() == [])
    }

    @Test("What lies in the spool of an order's labels is taken back before it is cancelled")
    func labelsToWithdraw() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: .none)
        let command = try TestSite.command(OrderCancel("O-1"), id: "c-1")
        #expect(try site.site.labelsToWithdraw(for: command, at: site.now).map(\.row.number) == [1, 2])
        try cancel("O-1")
        #expect(try site.site.labelsToWithdraw(for: command, at: site.now) == [])
    }

    @Test("Those of parcels that are here are taken back also where a driver has others of the order")
    func labelsToWithdrawOfTheRest() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: .none)
        let gone = try #require(try site.codes(of: "O-1").first)
        try site.done(ParcelHandover(gone))
        let command = try TestSite.command(OrderCancel("O-1"), id: "c-1")
        #expect(try site.site.labelsToWithdraw(for: command, at: site.now).map(\.row.number) == [2])
        try cancel("O-1")
        #expect(try site.site.labelsToWithdraw(for: command, at: site.now) == [])
    }

    @Test(
        "Where a driver has one parcel, the labels of the others are withdrawn",
        arguments: ["labelled", "staged", "manifested"])
    func labelsOfTheRest(state: String) throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: .none)
        let parcels = try site.parcels(of: "O-1")
        #expect(parcels.count == 2)
        let first = try #require(parcels[0].sscc)
        try site.done(ParcelHandover(first))
        try site.site.store.db.run(SQL("UPDATE parcel SET state = '\(state)' WHERE id = 2"))
        let command = try TestSite.command(OrderCancel("O-1"), id: "c-1")
        #expect(try site.site.labelsToWithdraw(for: command, at: site.now).map(\.row.number) == [2])
        try cancel("O-1")
        #expect(try site.labels().map(\.state) == [.queued, .voided])
    }

    @Test("Of two parcels one may be labelled and the other begun: both are emptied, one after another")
    func twoParcels() throws {
        let packer = try packer(of: [("BRICK", 6)])
        try packer.answer(until: .label)
        try packer.answer()
        try packer.answer(until: .quantity)
        try packer.scan("1")
        try cancel("O-1")
        let unpack = try site.tasks(kind: .unpack)
        #expect(unpack.count == 2)
        #expect(try site.events("order.packed") == [])
        #expect(try site.events("order.unpacked") == [])
        #expect(try site.events("parcel.voided").count == 1)
        try packer.start("O-1")
        let first = packer.show.parcel
        try packer.scan(try packer.rightCode())
        try packer.scan("yes")
        #expect(packer.expects == .tote && packer.show.parcel != first)
        #expect(try site.breaches() == [])
        try packer.answer(until: .none)
        #expect(try site.totes(.putBack).count == 3)
        try site.pickEverything(by: "P9")
        #expect(try site.stage(of: "O-1") == .cancelled)
        #expect(try site.available("BRICK") == 10)
        #expect(try site.totes(.free).count == 40)
        #expect(try site.breaches() == [])
    }
}
