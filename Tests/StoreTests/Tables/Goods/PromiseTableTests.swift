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

    /// The sum that is kept in memory is that of the table, whatever becomes of a command or a transaction.
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

    /// That a SKU has no row is kept in memory as well.
    @Test func theFirstPromiseOfASKUIsWrittenOnce() throws {
        let refusal = Refusal.unknownCode("x")
        func quantity() throws -> Int { try promises.quantity(of: "TEA", "", in: "NY") }
        #expect(try quantity() == 0)
        #expect(throws: refusal) {
            try store.db.transaction { () throws(Refusal) in
                try promises.change(by: 5, of: "TEA", "", in: "NY")
                try promises.change(by: -2, of: "TEA", "", in: "NY")
                throw refusal
            }
        }
        #expect(try quantity() == 0)
        let before = store.db.changesMade
        try promises.change(by: 4, of: "TEA", "", in: "NY")
        #expect(store.db.changesMade == before + 1)
        try promises.change(by: 1, of: "TEA", "", in: "NY")
        #expect(store.db.changesMade == before + 2)
        #expect(try quantity() == 5)
        #expect(throws: Refusal.self) { try promises.change(by: -6, of: "TEA", "", in: "NY") }
        try promises.change(by: -5, of: "TEA", "", in: "NY")
        #expect(try quantity() == 0)
        try promises.change(by: 1, of: "TEA", "", in: "NY")
        #expect(try quantity() == 1)
        #expect(try store.number("SELECT count(*) FROM promise") == 1)
    }
}
