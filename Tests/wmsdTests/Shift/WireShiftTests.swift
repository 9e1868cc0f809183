import Domain
import Fulfillment
import JSON
import Testing

@testable import ShiftScript

@Suite struct WireShiftTests {
    private static let steps = 250

    @Test(
        "Lines of many connections, cut, said again and decided together, leave what a naive model has",
        arguments: shiftSeeds)
    func everyCommitIsSound(seed: UInt64) throws {
        let play = try WireShift(seed: seed)
        for step in 1...Self.steps {
            let differences = try play.step()
            try #require(differences == [], "seed \(seed), step \(step)")
        }
        let settled = try play.settle()
        try #require(settled == [], "seed \(seed)")
        try play.shift.drain()
        let drained = try play.compare()
        #expect(drained == [], "seed \(seed)")
        let audit = try play.house.read("audit")
        #expect(audit["sound"] == true, "seed \(seed): \(audit)")
    }

    @Test("The same seed tells the same events")
    func eventsRepeat() throws {
        let told = try (0..<2).map { _ in
            let play = try WireShift(seed: 1)
            for _ in 0..<Self.steps / 2 { _ = try play.step() }
            return try play.house.decider.site.events(after: 0, types: nil, limit: 100_000).events
        }
        #expect(told[0] == told[1])
    }

    @Test("What the shifts over the wire are for comes up in them")
    func comesUp() throws {
        var left: Set<String> = ["shared commit", "cut line", "lost answer", "later answer", "adopted cart"]
        left.formUnion(["order.picked", "order.packed", "parcel.handed_over", "order.cancel_requested"])
        for seed in 1...UInt64(20) where !left.isEmpty {
            let play = try WireShift(seed: seed)
            for _ in 0..<Self.steps { _ = try play.step() }
            let counts = play.house.counts
            let times = [
                "shared commit": counts.sharedCommits, "cut line": counts.cutLines,
                "lost answer": counts.lostAnswers, "later answer": counts.laterAnswers,
                "adopted cart": counts.adoptedCarts,
            ]
            left.subtract(times.filter { $0.value > 0 }.keys)
            let events = try play.house.decider.site.events(after: 0, types: nil, limit: 100_000).events
            left.subtract(events.map(\.type))
        }
        #expect(left == [])
    }
}
