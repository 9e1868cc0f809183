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
            let promises = PromiseTable(file.connection)
            try file.connection.transaction { () throws(Refusal) in
                try promises.change(by: 2, of: "TEA", "", in: "NY")
            }
            let refusal = Refusal.unknownCode("x")
            #expect(throws: refusal) {
                try file.connection.transaction { () throws(Refusal) in
                    try promises.change(by: 5, of: "TEA", "", in: "NY")
                    throw refusal
                }
            }
        }
        let file = try open(journal: "00000000")
        #expect(try PromiseTable(file.connection).quantity(of: "TEA", "", in: "NY") == 2)
        #expect(try MetaTable(file.connection).journal() == "7f3c91d2")
        try file.checkpoint()
    }

    @Test func oneAtATimeHoldsTheFile() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = try open()
        #expect(throws: StoreError.self) { try open() }
        #expect(try EventTable(file.connection).head() == 0)
    }
}
