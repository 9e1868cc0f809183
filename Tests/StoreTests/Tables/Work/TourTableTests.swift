import Domain
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
        tour = try store.tours.setPriority(80, of: tour)
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

    @Test func forgetsWhatTheArchiveHas() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let tours = try (0..<3).map { _ in try store.tours.insert(.sample(), at: second(0)) }
        try store.picks.put([try store.pick(of: order)], on: tours[1].row)
        for (index, tour) in tours.enumerated() {
            let started = try store.tours.start(tour, by: SessionRow(1), at: second(1))
            try store.tours.finish(started, at: second(10 + index))
        }
        let last = try store.tours.removeEmpty(.finished, endedBefore: second(12), limit: 10)
        #expect(last == tours[2].row)
        #expect(try store.tours.list(limit: 9).map(\.row) == [tours[1].row, tours[2].row])
        #expect(
            try store.tours.removeEmpty(.finished, endedBefore: second(99), after: last, limit: 10) == nil)
        try store.picks.remove(of: order.row)
        _ = try store.tours.removeEmpty(.finished, endedBefore: second(99), limit: 10)
        #expect(try store.tours.list(limit: 9).isEmpty)
    }
}
