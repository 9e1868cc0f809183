import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

@Suite("What is told of an order at its beginning and at its end")
struct ToldOfOrdersTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(5, "PEN", in: "A-1-01")
    }

    @Test("What the packer is to know is told when the order is accepted")
    func accepted() throws {
        let words: JSONObject = ["notes": "Ring twice", "gift": true, "documents": ["Invoice"]]
        try site.allocate("O-1", [("PEN", 1)], words)
        let told = try #require(try site.events("order.accepted").last?["data"])
        for (name, value) in words.members { #expect(told[name] == value, "\(name)") }
    }

    @Test("An order that is closed is explained from the archive")
    func closed() throws {
        try site.allocate("O-1", [("PEN", 1)])
        try site.done(OrderCancel("O-1"))
        try site.send("O-2", [("PEN", 1)])
        try site.pickEverything()
        try site.pack("O-2")
        try site.handOver("O-2")
        site.now = site.now.adding(days: site.settings.retention.inTransitDays + 1)
        try site.slice(.orders)
        let cancelled = try site.read(OrderExplain("O-1"))
        #expect(cancelled.stage == .cancelled && cancelled.why == ["It was cancelled."])
        let closed = try site.read(OrderExplain("O-2"))
        #expect(closed.stage == .closed)
        #expect(closed.why == ["It is closed: 1 parcel was handed over."])
        #expect(try site.refusal(OrderExplain("O-3")) == .unknownOrder("O-3"))
    }

    @Test("A label that does not come out is named, with its printer")
    func labels() throws {
        try site.send("O-1", [("PEN", 1)])
        try site.pickEverything()
        let packer = try site.packer()
        try packer.start("O-1")
        try packer.answer(until: .label)
        let printer = try #require(try site.labels().first).printer
        let queued = try site.read(OrderExplain("O-1"))
        #expect(queued.why.contains("The label of parcel 1 waits for printer \(printer) (job 1)."))
        #expect(queued.printers == [printer])
        try site.found(.spooled, job: 1)
        #expect(try site.read(OrderExplain("O-1")).printers == [])
    }

    @Test("What of an order did not leave, and that it was cancelled and why, is told as long as it is known")
    func cancelledInPart() throws {
        try site.receive(10, "BRICK", in: "C-5-04")
        try site.send("O-1", [("BRICK", 6)])
        try site.pickEverything()
        try site.pack("O-1")
        let sscc = try #require(try site.codes(of: "O-1").first)
        try site.done(ParcelHandover(sscc))
        let cancelled = try site.done(OrderCancel("O-1", reason: "bought twice"))
        let left = cancelled.putBack
        let toDo = try site.why("O-1")
        #expect(toDo.contains("A packer who scans the order empties its boxes: \(left) pieces."))
        #expect(!toDo.contains { $0.contains("wait for a packer") || $0.contains("label") })
        let packer = try site.packer()
        try packer.start("O-1")
        try packer.answer(until: .none)
        #expect(try site.why("O-1").contains("A picker brings back what lies in totes: \(left) pieces."))
        try site.pickEverything()
        let sentence = "\(left) × BRICK were cancelled: bought twice."
        #expect(try site.stage(of: "O-1") == .inTransit)
        #expect(try site.why("O-1").contains(sentence))
        site.now = site.now.adding(days: site.settings.retention.inTransitDays + 1)
        try site.slice(.orders)
        #expect(try site.why("O-1").contains(sentence))
    }

    @Test("A pickup that is over is told as such, and a cancellation with its reason")
    func pickupIsOver() throws {
        try site.allocate(
            "O-1", [("PEN", 1)],
            ["plan": ["warehouse": "WH-NY", "driver": "D-7", "estimated_pickup": "2026-05-06T14:00:00Z"]])
        #expect(try site.why("O-1").last == "Driver D-7 comes at 2026-05-06T14:00:00.000Z.")
        site.now = site.now.adding(days: 1)
        #expect(try site.why("O-1").last == "Driver D-7 was to come at 2026-05-06T14:00:00.000Z.")
        try site.release("O-1")
        try site.done(OrderCancel("O-1", reason: "bought twice"))
        #expect(try site.why("O-1") == ["It was cancelled: bought twice."])
    }
}
