import Common
import Domain
import Testing

@testable import Store

/// Lists of the orders that have a SKU, which go by the index of lines.
struct OrderTableSKUTests {
    private static let skus: [SKUID] = ["BAG", "CUP", "TEA"]

    /// Orders of a few clients, warehouses and drivers, with up to four lines of which some have the same SKU. Some lines
    /// have lost their promise, or a part of it; some orders are released, held, short or cancelled.
    private func filled(_ count: Int, seed: UInt64) throws -> Store {
        let store = try openStore()
        var random = SplitMix64(seed: seed)
        let clients: [ClientID] = ["", "ACME", "acme", "Ö"]
        let warehouses: [WarehouseCode] = ["A", "B", "WH-NY"]
        for number in 0..<count {
            var lines: [NewOrder.Line] = []
            for position in 0..<random.next(in: 1...4) {
                let sku = Self.skus.randomElement(using: &random) ?? "TEA"
                lines.append(NewOrder.Line(line: LineID("\(position)"), sku: sku, quantity: 3))
            }
            let new = NewOrder.sample(
                OrderID("O-\(number)"), client: clients.randomElement(using: &random) ?? "",
                warehouse: warehouses.randomElement(using: &random) ?? "A",
                priority: random.next(in: 49...51), driver: number % 3 == 0 ? "D1" : nil,
                pickupAt: number % 2 == 0 ? nil : second(random.next(in: 0...3)), lines: lines)
            try change(try store.orders.insert(new, at: second(number)), in: store, random: &random)
        }
        return store
    }

    private func change(_ order: Order, in store: Store, random: inout SplitMix64) throws {
        let orders = store.orders
        for line in try orders.lines(of: order.row) where random.next(below: 3) == 0 {
            try orders.withdrawPromise(line, random.next(in: 1...3))
            try orders.markShort(order.row)
        }
        switch random.next(below: 6) {
        case 0, 1:
            try orders.release(order, at: second(0))
            try orders.endPromises(of: order.row)
        case 2:
            try orders.cancel(order)
            try orders.endPromises(of: order.row)
        case 3: try orders.hold(order, reason: "address")
        default: break
        }
        try orders.refreshStage(of: order.row, at: second(0))
    }

    /// The list as a sort of all orders gives it.
    private func sorted(with sku: SKUID, in store: Store) throws -> [Order] {
        var found: [(order: Order, isPromised: Bool)] = []
        for order in try store.orders.orders(after: nil, limit: 1_000) {
            let lines = try store.orders.lines(of: order.row).filter { $0.sku == sku }
            if !lines.isEmpty { found.append((order, lines.contains { $0.promised > 0 })) }
        }
        found.sort { left, right in
            if left.order.client != right.order.client { return left.order.client < right.order.client }
            if left.order.warehouse != right.order.warehouse { return left.order.warehouse < right.order.warehouse }
            if left.isPromised != right.isPromised { return left.isPromised }
            let (first, second) = (left.order.urgency, right.order.urgency)
            if left.isPromised, first.priority != second.priority { return first.priority > second.priority }
            let (sooner, later) = (first.pickupAt ?? .distantFuture, second.pickupAt ?? .distantFuture)
            if left.isPromised, sooner != later { return sooner < later }
            return left.order.row < right.order.row
        }
        return found.map(\.order)
    }

    static let filters: [OrderFilter] = [ClientID?.none, "", "ACME", "nobody"].flatMap { client in
        [WarehouseCode?.none, "A", "WH-NY", "nowhere"].flatMap { warehouse in
            [OrderStage?.none, .accepted, .cancelled].flatMap { stage in
                [DriverID?.none, "D1"].flatMap { driver in
                    [OrderFlag?.none, .short, .held].map { flag in
                        OrderFilter(client: client, warehouse: warehouse, stage: stage, driver: driver, flag: flag)
                    }
                }
            }
        }
    }

    private func isWanted(_ order: Order, by filter: OrderFilter) -> Bool {
        (filter.client ?? order.client) == order.client && (filter.warehouse ?? order.warehouse) == order.warehouse
            && (filter.stage ?? order.stage) == order.stage
            && (filter.driver == nil || filter.driver == order.driver)
            && (filter.flag.map { order.flags(at: second(0)).contains($0) } ?? true)
    }

    /// Page by page, whatever is asked for and however few lines are passed at a time.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func everyPageIsThatOfASort(seed: UInt64) throws {
        let store = try filled(90, seed: seed)
        var random = SplitMix64(seed: seed)
        for sku in Self.skus {
            let all = try sorted(with: sku, in: store)
            #expect(all.count > 20 && all.contains { !$0.isReleased } && all.contains(where: \.isReleased))
            for filter in Self.filters {
                let limit = [1, 2, 7, 100].randomElement(using: &random) ?? 1
                let passed = random.next(in: 1...60)
                var paged: [Order] = []
                var key: SKUOrderKey?
                for _ in 0..<1_000 {
                    let page = try store.orders.orders(of: sku, filter, after: key, limit: limit, passing: passed)
                    #expect(page.orders.count <= limit)
                    paged += page.orders
                    key = page.next
                    if key == nil { break }
                }
                let wanted = all.filter { isWanted($0, by: filter) }
                #expect(key == nil && paged == wanted, "\(sku), \(filter), \(limit) at a time, passing \(passed)")
            }
        }
    }

    /// Where all that is left is on the page, there is no other.
    @Test func theLastPageSaysSo() throws {
        let store = try openStore()
        for number in 1...4 { _ = try store.order(OrderID("O-\(number)")) }
        let first = try store.orders.orders(of: "TEA", OrderFilter(), limit: 2, passing: 99)
        #expect(first.orders.map(\.id) == ["O-1", "O-2"])
        let last = try store.orders.orders(of: "TEA", OrderFilter(), after: first.next, limit: 2, passing: 99)
        #expect(last.orders.map(\.id) == ["O-3", "O-4"] && last.next == nil)
        #expect(try store.orders.orders(of: "NIX", OrderFilter(), limit: 2, passing: 99) == SKUOrders())
    }

    /// Whichever of its lines hold promises; also where a page ends between them.
    @Test func anOrderWithTwoLinesOfASKUIsListedOnce() throws {
        let store = try openStore()
        let lines = (1...3).map { NewOrder.Line(line: LineID("\($0)"), sku: "TEA", quantity: 2) }
        let orders = try (1...3).map { number in
            try store.orders.insert(.sample(OrderID("O-\(number)"), lines: lines), at: second(number))
        }
        try store.orders.withdrawPromise(try store.orders.line("2", of: orders[1].row), 2)
        for line in try store.orders.lines(of: orders[2].row) { try store.orders.withdrawPromise(line, 2) }
        for passed in 1...12 {
            var (found, key): ([OrderID], SKUOrderKey?) = ([], nil)
            repeat {
                let page = try store.orders.orders(of: "TEA", OrderFilter(), after: key, limit: 9, passing: passed)
                found += page.orders.map(\.id)
                key = page.next
            } while key != nil
            #expect(found == ["O-1", "O-2", "O-3"], "passing \(passed)")
        }
    }

    /// It goes behind the others, and is there twice rather than missed.
    @Test func anOrderThatIsReleasedMeanwhileIsNotMissed() throws {
        let store = try openStore()
        let orders = try (1...4).map { try store.order(OrderID("O-\($0)"), at: $0) }
        let first = try store.orders.orders(of: "TEA", OrderFilter(), limit: 2, passing: 99)
        for index in [0, 2] {
            try store.orders.release(orders[index], at: second(9))
            try store.orders.endPromises(of: orders[index].row)
        }
        let last = try store.orders.orders(of: "TEA", OrderFilter(), after: first.next, limit: 9, passing: 99)
        #expect(last.orders.map(\.id) == ["O-4", "O-1", "O-3"])
    }

    @Test func theLinesOfOtherClientsAndWarehousesAreNotPassed() throws {
        let store = try openStore()
        for number in 0..<40 {
            let client = ClientID(number % 2 == 0 ? "B" : "A")
            let warehouse = WarehouseCode(number % 4 < 2 ? "A" : "B")
            _ = try store.orders.insert(
                .sample(OrderID("O-\(number)"), client: client, warehouse: warehouse), at: second(number))
        }
        let filter = OrderFilter(client: "B", warehouse: "B")
        let page = try store.orders.orders(of: "TEA", filter, limit: 10, passing: 11)
        #expect(page.orders.count == 10 && page.next == nil)
    }

    /// Lines that hold no promise, released or not, are behind those that do.
    @Test func linesWithoutPromiseAreNotPassed() throws {
        let store = try openStore()
        for number in 0..<30 {
            let order = try store.order(OrderID("O-\(number)"), at: number)
            if number == 17 { continue }
            if number % 2 == 0 {
                try store.orders.endPromises(of: order.row)
            } else {
                for line in try store.orders.lines(of: order.row) {
                    try store.orders.withdrawPromise(line, line.promised)
                }
            }
        }
        #expect(try store.orders.linesPromised("TEA", of: "", in: "A", limit: 9).map(\.order.number) == [18])
        #expect(try store.number("SELECT count(*) FROM line WHERE promised = 0 AND promised_rank <> ''") == 0)
        let texts = store.db.preparedTexts.filter { $0.contains("line_sku") }
        #expect(!texts.isEmpty)
        for text in texts {
            let plan = try QueryPlan(of: text, on: store.db.handle)
            #expect(
                plan.steps == ["SEARCH line USING INDEX line_sku (sku=? AND client=? AND warehouse=? AND promised_rank<?)"])
        }
    }

    /// Every page is read in the order of the index.
    @Test func noPageIsSorted() throws {
        let store = try filled(30, seed: 4)
        for filter in Self.filters { _ = try store.orders.orders(of: "TEA", filter, limit: 3, passing: 20) }
        let texts = store.db.preparedTexts.filter { $0.contains("line_sku") }
        #expect(texts.count >= 4)
        for text in texts {
            let plan = try QueryPlan(of: text, on: store.db.handle)
            #expect(!plan.steps.contains { $0.contains("SCAN line") || $0.contains("TEMP B-TREE") }, "\(plan.steps)")
        }
    }
}
