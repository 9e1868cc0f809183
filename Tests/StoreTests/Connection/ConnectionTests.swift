import Domain
import Testing

@testable import Store

@Suite struct ConnectionTests {
    /// A text that is gone leaves its identity to the next one, which must not get its statement.
    @Test func statementsAreNotMixedUp() throws {
        let db = try openStore().db
        for number in 0..<100 { #expect(try db.int(SQL("SELECT \(number)")) == number) }
    }

    @Test func aRefusedCommandLeavesNothingAndTheOthersStay() throws {
        let store = try openStore()
        try store.db.transaction { () throws(Refusal) in
            try store.promises.change(by: 1, of: "TEA", "", in: "NY")
            #expect(throws: Refusal.unknownCode("x")) {
                try store.db.command { () throws(Refusal) in
                    try store.promises.change(by: 5, of: "TEA", "", in: "NY")
                    throw Refusal.unknownCode("x")
                }
            }
        }
        #expect(try store.promises.quantity(of: "TEA", "", in: "NY") == 1)
    }
}

extension ConnectionTests {
    @Test("Values of any length are bound, and those of the statement before are not seen again")
    func values() throws {
        let db = try openStore().db
        let echo = SQL("SELECT ?1, ?2, ?3")
        for length in [0, 1, 200, 511, 512, 513, 5_000, 3, 0] {
            let (text, bytes) = (String(repeating: "ü", count: length), [UInt8](repeating: 7, count: length))
            let found = try db.first(echo, text, bytes, length) { (columns) throws(Refusal) in
                (try columns.text(), try columns.blob(), try columns.int())
            }
            #expect(found?.0 == text && found?.1 == bytes && found?.2 == length)
        }
    }

    @Test("A transaction that gives nothing is rolled back, with what is kept of it in memory")
    func nothing() throws {
        let store = try openStore()
        let kept: Int? = try store.db.transactionUnlessNil { () throws(Refusal) -> Int? in
            try store.promises.change(by: 5, of: "TEA", "", in: "NY")
            return nil
        }
        #expect(kept == nil)
        #expect(try store.promises.quantity(of: "TEA", "", in: "NY") == 0)
        let before = store.db.changesMade
        try store.db.transaction { () throws(Refusal) in
            try store.promises.change(by: 5, of: "TEA", "", in: "NY")
        }
        #expect(store.db.changesMade == before + 1)
        #expect(try store.promises.quantity(of: "TEA", "", in: "NY") == 5)
    }
}
