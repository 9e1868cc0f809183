import Domain
import Testing

@testable import Store

struct OrderTableStageTests {
    @Test func followsPicksTotesAndParcels() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        #expect(try store.orders.refreshStage(of: order.row, at: second(1)) == (.accepted, .accepted))

        try store.orders.release(order, at: second(1))
        var pick = try store.pick(of: order)
        #expect(try store.orders.refreshStage(of: order.row, at: second(1)) == (.accepted, .released))

        pick = try store.picks.claim(pick, by: SessionRow(1))
        #expect(try store.orders.refreshStage(of: order.row, at: second(2)) == (.released, .picking))

        var tote = try store.totes.upsert("T-1", in: "A", size: nil, tareG: 0).tote
        tote = try store.totes.move(tote, to: .bound, order: order.row)
        try store.picks.complete(pick, into: tote.id, by: "anna", at: second(3))
        #expect(try store.orders.facts(of: order.row).totesUnderWay == 1)
        #expect(try store.orders.refreshStage(of: order.row, at: second(3)) == (.picking, .picking))

        try store.totes.move(tote, to: .atStation, order: order.row, station: "PACK-1")
        #expect(try store.orders.refreshStage(of: order.row, at: second(4)) == (.picking, .picked))
        #expect(try store.orders.order(order.row).stage == .picked)
        #expect(try store.orders.counts() == [.picked: 1])
    }

    @Test func countsEachStage() throws {
        let store = try openStore()
        let orders = try ["O-1", "O-2", "O-3"].map { try store.order(OrderID($0)) }
        try store.orders.cancel(orders[1])
        try store.orders.refreshStage(of: orders[1].row, at: second(7))
        try store.orders.refreshStage(of: orders[1].row, at: second(8))
        #expect(try store.orders.counts() == [.accepted: 2, .cancelled: 1])
        #expect(
            try store.number(
                "SELECT count(*) FROM stage_count WHERE n <> (SELECT count(*) FROM orders o WHERE o.stage = stage_count.stage)"
            ) == 0)
    }

    @Test func anOrderThatIsTakenUpAgainHasNotEnded() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        try store.orders.cancel(order)
        try store.orders.refreshStage(of: order.row, at: second(7))
        #expect(try store.orders.order(order.row).endedAt == second(7))
        try store.db.execute(script: "UPDATE orders SET is_cancelled = 0")
        try store.orders.refreshStage(of: order.row, at: second(8))
        #expect(try store.orders.order(order.row).endedAt == nil)
    }

    @Test func refusesARowThatIsNotThere() throws {
        let store = try openStore()
        #expect(throws: Refusal.missingRow("orders", 3)) {
            try store.orders.refreshStage(of: OrderRow(3), at: second(0))
        }
    }
}
