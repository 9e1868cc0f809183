import Domain
import Testing

@testable import Store

struct OrderTableWaitingTests {
    @Test func acceptedOrdersComeMostUrgentFirst() throws {
        let store = try openStore()
        let pickups = [nil, second(100), second(50)]
        for number in 0..<30 {
            _ = try store.orders.insert(
                .sample(
                    OrderID("O-\(number)"), priority: [50, 90, 10][number % 3],
                    pickupAt: pickups[number / 3 % 3]),
                at: second(number * 7 % 11))
        }
        _ = try store.orders.insert(.sample("elsewhere", warehouse: "B"), at: second(0))
        let whole = try store.orders.accepted(in: "A", limit: 100)
        #expect(whole.count == 30)
        #expect(whole.map(\.urgency) == whole.map(\.urgency).sorted())
        for size in [1, 4, 10] {
            var paged: [Order] = []
            while true {
                let page = try store.orders.accepted(in: "A", after: paged.last?.urgency, limit: size)
                if page.isEmpty { break }
                #expect(page.count <= size)
                paged += page
            }
            #expect(paged == whole)
        }
    }

    /// The orders of one client are looked for among so many at a time, and all of them are found, each once.
    @Test func aClientsOrdersAreFoundAmongThoseOfOthers() throws {
        let store = try openStore()
        for number in 0..<40 {
            let new = NewOrder.sample(
                OrderID("O-\(number)"), client: number % 8 == 0 ? "ACME" : "",
                priority: [50, 90][number % 3 % 2], pickupAt: number % 5 == 0 ? second(number % 4) : nil)
            _ = try store.orders.insert(new, at: second(number / 2))
        }
        let all = try store.orders.accepted(in: "A", limit: 99)
        for client: ClientID in ["ACME", "", "nobody"] {
            let own = all.filter { $0.client == client }
            for (limit, rowsMax) in [(1, 1), (2, 3), (3, 7), (7, 40), (50, 41), (5, 1_000)] {
                var (paged, last, pages): ([Order], Urgency?, Int) = ([], nil, 0)
                repeat {
                    let page = try store.orders.accepted(
                        in: "A", of: client, after: last, limit: limit, passing: rowsMax)
                    #expect(page.orders.count <= min(limit, rowsMax))
                    paged += page.orders
                    (last, pages) = (page.next, pages + 1)
                } while last != nil && pages < 100
                #expect(paged == own, "\(limit) of \(rowsMax)")
            }
        }
        let ofOwners = store.db.preparedTexts.filter { $0.hasPrefix("SELECT id, client FROM orders") }
        #expect(ofOwners.count == 3)
        for text in ofOwners {
            let plan = try QueryPlan(of: text, on: store.db.handle)
            let isSearch = plan.steps.first?.contains("order_open_accepted (warehouse=? AND priority") ?? false
            #expect(isSearch && plan.steps.count == 1, "\(plan.steps)")
        }
    }

    @Test func theOrdersOfOneClientComeAlone() throws {
        let store = try openStore()
        for number in 0..<12 {
            let client: ClientID = number % 3 == 0 ? "ACME" : ""
            let order = try store.orders.insert(
                .sample(OrderID("O-\(number)"), client: client, priority: [50, 90][number % 2]), at: second(number))
            if number < 6 { try store.orders.markShort(order.row) }
        }
        let whole = try store.orders.accepted(in: "A", of: "ACME", limit: 10, passing: 100)
        let orders = whole.orders
        #expect(orders.map(\.id) == ["O-3", "O-9", "O-0", "O-6"] && whole.next == nil)
        let rest = try store.orders.accepted(
            in: "A", of: "ACME", after: orders[1].urgency, limit: 1, passing: 100)
        #expect(rest == ClientOrders(orders: [orders[2]], next: orders[2].urgency))
        // Among the six that are more urgent than all others there are two.
        let first = try store.orders.accepted(in: "A", of: "ACME", limit: 10, passing: 6)
        #expect(first.orders == Array(orders.prefix(2)) && first.next?.priority == 90)
        #expect(try store.orders.short(in: "A", of: "ACME", limit: 10).map(\.id) == ["O-0", "O-3"])
        #expect(try store.orders.acceptedCount(in: "A", of: "ACME", most: 100) == (4, 12))
        #expect(try store.orders.acceptedCount(in: "A", of: "ACME", most: 6) == (2, 6))
        #expect(try store.orders.acceptedCount(in: "A", of: nil, most: 100) == (12, 12))
        #expect(try store.orders.acceptedCount(in: "A", of: nil, most: 5) == (5, 5))
        #expect(try store.orders.acceptedCount(in: "B", of: nil, most: 5) == (0, 0))
    }

    @Test func listsWhatIsShortAndWhatHasEnded() throws {
        let store = try openStore()
        let orders = try (0..<4).map { try store.order(OrderID("O-\($0)"), at: $0) }
        for order in [orders[2], orders[1]] { try store.orders.markShort(order.row) }
        #expect(try store.orders.short(in: "A", limit: 10).map(\.row) == [orders[1].row, orders[2].row])
        #expect(
            try store.orders.short(in: "A", after: orders[1].row, limit: 10).map(\.row) == [orders[2].row])
        for (order, moment) in [(orders[3], 10), (orders[0], 20)] {
            try store.orders.cancel(order)
            try store.orders.refreshStage(of: order.row, at: second(moment))
        }
        #expect(
            try store.orders.ended(in: .cancelled, by: second(20), limit: 10).map(\.id) == ["O-3", "O-0"])
        #expect(try store.orders.ended(in: .cancelled, by: second(19), limit: 10).map(\.id) == ["O-3"])
        #expect(try store.orders.ended(in: .inTransit, by: second(99), limit: 10).isEmpty)
        let first = try store.orders.ended(in: .cancelled, by: second(20), limit: 1)[0]
        let key = EndedKey(endedAt: try #require(first.endedAt), row: first.row.number)
        #expect(try store.orders.ended(in: .cancelled, by: second(20), after: key, limit: 10).map(\.id) == ["O-0"])
    }
}
