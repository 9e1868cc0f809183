import Domain
import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment

/// Somebody goes on with another device.
@Suite struct TakeOverSessionTests {
    private let site: TestSite

    init() throws {
        site = try TestSite()
        try site.receive(20, "PEN", in: "A-1-01")
        try site.send("O-1", [("PEN", 3)])
    }

    private func start(_ badge: BadgeID, _ device: DeviceID, cart: CartCode) throws -> Int {
        try site.done(SessionStart(badge, on: device, cart: cart, in: "WH-NY")).session.number
    }

    private func start(_ badge: BadgeID, _ device: DeviceID, station: StationCode) throws -> Int {
        try site.done(SessionStart(badge, on: device, station: station, in: "WH-NY")).session.number
    }

    @Test("The session goes on where it stood; what the other device has yet to send is no answer any more")
    func picking() throws {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .item)
        let (prompt, step) = (picker.prompt, picker.step)
        #expect(try start("P1", "h99", cart: "CART-P1") == picker.session)
        #expect(
            try picker.refusal(of: "PEN", step: step) == .staleStep(current: step + 1, given: step))
        try picker.nextTour()
        #expect(picker.show == prompt.show && picker.expects == .item && picker.step == step + 1)
        #expect(try site.read(SessionList()).sessions.map(\.device) == ["h99"])
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
        #expect(try site.events("order.picked").last?["data"]?["device"] == "h99")
        #expect(try site.breaches() == [])
    }

    @Test("The same device changes nothing, and comes back to its own")
    func sameDevice() throws {
        let picker = try site.picker()
        try picker.nextTour()
        #expect(try start("P1", "HH-P1", cart: "CART-P1") == picker.session)
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == step)
        #expect(try start("P1", "h99", cart: "CART-P1") == picker.session)
        #expect(try start("P1", "HH-P1", cart: "CART-P1") == picker.session)
        try picker.nextTour()
        try picker.answer(until: .none)
        #expect(try site.stage(of: "O-1") == .picked)
    }

    @Test("Every refused scan has the prompt that stands: of a session that has ended, and of one at other work")
    func refusedWithThePrompt() throws {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: .none)
        let packer = try site.packer()
        try packer.start("O-1")
        let other = try site.decide(
            "tour.scan", ["session": .int(packer.session), "step": .int(packer.step), "code": "PEN"])
        guard case .refusal(.atPrompt(.wrongState, let stands)) = other else {
            Issue.record("a bench took a scan of a walk, or was not told its prompt")
            return
        }
        #expect(try TourScan.result(in: stands) == packer.prompt)
        try site.done(SessionEnd(picker.session))
        let ended = try picker.promptAfterRefusal(of: "PEN")
        #expect(ended.expect == .none && ended.say == "Nothing to do here")
        #expect(ended.step == picker.step)
    }

    @Test("Another badge, another cart and a station have sessions of their own")
    func others() throws {
        let first = try start("P1", "h01", cart: "CART-1")
        let others = [
            try start("P2", "h02", cart: "CART-1"), try start("P1", "h02", cart: "CART-2"),
            try start("P1", "h02", station: "PACK-1"),
        ]
        #expect(Set(others + [first]).count == 4)
        #expect(try start("P1", "h03", station: "PACK-1") == others[2])
        try site.done(SessionEnd(first))
        #expect(try start("P1", "h03", cart: "CART-1") != first)
    }
}
