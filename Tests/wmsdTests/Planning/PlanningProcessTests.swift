import Foundation
import JSON
import LineProtocol
import Testing

@testable import wmsd

/// The real daemon plans and releases beside what it is asked.
@Suite struct PlanningProcessTests {
    /// Longer than any of this takes on a busy machine.
    private static let waitS = 60

    private func bring(_ orders: Int, to daemon: DaemonUnderTest) throws -> LineClient {
        try Floor.prepare(daemon)
        let client = try daemon.client()
        _ = try client.call(
            "stock.receive", ["bin": "B-3-12", "sku": "TEA-250G", "qty": 1_000, "command_id": "stock"])
        for number in 1...orders {
            let order: JSONValue = [
                "order_id": .string("O-\(number)"), "items": [["sku": "TEA-250G", "qty": 2]],
                "ship_to": ["name": "Ada Byron", "city": "Albany", "country": "US"], "delivery_sla": "ANY",
                "plan": ["warehouse": "WH-NY", "driver": "D-7"],
            ]
            _ = try client.call(
                "order.allocate", ["order": order, "command_id": .string("order-\(number)")])
        }
        return client
    }

    /// Waits until nothing is released or planned any more.
    private func waitUntilPlanned(_ client: LineClient) throws -> JSONValue {
        for _ in 0..<Self.waitS * 20 {
            let status = try client.call("status")
            if status["releasing"] == 0 && status["planning"] == false { return status }
            usleep(50_000)
        }
        throw StillPlanning()
    }

    private struct StillPlanning: Error {}

    @Test func fullCartsBecomeToursAndTheRestWaitsForWhoeverAsks() throws {
        let daemon = try DaemonUnderTest()
        let client = try bring(30, to: daemon)
        let answer = try client.call("order.release", ["all": true, "command_id": "release"])
        #expect(answer["left"]?.int ?? 0 > 0)
        let status = try waitUntilPlanned(client)
        #expect(status["orders"]?["released"] == 30)
        #expect(status["tours"]?["planned"] == 2)
        var orders = 0
        for number in 1...3 {
            let session = try client.call(
                "session.start",
                [
                    "badge": .string("P\(number)"), "device": .string("h\(number)"), "cart": "C",
                    "command_id": .string("session-\(number)"),
                ])["session"]
            let prompt = try client.call(
                "tour.next", ["session": session ?? .null, "command_id": .string("next-\(number)")])
            orders += prompt["show"]?["of"]?.int ?? 0
        }
        #expect(orders == 30)
        #expect(try client.call("audit")["sound"] == true)
    }

    @Test func aReleaseThatWasInterruptedGoesOn() throws {
        let daemon = try DaemonUnderTest()
        let client = try bring(60, to: daemon)
        let answer = try client.call("order.release", ["all": true, "command_id": "release"])
        daemon.kill()
        try daemon.start()
        let again = try daemon.client()
        #expect(try again.call("order.release", ["all": true, "command_id": "release"]) == answer)
        let status = try waitUntilPlanned(again)
        #expect(status["orders"]?["released"] == 60)
        #expect(try again.call("audit")["sound"] == true)
    }
}
