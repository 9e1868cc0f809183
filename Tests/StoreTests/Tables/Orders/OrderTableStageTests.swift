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
        #expect(try Store(store.db).orders.counts() == [.accepted: 2, .cancelled: 1])
    }

    /// They are kept in memory, and are those of the orders whatever becomes of a command or a transaction.
    @Test func countsOfWhatIsTakenBackAreNotRemembered() throws {
        let store = try openStore()
        let first = try store.order("O-1")
        try store.db.transaction { () throws(Refusal) in
            _ = try store.orders.insert(.sample("O-2"), at: second(1))
            #expect(throws: Refusal.unknownSKU("TEA")) {
                try store.db.command { () throws(Refusal) in
                    try store.orders.cancel(first)
                    try store.orders.refreshStage(of: first.row, at: second(2))
                    let counts = try store.orders.counts()
                    #expect(counts == [.accepted: 1, .cancelled: 1])
                    throw .unknownSKU("TEA")
                }
            }
            let counts = try store.orders.counts()
            #expect(counts == [.accepted: 2])
        }
        let kept: Int? = try store.db.transactionUnlessNil { () throws(Refusal) -> Int? in
            try store.orders.remove(first)
            return nil
        }
        #expect(kept == nil)
        #expect(try store.orders.counts() == [.accepted: 2])
        #expect(try Store(store.db).orders.counts() == [.accepted: 2])
    }

    /// An order whose stage nobody knows does not keep a file from being opened.
    @Test func anUnreadableStageIsInNoCount() throws {
        let store = try openStore()
        _ = try (1...2).map { try store.order(OrderID("O-\($0)")) }
        try store.db.execute(script: "UPDATE orders SET stage = 'odd' WHERE id = 2")
        #expect(try Store(store.db).orders.counts() == [.accepted: 1])
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
