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
    }
}
