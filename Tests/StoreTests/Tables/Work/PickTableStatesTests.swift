import Domain
import Testing

@testable import Store

struct PickTableStatesTests {
    let store: Store
    let order: Order
    let tour: Tour

    init() throws {
        store = try openStore()
        order = try store.order("O-1")
        tour = try store.tours.insert(.sample(), at: second(0))
    }

    /// A pick of the tour that its picker has claimed.
    private func claimed() throws -> Pick {
        try store.picks.claim(
            try store.picks.put([try store.pick(of: order)], on: tour.row)[0], by: SessionRow(1))
    }

    private func counts() throws -> [Int] {
        let tour = try store.tours.tour(tour.row)
        return [tour.done, tour.total]
    }

    @Test func completesAndReopens() throws {
        let pick = try claimed()
        #expect(try counts() == [0, 1])
        let done = try store.picks.complete(pick, into: "T-1", by: "anna", at: second(9))
        #expect(try store.picks.pick(pick.row) == done)
        #expect(
            (done.state, done.stock, done.tote, done.pickedBy, done.pickedAt) == (
                .picked, nil, "T-1", "anna", second(9)
            ))
        #expect(pick.session == SessionRow(1) && done.session == nil)
        #expect(try counts() == [1, 1])
        #expect(try store.picks.lastPicked(on: tour.row) == done)

        let again = try store.picks.reopen(done, in: StockRow(8), by: SessionRow(2))
        #expect(try store.picks.pick(pick.row) == again)
        #expect((again.state, again.stock, again.tote, again.pickedAt) == (.claimed, StockRow(8), nil, nil))
        #expect(try counts() == [0, 1])
        #expect(throws: Refusal.self) { try store.picks.reopen(done, in: StockRow(8)) }
    }

    @Test func whatIsShortIsFoundByItsBin() throws {
        let short = try store.picks.markShort(try claimed(), reason: "missing")
        _ = try store.pick(of: order)
        #expect(try store.picks.picks(shortIn: short.bin, of: "A") == [short])
        #expect(try store.picks.picks(shortIn: "C-1-01", of: "A").isEmpty)
        #expect(try store.picks.picks(shortIn: short.bin, of: "B").isEmpty)
        try store.picks.cancel(short)
        #expect(try store.picks.picks(shortIn: short.bin, of: "A").isEmpty)
    }

    @Test func comesFromAnotherRecord() throws {
        let moved = try store.picks.reserve(try claimed(), from: .sample(9, lot: "L2", bin: "C-1-01"))
        #expect(try store.picks.pick(moved.row) == moved)
        #expect(
            (moved.state, moved.stock, moved.bin, moved.lot, moved.position) == (
                .claimed, StockRow(9), "C-1-01", "L2", nil
            ))
        #expect(try counts() == [0, 1])
        let short = try store.picks.markShort(moved, reason: "missing")
        let found = try store.picks.reserve(short, from: .sample(3))
        #expect(try store.picks.pick(found.row) == found)
        #expect((found.state, found.reason, found.tour) == (.open, nil, nil))
        let picked = try store.picks.complete(
            try store.picks.claim(found, by: SessionRow(1)), into: "T-1", by: "anna", at: second(1))
        #expect(throws: Refusal.self) { try store.picks.reserve(picked, from: .sample(3)) }
    }

    @Test func whatIsShortOrNotWantedLeavesTheTour() throws {
        let short = try store.picks.markShort(try claimed(), reason: "missing")
        #expect(try store.picks.pick(short.row) == short)
        #expect(
            (short.state, short.tour, short.stock, short.session, short.reason) == (
                .short, nil, nil, nil, "missing"
            ))
        #expect(try counts() == [0, 0])
        let cancelled = try store.picks.cancel(try claimed())
        #expect(try store.picks.pick(cancelled.row) == cancelled)
        #expect(cancelled.tour == nil)
        #expect(try counts() == [0, 0])
    }

    @Test func whatWasPickedStaysOnTheTour() throws {
        let first = try store.picks.complete(try claimed(), into: "T-1", by: "anna", at: second(1))
        let other = try store.picks.complete(try claimed(), into: "T-1", by: "anna", at: second(2))
        let brought = try store.picks.cancel(first)
        #expect(try store.picks.pick(brought.row) == brought)
        #expect((brought.tour, other.tour, brought.state) == (tour.row, tour.row, .cancelled))
        #expect(try counts() == [2, 2])
    }

    /// Every state and every step: the edges go through, and nothing else does.
    @Test(arguments: PickState.allCases)
    func keepsToTheEdges(from state: PickState) throws {
        let store = store
        let steps: [(PickState, (Pick) throws -> Pick)] = [
            (.claimed, { try store.picks.claim($0, by: SessionRow(1)) }),
            (.picked, { try store.picks.complete($0, into: "T-1", by: "anna", at: second(0)) }),
            (.open, { try store.picks.reopen($0, in: StockRow(1)) }),
            (.short, { try store.picks.markShort($0, reason: "missing") }),
            (.cancelled, { try store.picks.cancel($0) }),
        ]
        for (next, step) in steps {
            let row = try store.pick(of: order).row
            try store.db.execute(script: "UPDATE pick SET state = '\(state.rawValue)' WHERE id = \(row)")
            let pick = try store.picks.pick(row)
            // What is packed becomes picked by leaving its box, not by being picked again.
            if state.mayBecome(next) && (state, next) != (.packed, .picked) {
                #expect(try step(pick).state == next)
                #expect(try store.picks.pick(row).state == next)
            } else {
                #expect(throws: Refusal.self) { try step(pick) }
                #expect(try store.picks.pick(row) == pick)
            }
        }
    }

    @Test func nothingIsDoneTwice() throws {
        let pick = try claimed()
        try store.picks.complete(pick, into: "T-1", by: "anna", at: second(0))
        #expect(throws: Refusal.missingRow("pick", "\(pick.row), claimed")) {
            try store.picks.complete(pick, into: "T-2", by: "anna", at: second(0))
        }
        #expect(try counts() == [1, 1])
    }
}
