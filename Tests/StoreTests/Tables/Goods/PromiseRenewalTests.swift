import Domain
import Testing

@testable import Store

@Suite struct PromiseRenewalTests {
    private let store: Store

    init() throws { store = try openStore() }

    @Test func itGoesOnWhereItStoodAndEnds() throws {
        #expect(try store.promises.renewal() == nil)
        var renewal = PromiseRenewal(warehouse: "B")
        try store.promises.save(renewal)
        try store.promises.save(PromiseRenewal(warehouse: "C"))
        renewal.reached = SKUKey("", "PEN")
        try store.promises.save(renewal)
        #expect(try store.promises.renewal() == renewal)
        // Another revision: from the first SKU on.
        try store.promises.save(PromiseRenewal(warehouse: "B"))
        #expect(try store.promises.renewal()?.reached == .first)
        try store.promises.end(renewal)
        #expect(try store.promises.renewal()?.warehouse == "C")
    }

    @Test func skusFollowInTheOrderOfTheirBytes() throws {
        let ids: [SKUID] = ["A", "B", "Z", "a", "é", "名"]
        for id in ids.reversed() {
            let lines = [NewOrder.Line(line: "1", sku: id, quantity: 1)]
            _ = try store.orders.insert(.sample(OrderID("O-\(id)"), warehouse: "B", lines: lines), at: second(0))
            try promise(SKUKey("", id), in: "B")
        }
        _ = try store.orders.insert(.sample("O-C", warehouse: "C"), at: second(0))
        try promise(SKUKey("", "C"), in: "C")
        var found: [SKUID] = []
        var key = SKUKey.first
        while let next = try store.promises.next(after: key, in: "B") {
            found.append(next.id)
            key = next
        }
        #expect(found == ids)
    }

    /// Whichever lines hold their promises or lack them, their SKUs follow each other, each once.
    @Test func skusOfLinesWithoutPromiseFollowToo() throws {
        var wanted: [SKUKey] = []
        for client: ClientID in ["", "ACME", "B"] {
            wanted.append(SKUKey(client, "BAG"))
            try promise(SKUKey(client, "BAG"), in: "A")
            let bags = [NewOrder.Line(line: "1", sku: "BAG", quantity: 2)]
            _ = try store.orders.insert(.sample(OrderID("\(client) bags"), client: client, lines: bags), at: second(0))
            for sku: SKUID in ["CUP", "TEA"] {
                for number in 0..<3 {
                    let id = OrderID("\(client) \(sku) \(number)")
                    let lines = [NewOrder.Line(line: "1", sku: sku, quantity: 2)]
                    let order = try store.orders.insert(.sample(id, client: client, lines: lines), at: second(number))
                    try store.orders.withdrawPromise(try store.orders.line("1", of: order.row), 1)
                }
                wanted.append(SKUKey(client, sku))
            }
        }
        var found: [SKUKey] = []
        while let next = try store.promises.next(after: found.last ?? .first, in: "A"), found.count < 12 {
            found.append(next)
        }
        #expect(found == wanted)
        #expect(try store.promises.next(after: .first, in: "B") == nil)
    }

    /// However many SKUs came in of which nothing is promised, one search passes some of them and no more.
    @Test func skusWithoutPromisesArePassedSomeAtATime() throws {
        for number in 100..<150 { try receive(SKUKey("", SKUID("S-\(number)")), in: "A") }
        try promise(SKUKey("", "S-150"), in: "A")
        var found: [SKUID] = []
        while let next = try store.promises.next(after: SKUKey("", found.last ?? ""), in: "A") { found.append(next.id) }
        #expect(found == ["S-115", "S-131", "S-147", "S-150"])
    }

    private func receive(_ key: SKUKey, in warehouse: WarehouseCode) throws {
        let goods = GoodsKey(warehouse: warehouse, client: key.client, sku: key.id, lot: "", expiry: nil)
        try store.accounts.record(2, as: .received, of: goods)
    }

    /// Pieces come in and are promised.
    private func promise(_ key: SKUKey, in warehouse: WarehouseCode) throws {
        try receive(key, in: warehouse)
        try store.promises.change(by: 1, of: key.id, key.client, in: warehouse)
    }

    /// The lines of the SKU that was reached may be any number: they are not read to find the next.
    @Test(arguments: [OrderTable.nextUnpromisedSKU, AccountTable.nextSKU])
    func theLinesOfTheLastSKUAreNotPassed(text: String) throws {
        let plan = try QueryPlan(of: text, on: store.db.handle)
        let searches = plan.steps.filter { $0.hasPrefix("SEARCH line") || $0.hasPrefix("SEARCH account") }
        #expect(searches.count == 2 && searches[0].hasSuffix("(warehouse=? AND client=? AND sku>?)"))
        #expect(searches.last?.hasSuffix("(warehouse=? AND client>?)") == true)
    }
}
