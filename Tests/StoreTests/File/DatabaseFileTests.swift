import Domain
import Foundation
import Testing

@testable import Store

@Suite struct DatabaseFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "store-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func open(journal: String = "7f3c91d2") throws -> DatabaseFile {
        try DatabaseFile(path: folder.appendingPathComponent("site.db").path, newJournal: journal)
    }

    @Test func whatWasCommittedIsThereAgain() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let file = try open()
            let store = try Store(file.connection)
            try store.db.transaction { () throws(Refusal) in
                _ = try store.orders.insert(.sample("O-1"), at: second(0))
            }
            let refusal = Refusal.unknownCode("x")
            #expect(throws: refusal) {
                try store.db.transaction { () throws(Refusal) in
                    _ = try store.orders.insert(.sample("O-2"), at: second(0))
                    throw refusal
                }
            }
        }
        let file = try open(journal: "00000000")
        let store = try Store(file.connection)
        #expect(try store.orders.orders(after: nil, limit: 9).map(\.id) == ["O-1"])
        #expect(try store.promises.quantity(of: "TEA", "", in: "A") == 2)
        #expect(try store.orders.counts() == [.accepted: 1])
        #expect(try store.meta.journal() == "7f3c91d2")
        try file.checkpoint()
    }

    @Test func oneAtATimeHoldsTheFile() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try open()
        #expect(throws: StoreError.self) { try open() }
        #expect(try EventTable(file.connection).head() == 0)
    }
}
