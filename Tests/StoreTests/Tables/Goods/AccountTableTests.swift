import Domain
import Testing

@testable import Store

@Suite struct AccountTableTests {
    private let store: Store
    private var accounts: AccountTable { store.accounts }
    private let tea = GoodsKey(warehouse: "NY", client: "", sku: "TEA", lot: "L1", expiry: Day("2027-01-31"))
    private let mug = GoodsKey(warehouse: "NY", client: "", sku: "MUG")

    init() throws { store = try openStore() }

    @Test func addsUpByColumn() throws {
        try accounts.record(20, as: .received, of: tea)
        try accounts.record(4, as: .received, of: tea)
        try accounts.record(1, as: .returned, of: tea)
        try accounts.record(-3, as: .adjusted, of: tea)
        try accounts.record(2, as: .writtenOff, of: tea)
        try accounts.record(5, as: .handedOver, of: tea)
        let account = try accounts.accounts(after: nil, limit: 9).first
        #expect(
            account
                == Account(goods: tea, received: 24, returned: 1, adjusted: -3, writtenOff: 2, handedOver: 5))
        #expect(account?.expected == 15)
    }

    @Test func areReadInPagesByKey() throws {
        try accounts.record(1, as: .received, of: tea)
        try accounts.record(1, as: .received, of: mug)
        #expect(try accounts.accounts(after: nil, limit: 1).map(\.goods) == [mug])
        #expect(try accounts.accounts(after: mug, limit: 9).map(\.goods) == [tea])
        #expect(try accounts.accounts(after: tea, limit: 9).isEmpty)
    }
}
