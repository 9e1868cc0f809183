import Domain
import Testing

@testable import Store

@Suite struct PromiseTableTests {
    private let store: Store
    private var promises: PromiseTable { store.promises }

    init() throws { store = try openStore() }

    @Test func aSumNeverFallsBelowNothing() throws {
        #expect(try promises.quantity(of: "TEA", "", in: "NY") == 0)
        try promises.change(by: 5, of: "TEA", "", in: "NY")
        try promises.change(by: -3, of: "TEA", "", in: "NY")
        try promises.change(by: 0, of: "TEA", "", in: "NY")
        #expect(try promises.quantity(of: "TEA", "", in: "NY") == 2)
        #expect(throws: Refusal.self) { try promises.change(by: -3, of: "TEA", "", in: "NY") }
        #expect(throws: Refusal.self) { try promises.change(by: -1, of: "MUG", "", in: "NY") }
        #expect(try promises.quantity(of: "TEA", "", in: "NY") == 2)
    }

    @Test func areReadInPagesByKey() throws {
        try promises.change(by: 1, of: "TEA", "", in: "NY")
        try promises.change(by: 2, of: "MUG", "", in: "NY")
        let first = try promises.promises(after: nil, limit: 1)
        #expect(first == [Promise(warehouse: "NY", client: "", sku: "MUG", quantity: 2)])
        #expect(try promises.promises(after: first.last, limit: 9).map(\.sku) == ["TEA"])
    }
}
