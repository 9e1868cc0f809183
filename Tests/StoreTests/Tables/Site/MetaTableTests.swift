import Domain
import Testing

@testable import Store

@Suite struct MetaTableTests {
    @Test func noSerialIsGivenOutTwice() throws {
        let store = try openStore()
        #expect(try store.meta.nextSSCCSerial() == 1)
        #expect(try store.meta.nextSSCCSerial() == 2)
        #expect(try MetaTable(store.db).nextSSCCSerial() == 3)
    }

    @Test func aFileWithoutAJournalIsRefused() throws {
        let store = try openStore()
        #expect(throws: Refusal.self) { try store.meta.journal() }
        try store.db.execute(script: "INSERT INTO meta (name, value) VALUES ('journal', '7f3c91d2')")
        #expect(try store.meta.journal() == "7f3c91d2")
    }
}
