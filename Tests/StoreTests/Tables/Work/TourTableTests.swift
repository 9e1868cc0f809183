import Domain
import JSON
import Testing

@testable import Store

struct TourTableTests {
    @Test func walksThroughItsStates() throws {
        let store = try openStore()
        var tour = try store.tours.insert(.sample(), at: second(0))
        #expect(try store.tours.tour(tour.row) == tour)
        tour = try store.tours.start(tour, by: SessionRow(1), at: second(1))
        tour = try store.tours.arrive(tour, at: "B-1-01", walkedMM: 1500)
        tour = try store.tours.arrive(tour, at: "B-2-01", walkedMM: 500)
        tour = try store.tours.pause(tour)
        #expect(tour.session == nil)
        tour = try store.tours.start(tour, by: SessionRow(2), at: second(2))
        tour = try store.tours.setLengths(
            TourLengths(plannedMM: 9, lowerBoundMM: 8, byLocationCodeMM: 10), of: tour)
        tour = try store.tours.finish(tour, at: second(3))
        #expect(try store.tours.tour(tour.row) == tour)
        #expect((tour.startedAt, tour.finishedAt, tour.walkedMM) == (second(1), second(3), 2000))
        #expect((tour.standsAt, tour.session) == ("B-2-01", SessionRow(2)))
        #expect(throws: Refusal.self) { try store.tours.cancel(tour, at: second(4)) }
    }

    @Test func refusesATourThatHasMovedOn() throws {
        let store = try openStore()
        let tour = try store.tours.insert(.sample(), at: second(0))
        _ = try store.tours.start(tour, by: SessionRow(1), at: second(1))
        #expect(throws: Refusal.missingRow("tour", "\(tour.row), planned")) {
            try store.tours.start(tour, by: SessionRow(2), at: second(1))
        }
        #expect(throws: Refusal.missingRow("tour", 9)) { try store.tours.tour(TourRow(9)) }
    }

    @Test func choosesTheNextOne() throws {
        let store = try openStore()
        let kinds: [WorkKind] = [.pick, .putBack]
        #expect(try store.tours.waiting(in: "A", kinds: kinds) == nil)
        _ = try store.tours.insert(.sample(.count, priority: 99), at: second(0))
        _ = try store.tours.insert(.sample(warehouse: "B", priority: 99), at: second(0))
        let low = try store.tours.insert(.sample(priority: 10), at: second(0))
        let first = try store.tours.insert(.sample(priority: 50), at: second(0))
        let same = try store.tours.insert(.sample(.putBack, priority: 50), at: second(0))
        #expect(try store.tours.waiting(in: "A", kinds: kinds) == first)
        #expect(try store.tours.waiting(in: "A", kinds: [.putBack, .pick]) == first)
        #expect(try store.tours.waiting(in: "A", kinds: [.putBack]) == same)
        _ = try store.tours.cancel(first, at: second(1))
        #expect(try store.tours.waiting(in: "A", kinds: kinds) == same)
        let left = try store.tours.pause(try store.tours.start(low, by: SessionRow(1), at: second(1)))
        #expect(try store.tours.waiting(in: "A", kinds: kinds) == left)
        #expect(try store.tours.unfinished(.paused, in: "A") == [left])
        #expect(try store.tours.unfinishedCounts() == [.planned: 3, .paused: 1])
    }

    @Test func listsByStateAndWarehouse() throws {
        let store = try openStore()
        var tours: [Tour] = []
        for number in 0..<6 {
            var tour = try store.tours.insert(
                .sample(warehouse: number % 2 == 0 ? "A" : "B"), at: second(number))
            if number % 3 == 0 { tour = try store.tours.cancel(tour, at: second(9)) }
            tours.append(tour)
        }
        for state in [TourState?.none, .planned, .cancelled] {
            for warehouse in [WarehouseCode?.none, "A", "B"] {
                let wanted = tours.filter {
                    (state == nil || $0.state == state) && (warehouse == nil || $0.warehouse == warehouse)
                }
                #expect(try store.tours.list(state: state, warehouse: warehouse, limit: 9) == wanted)
                let next = try store.tours.list(
                    state: state, warehouse: warehouse, after: wanted[0].row, limit: 0)
                #expect(next == Array(wanted.dropFirst().prefix(1)))
            }
        }
    }

    /// Tours that were finished one after another, a second between them.
    private func finished(_ count: Int, in store: Store) throws -> [Tour] {
        try (0..<count).map { index in
            let tour = try store.tours.insert(.sample(), at: second(0))
            let started = try store.tours.start(tour, by: SessionRow(1), at: second(1))
            return try store.tours.finish(started, at: second(10 + index))
        }
    }

    @Test func removesWhatHasEndedAndIsEmpty() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let planned = try store.tours.insert(.sample(), at: second(0))
        let tours = try finished(2, in: store)
        let cancelled = try store.tours.cancel(
            try store.tours.insert(.sample(), at: second(0)), at: second(12))
        try store.picks.put([try store.pick(of: order)], on: tours[1].row)
        let first = try store.tours.removeEnded(before: second(12), limit: 10)
        #expect((first.removed, first.last) == (1, nil))
        #expect(try store.tours.list(limit: 9).map(\.row) == [planned.row, tours[1].row, cancelled.row])
        #expect(try store.tours.removeEnded(before: second(99), limit: 10).removed == 1)
        try store.picks.remove(of: order.row)
        #expect(try store.tours.removeEnded(before: second(99), limit: 10).removed == 1)
        #expect(try store.tours.list(limit: 9) == [planned])
    }

    @Test func whatIsNamedStays() throws {
        let store = try openStore()
        let tours = try finished(3, in: store)
        let session = try store.sessions.insert(
            NewSession(badge: "anna", device: "h07", warehouse: "A", station: nil, cart: "C-1"),
            idle: ["at": "idle"], at: second(0))
        try #require(session.row == SessionRow(1))
        let atWork = try store.sessions.advance(
            session, to: ["at": "bin"], at: SessionWork(tour: tours[0].row))
        let tote = try store.totes.upsert("T-1", in: "A", size: nil, tareG: 0).tote
        let bound = try store.totes.move(tote, to: .bound, tour: tours[1].row)
        let task = try store.tasks.insert(
            NewTask(kind: .count, warehouse: "A", sourceBin: "B-1-01"), at: second(0))
        try store.tasks.complete(try store.tasks.put([task], on: tours[2].row)[0], by: nil, at: second(9))
        #expect(try store.tours.removeEnded(before: second(99), limit: 10).removed == 0)
        _ = try store.sessions.end(atWork, idle: ["at": "idle"], at: second(20))
        try store.totes.free(bound)
        #expect(try store.tours.removeEnded(before: second(99), limit: 10).removed == 2)
        #expect(try store.tasks.removeEnded(before: second(99), limit: 10).removed == 1)
        #expect(try store.tours.removeEnded(before: second(99), limit: 10).removed == 1)
    }

    @Test func checksSoManyAndPassesOverWhatStays() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let tours = try finished(5, in: store)
        for tour in tours[0...1] { try store.picks.put([try store.pick(of: order)], on: tour.row) }
        var (slices, removed, last): (Int, Int, EndedKey?) = (0, 0, nil)
        repeat {
            let slice = try store.tours.removeEnded(before: second(99), after: last, limit: 2)
            (slices, removed, last) = (slices + 1, removed + slice.removed, slice.last)
        } while last != nil
        #expect((slices, removed) == (3, 3))
        #expect(try store.tours.list(limit: 9).map(\.row) == tours[0...1].map(\.row))
    }
}
