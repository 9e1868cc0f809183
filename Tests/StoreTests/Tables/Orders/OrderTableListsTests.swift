import Domain
import Testing

@testable import Store

struct OrderTableListsTests {
    /// Orders of two clients, warehouses, drivers and stages, in an order of insertion that is none of the list's.
    private func filled() throws -> Store {
        let store = try openStore()
        for number in [7, 3, 11, 0, 5, 9, 1, 8, 2, 10, 6, 4] {
            let new = NewOrder.sample(
                OrderID("O-\(number + 10)"), client: number % 2 == 0 ? "" : "ACME",
                warehouse: number % 3 == 0 ? "A" : "B", driver: number % 4 < 2 ? "D1" : "D2",
                lines: [NewOrder.Line(line: "1", sku: number < 6 ? "TEA" : "CUP", quantity: 1)])
            let order = try store.orders.insert(new, at: second(number))
            if number % 5 < 2 {
                try store.orders.cancel(order)
                try store.orders.refreshStage(of: order.row, at: second(number))
            }
        }
        return store
    }

    /// Every combination of filters; those by SKU are in ``OrderTableSKUTests``.
    static let filters: [OrderFilter] = [ClientID?.none, "", "ACME"].flatMap { client in
        [WarehouseCode?.none, "A"].flatMap { warehouse in
            [OrderStage?.none, .accepted].flatMap { stage in
                [DriverID?.none, "D1"].map { driver in
                    OrderFilter(client: client, warehouse: warehouse, stage: stage, driver: driver)
                }
            }
        }
    }

    @Test(arguments: filters)
    func honoursEveryFilter(_ filter: OrderFilter) throws {
        let store = try filled()
        let all = try store.orders.orders(after: nil, limit: 100).sorted { ($0.client, $0.id) < ($1.client, $1.id) }
        #expect(all.count == 12)
        let wanted = all.filter { order in
            if let client = filter.client, client != order.client { return false }
            if let warehouse = filter.warehouse, warehouse != order.warehouse { return false }
            if let stage = filter.stage, stage != order.stage { return false }
            if let driver = filter.driver, driver != order.driver { return false }
            return true
        }
        var paged: [Order] = []
        while true {
            let page = try store.orders.list(filter, after: paged.last.map { ($0.client, $0.id) }, limit: 2)
            paged += page.prefix(2)
            if page.count <= 2 { break }
        }
        #expect(paged == wanted)
    }

    /// The pages of warehouses are put together in the order of clients and ids, which is that of their bytes.
    @Test func aListOfAllWarehousesIsInOneOrder() throws {
        let store = try openStore()
        let names = ["O-1", "O-10", "O-2", "o-1", "Ö-1", "P"]
        var keys: [[String]] = []
        for (index, name) in names.enumerated() {
            for client: ClientID in ["", "ACME", "acme"] {
                let warehouse = WarehouseCode(["A", "B", "C"][(index + client.text.utf8.count) % 3])
                _ = try store.orders.insert(
                    .sample(OrderID(name), client: client, warehouse: warehouse), at: second(index))
                keys.append([client.text, name])
            }
        }
        func bytes(_ key: [String]) -> [UInt8] { Array(key.joined(separator: "\u{0}").utf8) }
        keys.sort { bytes($0).lexicographicallyPrecedes(bytes($1)) }
        for limit in [1, 3, 100] {
            for client: ClientID? in [nil, "ACME"] {
                var paged: [Order] = []
                while true {
                    let page = try store.orders.list(
                        OrderFilter(client: client), after: paged.last.map { ($0.client, $0.id) }, limit: limit)
                    paged += page.prefix(limit)
                    if page.count <= limit { break }
                }
                let wanted = keys.filter { client == nil || $0[0] == client?.text }
                #expect(paged.map { [$0.client.text, $0.id.text] } == wanted)
            }
        }
    }

    /// Orders that any driver may fetch are in no list by driver.
    @Test func ofADriverAreThoseThatNameHim() throws {
        let store = try openStore()
        _ = try store.order("O-1")
        let named = try store.orders.insert(.sample("O-2", driver: "D1"), at: second(0))
        #expect(try store.orders.list(OrderFilter(driver: "D1"), limit: 9) == [named])
        #expect(try store.orders.list(OrderFilter(driver: ""), limit: 9).isEmpty)
    }

    @Test func anOrderIsFoundByItsSKUs() throws {
        let store = try openStore()
        for number in 1...3 {
            let lines = (1...number).map { NewOrder.Line(line: LineID("\($0)"), sku: "TEA", quantity: 1) }
            _ = try store.orders.insert(.sample(OrderID("O-\(number)"), lines: lines), at: second(number))
        }
        #expect(try store.orders.list(OrderFilter(order: "O-2", sku: "TEA"), limit: 9).map(\.id) == ["O-2"])
        #expect(try store.orders.list(OrderFilter(order: "O-2", sku: "CUP"), limit: 9).isEmpty)
    }

    @Test func findsTheOrdersWithAFlag() throws {
        let store = try filled()
        let all = try store.orders.list(OrderFilter(stage: .accepted), limit: 100)
        #expect(all.count > 4)
        try store.orders.markShort(all[1].row)
        try store.orders.hold(all[0], reason: "address")
        try store.orders.hold(all[2], reason: "address")
        try store.orders.requestCancel(all[2])
        func found(_ filter: OrderFilter) throws -> [OrderRow] {
            try store.orders.list(filter, limit: 9).map(\.row)
        }
        #expect(try found(OrderFilter(flag: .short)) == [all[1].row])
        #expect(try found(OrderFilter(flag: .held)) == [all[0].row, all[2].row])
        #expect(try found(OrderFilter(flag: .cancelRequested)) == [all[2].row])
        #expect(try found(OrderFilter(order: all[2].id, flag: .held)) == [all[2].row])
        #expect(try found(OrderFilter(client: all[0].client, stage: .accepted, flag: .short)) == [all[1].row])
        #expect(try store.orders.list(OrderFilter(flag: .held), limit: 0).map(\.row) == [all[0].row])
    }

    /// Whatever is asked for, a page is read in the order of an index.
    @Test func noPageIsSorted() throws {
        let store = try openStore()
        for flag in [OrderFlag?.none, .short, .held, .cancelRequested] {
            for var filter in Self.filters {
                filter.flag = flag
                _ = try store.orders.list(filter, limit: 1)
            }
        }
        let texts = store.db.preparedTexts.filter { $0.hasPrefix("SELECT orders.id") }
        // Where nothing is asked for but a place and a client, keys are read first: ``OrderTablePlacesTests``.
        #expect(texts.count == 4 * 16 - 8)
        for text in texts {
            let plan = try QueryPlan(of: text, on: store.db.handle)
            #expect(!plan.steps.contains { $0.contains("TEMP B-TREE") }, "\(text)")
        }
    }
}
