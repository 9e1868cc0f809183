import JSON
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

    private func start(_ badge: String, _ device: String, _ place: JSONObject) throws -> Int? {
        var params: JSONObject = ["warehouse": "WH-NY", "badge": .string(badge), "device": .string(device)]
        for (key, value) in place.members { params[key] = value }
        return try site.done("session.start", params)["session"]?.int
    }

    @Test("The session goes on where it stood; what the other device has yet to send is no answer any more")
    func picking() throws {
        let picker = try site.picker()
        try picker.nextTour()
        try picker.answer(until: "item")
        let (prompt, step) = (picker.prompt, picker.step)
        #expect(try start("P1", "h99", ["cart": "CART-P1"]) == picker.session)
        #expect(
            try picker.refusal(of: "PEN", step: step) == .staleStep(current: step + 1, given: step))
        try picker.nextTour()
        #expect(picker.show == prompt["show"] && picker.expects == "item" && picker.step == step + 1)
        let listed = try site.read("session.list")["sessions"]?.array ?? []
        #expect(listed.map { $0["device"] } == ["h99"])
        try picker.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "picked")
        #expect(try site.events("order.picked").last?["data"]?["device"] == "h99")
        #expect(try site.breaches() == [])
    }

    @Test("The same device changes nothing, and comes back to its own")
    func sameDevice() throws {
        let picker = try site.picker()
        try picker.nextTour()
        #expect(try start("P1", "HH-P1", ["cart": "CART-P1"]) == picker.session)
        let step = picker.step
        try picker.nextTour()
        #expect(picker.step == step)
        #expect(try start("P1", "h99", ["cart": "CART-P1"]) == picker.session)
        #expect(try start("P1", "HH-P1", ["cart": "CART-P1"]) == picker.session)
        try picker.nextTour()
        try picker.answer(until: "none")
        #expect(try site.stage(of: "O-1") == "picked")
    }

    @Test("Another badge, another cart and a station have sessions of their own")
    func others() throws {
        let first = try start("P1", "h01", ["cart": "CART-1"])
        let others = [
            try start("P2", "h02", ["cart": "CART-1"]), try start("P1", "h02", ["cart": "CART-2"]),
            try start("P1", "h02", ["station": "PACK-1"]),
        ]
        #expect(Set(others + [first]).count == 4)
        #expect(try start("P1", "h03", ["station": "PACK-1"]) == others[2])
        try site.done("session.end", ["session": .int(try #require(first))])
        #expect(try start("P1", "h03", ["cart": "CART-1"]) != first)
    }
}
