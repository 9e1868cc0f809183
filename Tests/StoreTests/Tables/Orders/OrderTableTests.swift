import Domain
import JSON
import Testing

@testable import Store

struct OrderTableTests {
    @Test func readsWhatWasInserted() throws {
        let store = try openStore()
        let new = NewOrder(
            client: "ACME", id: "O-1", warehouse: "A", content: #"{"order_id":"O-1","notes":"ring twice"}"#,
            priority: 70, sla: "SAME_DAY", driver: "D1", pickupAt: second(600), deliveryAt: second(900), notBefore: second(60),
            onShort: .ship,
            lines: [
                NewOrder.Line(
                    line: "x", sku: "TEA", quantity: 24, unit: .case, unitQuantity: 2, capacity: 3, lot: "L1",
                    minLifeDays: 10)
            ])
        let order = try store.orders.insert(new, at: second(0))
        #expect(try store.orders.order(order.row) == order)
        #expect(try store.orders.order("O-1", of: "ACME") == order)
        #expect(try store.orders.order("O-1", of: "") == nil)
        #expect(try store.orders.content(of: order.row) == ["order_id": "O-1", "notes": "ring twice"])
        #expect(try store.orders.id(of: order.row) == "O-1")
        #expect((order.stage, order.revision, order.driver) == (.accepted, 1, "D1"))
        let line = try store.orders.line("x", of: order.row)
        #expect((line.unit, line.unitQuantity, line.quantity) == (.case, 2, 24))
        #expect((line.lot, line.minLifeDays, line.capacity) == ("L1", 10, 3))
        #expect((line.promised, line.unpromised) == (24, 0))
    }

    /// What was asked for is most of an order's row.
    @Test func keepsALongContentInLessRoom() throws {
        let store = try openStore()
        var new = NewOrder.sample("O-1")
        let items = (1...40).map { #"{"sku":"SKU-\#($0)","qty":\#($0 % 5 + 1)}"# }.joined(separator: ",")
        new.content = #"{"order_id":"O-1","items":[\#(items)],"ship_to":{"name":"Ada Byron","city":"Albany"}}"#
        let order = try store.orders.insert(new, at: second(0))
        let content = try store.orders.content(of: order.row)
        #expect(JSONValue.object(content).description == new.content)
        #expect(try store.number("SELECT length(content) FROM orders") < new.content.utf8.count / 3)
        #expect(try store.number("SELECT typeof(content) = 'blob' FROM orders") == 1)
        try store.db.execute(script: "UPDATE orders SET content = x'02FF'")
        #expect(throws: Refusal.unreadable("orders, row 1: content holds damaged bytes")) {
            try store.orders.content(of: order.row)
        }
    }

    /// A line is found by its order's place and urgency without its order.
    @Test func linesHaveWhatTheirOrderHas() throws {
        let store = try openStore()
        let orders = [
            try store.orders.insert(.sample("O-1", warehouse: "B", priority: 100, pickupAt: second(9)), at: second(0)),
            try store.orders.insert(.sample("O-2", client: "ACME", priority: 0), at: second(0)),
        ]
        for order in orders {
            let same = """
                SELECT count(*) FROM line JOIN orders ON orders.id = order_row
                WHERE orders.id = \(order.row) AND line.warehouse = orders.warehouse AND line.client = orders.client
                    AND rank = \(OrderTable.rank) AND promised_rank = rank
                """
            #expect(try store.number(same) == 2)
        }
    }

    @Test func findsOneIdWithEveryClient() throws {
        let store = try openStore()
        for client: ClientID in ["B", "A", ""] {
            _ = try store.orders.insert(.sample("O-1", client: client), at: second(0))
        }
        #expect(try store.orders.orders("O-1").map(\.client) == ["", "A", "B"])
    }

    @Test func anyDriverIsNone() throws {
        let store = try openStore()
        #expect(try store.orders.order(try store.order("O-1").row).driver == nil)
    }

    @Test func refusesRowsThatItDoesNotUnderstand() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        try store.db.execute(script: "UPDATE orders SET stage = 'lost in space' WHERE id = \(order.row)")
        #expect(throws: Refusal.unreadable("orders, row \(order.row): stage holds \"lost in space\"")) {
            try store.orders.order(order.row)
        }
    }

    @Test func namesARowThatIsNotThere() throws {
        let store = try openStore()
        #expect(throws: Refusal.missingRow("orders", 7)) { try store.orders.order(OrderRow(7)) }
        #expect(throws: Refusal.missingRow("orders", 7)) { try store.orders.markShort(OrderRow(7)) }
    }

    @Test func numbersAreNeverUsedAgain() throws {
        let store = try openStore()
        let first = try store.order("O-1")
        try store.orders.remove(first)
        #expect(try store.order("O-2").row > first.row)
        #expect(try store.orders.counts() == [.accepted: 1])
        #expect(try store.orders.lines(of: first.row).isEmpty)
        #expect(throws: Refusal.missingRow("orders", first.row)) { try store.orders.remove(first) }
    }

    /// Whichever orders leave, and whoever opens the file then.
    @Test func numbersGoOnBehindTheHighest() throws {
        let store = try openStore()
        var orders = try (1...4).map { try store.order(OrderID("O-\($0)")) }
        #expect(orders.map(\.row.number) == [1, 2, 3, 4])
        for index in [1, 3, 2] { try store.orders.remove(orders[index]) }
        #expect(try Store(store.db).order("O-5").row == OrderRow(5))
        orders = [try store.orders.order(OrderRow(1)), try store.orders.order(OrderRow(5))]
        for order in orders { try store.orders.remove(order) }
        #expect(try store.number("SELECT count(*) FROM orders") == 0)
        #expect(try Store(store.db).order("O-6").row == OrderRow(6))
    }

    /// What is taken back has had no number that anybody knows.
    @Test func aNumberThatWasTakenBackIsGivenOut() throws {
        let store = try openStore()
        try store.db.transaction { () throws(Refusal) in
            _ = try store.orders.insert(.sample("O-1"), at: second(0))
            #expect(throws: Refusal.unknownSKU("TEA")) {
                try store.db.command { () throws(Refusal) in
                    _ = try store.orders.insert(.sample("O-2"), at: second(0))
                    throw .unknownSKU("TEA")
                }
            }
            let next = try store.orders.insert(.sample("O-3"), at: second(0))
            #expect(next.row == OrderRow(2))
        }
        // Also where an order with the highest number is not gone after all.
        let newest = try store.orders.order(OrderRow(2))
        _ = try store.db.transactionUnlessNil { () throws(Refusal) -> Int? in
            try store.orders.remove(newest)
            _ = try store.orders.insert(.sample("O-4"), at: second(0))
            return nil
        }
        #expect(try store.order("O-5").row == OrderRow(3))
    }

    @Test func keepsWhatIsSetByHand() throws {
        let store = try openStore()
        let table = store.orders
        var order = try store.order("O-1")
        order = try table.hold(order, reason: "address")
        #expect((order.isHeld, order.holdReason) == (true, "address"))
        order = try table.resume(order)
        order = try table.release(order, at: second(5))
        order = try table.release(order, at: second(9))
        #expect(order.releasedAt == second(5))
        order = try table.requestCancel(order)
        #expect(try table.order(order.row) == order)
        try table.markShort(order.row)
        try table.note(pickedEvent: 11, of: order.row)
        try table.note(packedEvent: 12, of: order.row)
        let noted = try table.order(order.row)
        #expect((noted.isShort, noted.pickedEvent, noted.packedEvent) == (true, 11, 12))
        #expect(noted.flags(at: second(0)) == [.short, .cancelRequested])
        order = try table.unrelease(try table.cancel(noted))
        #expect(order.flags(at: second(0)).isEmpty)
        #expect(try table.order(order.row) == order)
    }
}
