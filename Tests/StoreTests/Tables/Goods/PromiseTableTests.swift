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
        #expect(try promises.quantity(of: "TEA", "", in: "NY") == 2)
        #expect(throws: Refusal.self) { try promises.change(by: -3, of: "TEA", "", in: "NY") }
        #expect(throws: Refusal.self) { try promises.change(by: -1, of: "MUG", "", in: "NY") }
        #expect(try promises.quantity(of: "TEA", "", in: "NY") == 2)
    }
}
