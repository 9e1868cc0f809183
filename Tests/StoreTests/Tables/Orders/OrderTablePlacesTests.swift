import Common
import Domain
import Testing

@testable import Store

/// Lists that are put together from those of each stage in each warehouse.
struct OrderTablePlacesTests {
    /// Orders of a few clients, in a few warehouses and most stages, in no order at all.
    private func filled(_ count: Int, seed: UInt64) throws -> Store {
        let store = try openStore()
        var random = SplitMix64(seed: seed)
        let clients: [ClientID] = ["", "ACME", "acme", "Ö"]
        let warehouses: [WarehouseCode] = ["A", "B", "WH-NY"]
        let stages: [OrderStage] = [.accepted, .accepted, .released, .packed, .inTransit, .cancelled]
        for number in Array(0..<count).shuffled(using: &random) {
            let new = NewOrder.sample(
                OrderID("O-\(number / 2)"), client: clients[number % 2 * 2 + Int.random(in: 0...1, using: &random)],
                warehouse: warehouses.randomElement(using: &random) ?? "A")
            let order = try store.orders.insert(new, at: second(number))
            let stage = stages.randomElement(using: &random) ?? .accepted
            try store.db.execute(script: "UPDATE orders SET stage = '\(stage.rawValue)' WHERE id = \(order.row)")
        }
        return store
    }

    static let filters: [OrderFilter] = [ClientID?.none, "", "ACME", "nobody"].flatMap { client in
        [WarehouseCode?.none, "A", "WH-NY", "nowhere"].flatMap { warehouse in
            [OrderStage?.none, .accepted, .inTransit, .picking].map { stage in
                OrderFilter(client: client, warehouse: warehouse, stage: stage)
            }
        }
    }

    /// Page by page, it is what a sort of all orders gives.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyPageIsThatOfASort(seed: UInt64) throws {
        let store = try filled(90, seed: seed)
        let all = try store.orders.orders(after: nil, limit: 1_000).sorted { ($0.client, $0.id) < ($1.client, $1.id) }
        #expect(all.count == 90)
        for filter in Self.filters {
            let wanted = all.filter { order in
                (filter.client ?? order.client) == order.client
                    && (filter.warehouse ?? order.warehouse) == order.warehouse
                    && (filter.stage ?? order.stage) == order.stage
            }
            for limit in [1, 2, 7, 100] {
                var paged: [Order] = []
                while true {
                    let page = try store.orders.list(
                        filter, after: paged.last.map { ($0.client, $0.id) }, limit: limit)
                    #expect(page.count <= limit + 1)
                    paged += page.prefix(limit)
                    if page.count <= limit || paged.count > all.count { break }
                }
                #expect(paged == wanted, "\(filter), \(limit) at a time")
            }
        }
    }

    /// The page after another client's order begins with the first one of the client that is asked for.
    @Test func aClientsListGoesOnAfterAnothersOrder() throws {
        let store = try openStore()
        for client: ClientID in ["ACME", "B"] {
            _ = try store.orders.insert(.sample("O-1", client: client), at: second(0))
        }
        let after: (client: ClientID, id: OrderID) = ("B", "O-9")
        #expect(try store.orders.list(OrderFilter(client: "ACME"), after: after, limit: 9).map(\.client) == ["ACME"])
    }

    /// A stage that nobody knows is not passed over.
    @Test func whatCannotBeReadIsRefused() throws {
        let store = try openStore()
        let order = try store.order("O-1")
        try store.db.execute(script: "UPDATE orders SET stage = 'lost in space'")
        #expect(throws: Refusal.unreadable("orders, row \(order.row): stage holds \"lost in space\"")) {
            try store.orders.list(OrderFilter(), limit: 9)
        }
    }

    /// A page is one piece of the index, which is read without the orders; stages and warehouses are found by one search
    /// each.
    @Test func theIndexAloneIsRead() throws {
        let store = try filled(20, seed: 4)
        for filter in Self.filters { _ = try store.orders.list(filter, limit: 3) }
        let keys = store.db.preparedTexts.filter { $0.hasPrefix("SELECT client, order_id, id FROM orders") }
        #expect(keys.count == 2)
        for text in keys {
            let plan = try QueryPlan(of: text, on: store.db.handle)
            let isPiece = plan.steps.first?.hasPrefix(
                "SEARCH orders USING COVERING INDEX order_stage (stage=? AND warehouse=? AND")
            #expect(plan.steps.count == 1 && isPiece == true, "\(plan.steps)")
        }
        let places = store.db.preparedTexts.filter { $0.hasPrefix("WITH RECURSIVE found") }
        #expect(places.count == 2)
        for text in places {
            let plan = try QueryPlan(of: text, on: store.db.handle)
            #expect(!plan.steps.contains { $0.contains("SCAN orders") || $0.contains("TEMP B-TREE") }, "\(plan.steps)")
            #expect(plan.scanOfGrowingTable == nil)
        }
    }
}
