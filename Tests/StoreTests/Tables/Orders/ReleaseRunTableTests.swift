import Domain
import Testing

@testable import Store

struct ReleaseRunTableTests {
    private let store: Store

    init() throws { store = try openStore() }

    private func run(
        _ filter: ReleaseRun.Filter = ReleaseRun.Filter(), at place: ReleaseRun.Place? = nil, left: Int = 9
    ) -> ReleaseRun {
        ReleaseRun(
            filter: filter, begunAt: second(1), place: place ?? .accepted(in: "A", after: nil), left: left)
    }

    @Test func keepsHowFarOneHasCome() throws {
        let urgency = Urgency(priority: 80, pickupAt: nil, acceptedAt: second(3), row: OrderRow(17))
        let later = Urgency(priority: 80, pickupAt: second(7), acceptedAt: second(3), row: OrderRow(18))
        let places: [ReleaseRun.Place] = [
            .accepted(in: "A", after: nil), .accepted(in: "A", after: urgency), .accepted(in: "B", after: later),
            .short(in: "A", after: nil), .short(in: "B", after: OrderRow(4)),
        ]
        var kept = try store.releaseRuns.save(run())
        for (number, place) in places.enumerated() {
            kept.place = place
            kept.released = number
            kept.waiting = 2 * number
            kept.left = 9 - number
            #expect(try store.releaseRuns.save(kept) == kept)
            #expect(try store.releaseRuns.oldest() == kept)
        }
    }

    /// It would begin again, and count what it has processed twice.
    @Test(arguments: ["priority", "accepted_at", "order_row"])
    func onePlaceIsNotReadInPart(column: String) throws {
        let reached = Urgency(priority: 80, pickupAt: second(7), acceptedAt: second(3), row: OrderRow(17))
        try store.releaseRuns.save(run(at: .accepted(in: "A", after: reached)))
        try store.db.execute(script: "UPDATE release_run SET \(column) = NULL")
        #expect(throws: Refusal.self) { try store.releaseRuns.oldest() }
    }

    @Test func isKnownByItsFilter() throws {
        let filters: [ReleaseRun.Filter] = [
            .init(), .init(warehouse: "A"), .init(client: ""), .init(client: "ACME"),
            .init(warehouse: "A", client: "ACME"),
        ]
        let kept = try filters.map { try store.releaseRuns.save(run($0)) }
        for (filter, run) in zip(filters, kept) {
            #expect(try store.releaseRuns.underWay(filter) == run)
        }
        #expect(try store.releaseRuns.underWay(.init(warehouse: "B")) == nil)
        #expect(try store.releaseRuns.oldest() == kept[0])
        #expect(try store.releaseRuns.left() == 9 * kept.count)
    }

    @Test func isGoneAtItsEnd() throws {
        var kept = try store.releaseRuns.save(run())
        kept.place = nil
        try store.releaseRuns.save(kept)
        #expect(try store.releaseRuns.oldest() == nil)
        #expect(try store.releaseRuns.left() == 0)
        #expect(throws: Refusal.self) { try store.releaseRuns.save(kept) }
        // One that ends before it is written down leaves nothing.
        var short = run()
        short.place = nil
        try store.releaseRuns.save(short)
        #expect(try store.releaseRuns.oldest() == nil)
    }
}
