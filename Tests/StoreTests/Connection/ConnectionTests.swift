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
