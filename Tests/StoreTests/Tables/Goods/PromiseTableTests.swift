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

    /// The sum that is kept in memory is that of the lines, whatever becomes of a command or a transaction.
    @Test func whatIsTakenBackIsNotRemembered() throws {
        let refusal = Refusal.unknownCode("x")
        func quantity() throws -> Int { try promises.quantity(of: "TEA", "", in: "NY") }
        try promises.change(by: 5, of: "TEA", "", in: "NY")
        #expect(try quantity() == 5)
        try store.db.transaction { () throws(Refusal) in
            try promises.change(by: 1, of: "TEA", "", in: "NY")
            #expect(throws: refusal) {
                try store.db.command { () throws(Refusal) in
                    try promises.change(by: -4, of: "TEA", "", in: "NY")
                    throw refusal
                }
            }
        }
        #expect(try quantity() == 6)
        #expect(throws: refusal) {
            try store.db.transaction { () throws(Refusal) in
                try promises.change(by: 3, of: "TEA", "", in: "NY")
                throw refusal
            }
        }
        #expect(try quantity() == 6)
        #expect(try promises.quantity(of: "TEA", "", in: "LA") == 0)
        #expect(try promises.quantity(of: "TEA", "ACME", in: "NY") == 0)
    }

    /// The sums are those of the lines, whoever opens the file.
    @Test func theyAreAddedUpFromTheLines() throws {
        func quantity(_ sku: SKUID, in warehouse: WarehouseCode = "A") throws -> Int {
            try Store(store.db).promises.quantity(of: sku, "", in: warehouse)
        }
        #expect(try quantity("TEA") == 0)
        let orders = [try store.order("O-1"), try store.order("O-2")]
        _ = try store.orders.insert(.sample("O-3", warehouse: "NY"), at: second(0))
        _ = try store.orders.insert(.sample("O-1", client: "ACME"), at: second(0))
        try store.orders.withdrawPromise(try store.orders.line("1", of: orders[0].row), 1)
        #expect(try quantity("TEA") == 3)
        #expect(try quantity("CUP") == 2)
        #expect(try quantity("TEA", in: "NY") == 2)
        #expect(try Store(store.db).promises.quantity(of: "CUP", "ACME", in: "A") == 1)
        for order in orders { try store.orders.endPromises(of: order.row) }
        #expect(try quantity("TEA") == 0)
    }

    @Test func aChangeWritesNoRow() throws {
        let before = try store.number("SELECT total_changes()")
        try promises.change(by: 4, of: "TEA", "", in: "NY")
        try promises.change(by: -4, of: "TEA", "", in: "NY")
        #expect(try promises.quantity(of: "TEA", "", in: "NY") == 0)
        #expect(try store.number("SELECT total_changes()") == before)
    }
}
