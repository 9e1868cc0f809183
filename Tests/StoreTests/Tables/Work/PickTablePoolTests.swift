import Domain
import Testing

@testable import Store

struct PickTablePoolTests {
    private let store: Store

    init() throws {
        store = try openStore()
        try store.skus.upsert(Sample.sku("TEA"), barcodes: [])
    }

    /// Orders whose priorities and pickups come in no order, with two open picks each.
    private func bringOrders(_ count: Int) throws -> [Order] {
        let pickups = [nil, second(100), second(50), second(-50)]
        return try (0..<count).map { number in
            let order = try store.orders.insert(
                .sample(
                    OrderID("O-\(number)"), priority: [50, 100, 0, 90][number % 4],
                    pickupAt: pickups[number / 4 % 4]),
                at: second(number))
            for _ in 0..<2 { _ = try store.pick(of: order) }
            return order
        }
    }

    @Test(arguments: [1, 3, 7, 100]) func comesInPagesMostUrgentOrderFirst(size: Int) throws {
        let orders = try bringOrders(16)
        var found: [PooledPick] = []
        while true {
            let page = try store.picks.pool(in: "A", after: found.last, limit: size)
            if page.isEmpty { break }
            #expect(page.count <= size)
            found += page
        }
        let urgent = orders.sorted { $0.urgency < $1.urgency }
        #expect(found.map(\.order) == urgent.flatMap { [$0.row, $0.row] })
        #expect(Set(found.map(\.row)).count == 32)
        #expect(try store.picks.pool(in: "B", limit: 10).isEmpty)
    }

    @Test func tellsWhatPlanningHasToKnow() throws {
        let order = try bringOrders(2)[1]
        try store.orders.release(order, at: second(9))
        let first = try #require(try store.picks.pool(in: "A", limit: 1).first)
        let pick = try #require(try store.picks.picksInPool(of: order.row).first)
        #expect((first.row, first.order, first.bin, first.quantity) == (pick.row, order.row, pick.bin, 2))
        #expect((first.weightG, first.size) == (250, Sample.sku("TEA").size))
        #expect((first.priority, first.pickupAt, first.releasedAt) == (100, nil, second(9)))
    }

    @Test func holdsNeitherWhatIsOnATourNorWhatIsHeld() throws {
        let orders = try bringOrders(3)
        let tour = try store.tours.insert(.sample(), at: second(0))
        try store.picks.put([try store.picks.picksInPool(of: orders[0].row)[0]], on: tour.row)
        try store.orders.hold(orders[1], reason: "address")
        try store.orders.requestCancel(orders[2])
        let left = try store.picks.pool(in: "A", limit: 10)
        #expect(left.map(\.order) == [orders[0].row])
        #expect(try store.picks.picksInPool(of: orders[1].row).count == 2)
        try store.orders.resume(orders[1])
        #expect(try store.picks.pool(in: "A", limit: 10).count == 3)
    }
}
