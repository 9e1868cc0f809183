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
        }
        _ = try store.orders.insert(.sample("O-C", warehouse: "C"), at: second(0))
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

    /// The lines of the SKU that was reached may be any number: they are not read to find the next.
    @Test(arguments: [OrderTable.nextUnpromisedSKU, OrderTable.nextPromisedSKU])
    func theLinesOfTheLastSKUAreNotPassed(text: String) throws {
        let plan = try QueryPlan(of: text, on: store.db.handle)
        let searches = plan.steps.filter { $0.hasPrefix("SEARCH line") }
        #expect(searches.count == 2 && searches[0].hasSuffix("(warehouse=? AND client=? AND sku>?)"))
        #expect(searches.last?.hasSuffix("(warehouse=? AND client>?)") == true)
    }
}
