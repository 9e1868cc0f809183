import JSON
import Operations
import TestOperations
import Testing

@testable import Fulfillment
@testable import ShiftScript

@Suite struct ShiftSimulationTests {
    private static let steps = 300

    @Test(
        "No command, right or wrong, breaks a rule, and stock, orders and parcels are as a naive model has them",
        arguments: seeds)
    func everyStepIsSound(seed: UInt64) throws {
        let (shift, site) = try RandomShift.alone(seed: seed)
        for step in 1...Self.steps {
            let before = try site.read("status")
            var refusal: Refused?
            do { try shift.step() } catch let caught as Refused { refusal = caught }
            let after = try site.read("status")
            let breaches = try site.breaches()
            try #require(breaches == [], "seed \(seed), step \(step)")
            if refusal != nil { #expect(before == after, "seed \(seed), step \(step)") }
            let differences = try shift.model.differences(from: shift.house)
            try #require(differences == [], "seed \(seed), step \(step)")
        }
    }

    @Test("Every order ends, every piece is accounted for, and the floor is clear again", arguments: seeds)
    func everyOrderEnds(seed: UInt64) throws {
        let (shift, site) = try RandomShift.alone(seed: seed)
        for _ in 0..<Self.steps { do { try shift.step() } catch is Refused {} }
        try shift.drain()
        let breaches = try site.breaches()
        #expect(breaches == [], "seed \(seed)")
        let differences = try shift.model.differences(from: shift.house)
        #expect(differences == [], "seed \(seed)")
        for order in try site.read(OrderList(limit: 500)).orders {
            let isOver = order.stage == .inTransit || order.stage == .cancelled
            #expect(isOver || order.flags.contains(.short), "seed \(seed): \(order.text)")
        }
        let totes = try site.read(ToteList()).totes
        let left = totes.filter { $0.state != .free && $0.order == nil }
        #expect(left == [], "seed \(seed)")
        let tasks = try site.tasks(limit: 500).filter { $0.state != .done }
        #expect(tasks == [], "seed \(seed)")
    }

    /// A few seeds: whatever made a shift depend on more than its seed would do so in each of them.
    @Test("The same seed tells the same events, without a gap", arguments: seeds.prefix(6))
    func eventsRepeat(seed: UInt64) throws {
        let told = try (0..<2).map { _ in
            let (shift, site) = try RandomShift.alone(seed: seed)
            for _ in 0..<Self.steps { do { try shift.step() } catch is Refused {} }
            return try site.site.events(after: 0, types: nil, limit: 100_000).events
        }
        #expect(told[0] == told[1])
        #expect(told[0].map(\.sequence) == Array(1...told[0].count))
    }

    @Test("What the shifts are for comes up in them")
    func comesUp() throws {
        let wanted = [
            "order.short", "order.packed", "order.in_transit", "order.cancel_requested",
            "order.cancelled", "task.done count", "task.done put_back", "task.done unpack",
        ]
        var told: Set<String> = []
        var archived = 0
        for seed in 1...UInt64(20) where archived == 0 || !told.isSuperset(of: wanted) {
            let (shift, site) = try RandomShift.alone(seed: seed)
            for _ in 0..<Self.steps { do { try shift.step() } catch is Refused {} }
            try shift.drain()
            archived += shift.model.archived
            for event in try site.events() {
                let type = event["type"]?.string ?? ""
                told.insert(type)
                if type == "task.done" { told.insert("\(type) \(event["data"]?["kind"]?.string ?? "")") }
            }
        }
        #expect(wanted.filter { !told.contains($0) } == [])
        #expect(archived > 0)
    }
}
