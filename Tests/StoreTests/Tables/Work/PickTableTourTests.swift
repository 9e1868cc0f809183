import Domain
import Testing

@testable import Store

struct PickTableTourTests {
    let store: Store
    let orders: [Order]
    let tour: Tour

    init() throws {
        let store = try openStore()
        self.store = store
        orders = try (0..<3).map { try store.order(OrderID("O-\($0)"), at: $0) }
        tour = try store.tours.insert(.sample(), at: second(0))
    }

    /// Six picks, each order's two, the orders one after the other.
    private func walk() throws -> [Pick] {
        var picks: [Pick] = []
        for order in orders {
            picks.append(try store.pick(of: order, from: .sample(1, bin: "B-1-01")))
            picks.append(try store.pick(of: order, from: .sample(2, bin: "B-2-01")))
        }
        return try store.picks.put(picks, on: tour.row)
    }

    @Test func claimsAndGivesBackAllAtOnce() throws {
        let picks = try walk()
        #expect(try store.picks.claimAll(on: tour.row, by: SessionRow(3)) == 6)
        #expect(try store.picks.current(on: tour.row)?.row == picks[0].row)
        #expect(try store.picks.picks(on: tour.row, in: .claimed).map(\.position) == [1, 2, 3, 4, 5, 6])
        #expect(try store.picks.picks(on: tour.row).allSatisfy { $0.session == SessionRow(3) })
        #expect(try store.picks.unclaimAll(on: tour.row) == 6)
        #expect(try store.picks.current(on: tour.row) == nil)
        #expect(try store.picks.picks(on: tour.row) == picks)
        #expect(try store.picks.claimAll(on: TourRow(99), by: SessionRow(3)) == 0)
    }

    @Test func leadsThroughTheWalk() throws {
        _ = try walk()
        try store.picks.claimAll(on: tour.row, by: SessionRow(3))
        var seen: [Int?] = []
        while let pick = try store.picks.current(on: tour.row) {
            seen.append(pick.position)
            try store.picks.complete(pick, into: "T-1", by: "anna", at: second(seen.count))
            #expect(try store.picks.lastFinishedPosition(on: tour.row) == seen.count)
            #expect(try store.tours.tour(tour.row).done == seen.count)
        }
        #expect(seen == [1, 2, 3, 4, 5, 6])
        #expect(try store.picks.lastPicked(on: tour.row)?.position == 6)
    }

    @Test func findsTheOrderThatNeedsATote() throws {
        _ = try walk()
        #expect(try store.picks.orderWithoutTote(on: tour.row) == nil)
        try store.picks.claimAll(on: tour.row, by: SessionRow(3))
        for (index, order) in orders.enumerated() {
            #expect(try store.picks.orderWithoutTote(on: tour.row) == order.row)
            let tote = try store.totes.upsert(ToteID("T-\(index)"), in: "A", size: nil, tareG: 0).tote
            try store.totes.move(tote, to: .bound, order: order.row, tour: tour.row)
        }
        #expect(try store.picks.orderWithoutTote(on: tour.row) == nil)
    }

    @Test func numbersTheWalkAnew() throws {
        let picks = try walk()
        let again = try store.picks.put(picks.reversed(), on: tour.row, from: 10)
        #expect(try store.picks.picks(on: tour.row) == again)
        #expect(again.map(\.position) == [10, 11, 12, 13, 14, 15])
        #expect(try store.tours.tour(tour.row).total == 6)
        let inHand = try store.picks.setPosition(Pick.inHandPosition, of: again[4])
        #expect(try store.picks.picks(on: tour.row).first == inHand)
    }

    @Test func leavesABinForLater() throws {
        _ = try walk()
        try store.picks.claimAll(on: tour.row, by: SessionRow(3))
        #expect(try store.picks.leastSkips(on: tour.row, outside: "B-1-01") == 0)
        try store.picks.postpone("B-1-01", on: tour.row, skips: 1)
        let left = try store.picks.picks(on: tour.row, in: .claimed).filter { $0.bin == "B-1-01" }
        #expect(left.count == 3)
        #expect(left.allSatisfy { $0.skips == 1 && $0.position == nil })
        #expect(try store.picks.leastSkips(on: tour.row, outside: "B-2-01") == 1)
    }

    @Test func leavesATourForAnother() throws {
        let picks = try walk()
        let off = try store.picks.removeFromTour(picks[0])
        #expect(try store.picks.pick(off.row) == off)
        #expect(off.tour == nil)
        #expect(try store.tours.tour(tour.row).total == 5)
        #expect(try store.picks.picksInPool(of: orders[0].row) == [off])
        let other = try store.tours.insert(.sample(), at: second(0))
        try store.picks.put([off], on: other.row)
        #expect(try store.tours.tour(other.row).total == 1)
        #expect(try store.picks.picksInPool(of: orders[0].row).isEmpty)
        #expect(try store.picks.orders(on: tour.row) == orders.map(\.row))
    }
}
