import Domain
import Testing

@testable import Store

struct PickTableTests {
    @Test func readsWhatWasInserted() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let record = StockRecord(
            row: StockRow(4),
            key: StockKey(
                warehouse: "A", client: "", sku: "TEA", lot: "L7", expiry: Day("2027-01-31"), plate: "P-1",
                bin: "B-1-01"),
            receivedAt: second(3), onHand: 9, reserved: 2)
        let line = try store.orders.line("1", of: order.row)
        let pick = try store.picks.insert(NewPick(of: line, from: record, quantity: 2))
        #expect(try store.picks.pick(pick.row) == pick)
        #expect(
            (pick.state, pick.stock, pick.lot, pick.expiry) == (.open, StockRow(4), "L7", Day("2027-01-31")))
        #expect(pick.stockKey == record.key)
        #expect(pick.receivedAt == second(3))
    }

    @Test func comesIntoBeingOnlyAsAPickMay() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let line = try store.orders.line("1", of: order.row)
        for state in PickState.allCases {
            var new = NewPick(shortOf: line, in: "A", quantity: 2)
            new.state = state
            if state.isReserving { new.stock = StockRow(1) }
            if PickState.initial.contains(state) {
                #expect(try store.picks.insert(new).state == state)
            } else {
                #expect(throws: Refusal.self) { try store.picks.insert(new) }
            }
        }
    }

    @Test func splitsIntoTwoAlike() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let tour = try store.tours.insert(.sample(), at: second(0))
        let pick = try store.picks.put([try store.pick(of: order, 5)], on: tour.row)[0]
        let (kept, rest) = try store.picks.split(pick, keeping: 2)
        #expect((kept.quantity, rest.quantity) == (2, 3))
        #expect((rest.tour, rest.position, rest.stock) == (tour.row, 1, pick.stock))
        #expect(try store.picks.pick(kept.row) == kept)
        #expect(try store.picks.pick(rest.row) == rest)
        #expect(try store.tours.tour(tour.row).total == 2)
        #expect(throws: Refusal.self) { try store.picks.split(pick, keeping: 2) }
    }

    @Test func withdrawsWhatNobodyHasBegun() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let tour = try store.tours.insert(.sample(), at: second(0))
        let pick = try store.picks.put([try store.pick(of: order)], on: tour.row)[0]
        try store.picks.withdraw(pick)
        #expect(try store.picks.picks(of: order.row).isEmpty)
        #expect(try store.tours.tour(tour.row).total == 0)
        let claimed = try store.picks.claim(try store.pick(of: order), by: SessionRow(1))
        #expect(throws: Refusal.self) { try store.picks.withdraw(claimed) }
    }

    @Test func aSkuThatIsUnreadableIsNamed() throws {
        let store = try openStore()
        let pick = try store.pick(of: try store.order("O-1"))
        try store.db.execute(script: "UPDATE pick SET expiry = 'soon' WHERE id = \(pick.row)")
        #expect(throws: Refusal.unreadable("pick, row \(pick.row): expiry holds \"soon\"")) {
            try store.picks.pick(pick.row)
        }
    }
}
