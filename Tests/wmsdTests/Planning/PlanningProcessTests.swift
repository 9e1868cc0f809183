import Domain
import Foundation
import JSON
import LineProtocol
import Operations
import TestOperations
import Testing

@testable import wmsd

/// The real daemon plans and releases beside what it is asked.
@Suite struct PlanningProcessTests {
    /// Longer than any of this takes on a busy machine.
    private static let waitS = 60
    private static let releaseAll = OrderRelease(allOf: nil)

    private func bring(_ orders: Int, to daemon: DaemonUnderTest) throws -> LineClient {
        try Floor.prepare(daemon)
        let client = try daemon.client()
        _ = try client.call(StockReceive(1_000, "TEA-250G", in: "B-3-12"), commandID: "stock")
        for number in 1...orders {
            let order: JSONValue = [
                "order_id": .string("O-\(number)"), "items": [["sku": "TEA-250G", "qty": 2]],
                "ship_to": ["name": "Ada Byron", "city": "Albany", "country": "US"], "delivery_sla": "ANY",
                "plan": ["warehouse": "WH-NY", "driver": "D-7"],
            ]
            _ = try client.call(OrderAllocate(written: ["order": order]), commandID: "order-\(number)")
        }
        return client
    }

    /// Waits until nothing is released or planned any more.
    private func waitUntilPlanned(_ client: LineClient) throws -> Status.Result {
        for _ in 0..<Self.waitS * 20 {
            let status = try client.call(Status())
            if status.releasing == 0 && !status.isPlanning { return status }
            usleep(50_000)
        }
        throw StillPlanning()
    }

    private struct StillPlanning: Error {}

    @Test func fullCartsBecomeToursAndTheRestWaitsForWhoeverAsks() throws {
        let daemon = try DaemonUnderTest()
        let client = try bring(30, to: daemon)
        let answer = try client.call(Self.releaseAll, commandID: "release")
        #expect(answer.left > 0)
        let status = try waitUntilPlanned(client)
        #expect(status.orders[.released] == 30)
        #expect(status.tours[.planned] == 2)
        var orders = 0
        for number in 1...3 {
            let start = SessionStart(BadgeID("P\(number)"), on: DeviceID("h\(number)"), cart: "C")
            let session = try client.call(start, commandID: "session-\(number)").session.number
            orders += try client.call(TourNext(session), commandID: "next-\(number)").show.of ?? 0
        }
        #expect(orders == 30)
        #expect(try client.call(Audit()).isSound)
    }

    @Test func aReleaseThatWasInterruptedGoesOn() throws {
        let daemon = try DaemonUnderTest()
        let client = try bring(60, to: daemon)
        let answer = try client.call(Self.releaseAll, commandID: "release")
        daemon.kill()
        try daemon.start()
        let again = try daemon.client()
        #expect(try again.call(Self.releaseAll, commandID: "release") == answer)
        #expect(try waitUntilPlanned(again).orders[.released] == 60)
        #expect(try again.call(Audit()).isSound)
    }
}
