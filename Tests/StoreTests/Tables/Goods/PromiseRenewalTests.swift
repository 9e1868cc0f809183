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
        for id in ids { try store.promises.change(by: 1, of: id, "", in: "B") }
        try store.promises.change(by: 1, of: "A", "", in: "C")
        var found: [SKUID] = []
        var key = SKUKey.first
        while let next = try store.promises.next(after: key, in: "B") {
            found.append(next.id)
            key = next
        }
        #expect(found == ids)
    }
}
