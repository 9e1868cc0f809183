import Domain
import Testing

@testable import Store

struct OrderTableLinesTests {
    @Test func withdrawsAndRenewsPromises() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        var line = try store.orders.line("1", of: order.row)
        line = try store.orders.withdrawPromise(line, 2)
        #expect((line.promised, line.unpromised) == (0, 2))
        #expect(try store.orders.clearShortWhenWhole(order.row) == false)
        line = try store.orders.renewPromise(line, 1)
        #expect(try store.orders.line("1", of: order.row) == line)
        #expect((line.promised, line.unpromised) == (1, 1))
        try store.orders.markShort(order.row)
        _ = try store.orders.renewPromise(line, 1)
        #expect(try store.orders.clearShortWhenWhole(order.row))
        #expect(try store.orders.order(order.row).isShort == false)
    }

    @Test func refusesAPromiseThatIsAnotherOneByNow() throws {
        let store = try openStore()
        let line = try store.orders.line("1", of: try store.order("O-1").row)
        _ = try store.orders.withdrawPromise(line, 1)
        #expect(throws: Refusal.self) { try store.orders.withdrawPromise(line, 1) }
    }

    @Test func endsAndRestoresPromises() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        _ = try store.orders.withdrawPromise(try store.orders.line("1", of: order.row), 1)
        try store.orders.endPromises(of: order.row)
        #expect(try store.orders.lines(of: order.row).allSatisfy { $0.promised == 0 && $0.unpromised == 0 })
        try store.orders.promiseWhole(order.row)
        #expect(try store.orders.lines(of: order.row).map(\.promised) == [2, 1])
    }

    /// An order whose bins were given back is as urgent as before among those that wait.
    @Test func promisesThatAreRestoredHaveTheirOldPlace() throws {
        let store = try openStore()
        for (id, priority) in [("O-1", 50), ("O-2", 90), ("O-3", 70)] {
            _ = try store.orders.insert(.sample(OrderID(id), priority: priority), at: second(0))
        }
        let row = try #require(try store.orders.order("O-2", of: "")).row
        try store.orders.endPromises(of: row)
        try store.orders.promiseWhole(row)
        let promised = try store.orders.linesPromised("TEA", of: "", in: "A", limit: 9)
        #expect(try promised.map { try store.orders.id(of: $0.order) } == ["O-1", "O-3", "O-2"])
    }

    @Test func listsPromisesByWhoCanWaitAndWhoCannot() throws {
        let store = try openStore()
        for (id, priority, accepted) in [("O-1", 50, 0), ("O-2", 90, 1), ("O-3", 50, 2)] {
            _ = try store.orders.insert(.sample(OrderID(id), priority: priority), at: second(accepted))
        }
        _ = try store.orders.insert(.sample("O-4", warehouse: "B"), at: second(3))
        _ = try store.orders.insert(.sample("O-5", client: "ACME"), at: second(3))
        let promised = try store.orders.linesPromised("TEA", of: "", in: "A", limit: 9)
        #expect(try promised.map { try store.orders.id(of: $0.order) } == ["O-3", "O-1", "O-2"])
        for line in promised { _ = try store.orders.withdrawPromise(line, 1) }
        let withdrawn = try store.orders.linesUnpromised("TEA", of: "", in: "A", limit: 9)
        #expect(try withdrawn.map { try store.orders.id(of: $0.order) } == ["O-2", "O-1", "O-3"])
        #expect(try store.orders.linesUnpromised("TEA", of: "", in: "B", limit: 9).isEmpty)
    }

    @Test func readsOnlySoManyLinesAsAreAskedFor() throws {
        let store = try openStore()
        let pickups = [nil, second(100), second(50)]
        for number in 0..<12 {
            let new = NewOrder.sample(
                OrderID("O-\(number)"), priority: [50, 90][number % 2], pickupAt: pickups[number / 2 % 3])
            _ = try store.orders.insert(new, at: second(number))
        }
        let urgent = try store.orders.accepted(in: "A", limit: 99).map(\.row)
        var withdrawn: [OrderRow] = []
        while let line = try store.orders.linesPromised("TEA", of: "", in: "A", limit: 1).first {
            withdrawn.append(line.order)
            try store.orders.withdrawPromise(line, line.promised)
        }
        #expect(withdrawn == Array(urgent.reversed()))
        let waiting = try store.orders.linesUnpromised("TEA", of: "", in: "A", limit: 5)
        #expect(waiting.map(\.order) == Array(urgent.prefix(5)))
    }

    /// Whatever changes an order, its lines and picks stand where it stands.
    @Test func linesAndPicksFollowTheUrgencyOfTheirOrder() throws {
        let store = try openStore()
        try store.skus.upsert(Sample.sku("TEA"), barcodes: [])
        let orders = try (0..<3).map { try store.order(OrderID("O-\($0)"), at: $0) }
        for order in orders { _ = try store.pick(of: order) }
        try store.db.run(SQL("UPDATE orders SET priority = 90 WHERE id = ?"), orders[2].row)
        try store.db.run(SQL("UPDATE orders SET pickup_at = 5 WHERE id = ?"), orders[1].row)
        let rows = [2, 1, 0].map { orders[$0].row }
        #expect(try store.orders.accepted(in: "A", limit: 9).map(\.row) == rows)
        #expect(try store.picks.pool(in: "A", limit: 9).map(\.order) == rows)
        let promised = try store.orders.linesPromised("TEA", of: "", in: "A", limit: 9)
        #expect(promised.map(\.order) == Array(rows.reversed()))
    }

    @Test func aShortPickKeepsTheOrderShort() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        let line = try store.orders.line("1", of: order.row)
        let short = try store.picks.insert(NewPick(shortOf: line, in: "A", quantity: 2))
        try store.orders.markShort(order.row)
        #expect(try store.orders.clearShortWhenWhole(order.row) == false)
        try store.picks.cancel(short)
        #expect(try store.orders.clearShortWhenWhole(order.row))
    }
}
