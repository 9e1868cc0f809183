import Domain
import JSON
import LineProtocol
import Operations
import Store
import Testing

@testable import Fulfillment

/// The refusals that are no method's own.
@Suite("What any line may be refused as")
struct AnyLineRefusalTests {
    /// What only the daemon refuses is tried with the daemon.
    static let ofTheDaemon: [ErrorKind] = [.tooLong, .busy, .shuttingDown, .internalFault]
    static let ofTheSite: [ErrorKind] = [.storage, .commandReused, .diskFull, .notStored]

    static let lines: [(ErrorKind, [UInt8])] = [
        (.notJSON, Array(#"{"jsonrpc":"2.0","id":1"#.utf8)),
        (.notUTF8, [0x70, 0xFF]),
        (.duplicateKey, Array(#"{"jsonrpc":"2.0","id":1,"id":2,"method":"ping"}"#.utf8)),
        (.invalidRequest, Array(#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#.utf8)),
        (.unknownMethod, Array("order.nosuch O-1".utf8)),
        (.badParams, Array("order.get".utf8)),
        (.notAllowed, Array("order.cancel O-1".utf8)),
    ]

    @Test("Each kind is tried")
    func table() {
        let tried = Self.lines.map(\.0) + Self.ofTheSite + Self.ofTheDaemon
        let declared = ErrorKind.ofAnyLine + ErrorKind.ofAnyChange
        #expect(tried.map(\.rawValue).sorted() == declared.map(\.rawValue).sorted())
    }

    @Test("A line that is no request of the caller's", arguments: lines)
    func line(kind: ErrorKind, bytes: [UInt8]) {
        let fault = #expect(throws: RequestFault.self) {
            if let request = try Request(line: bytes) { _ = try Call(request, by: [.viewer]) }
        }
        #expect(fault?.error.kind == kind)
    }

    @Test("A row that cannot be understood is refused as such, and stops nothing else")
    func unreadableRow() throws {
        let site = try Worlds.stocked.open()
        try site.site.store.db.run(SQL("UPDATE tote SET state = 'odd' WHERE tote = 'T-1'"))
        #expect(try site.outcome(of: "tote.list", ["limit": 500])["refused"] == "storage")
        #expect(try site.outcome(of: "tote.list", ["after": "T-1", "limit": 1])["refused"] == nil)
    }

    @Test("A key that is none of the list's does not begin it again")
    func noKey() throws {
        let site = try Worlds.stocked.open()
        for (list, params) in [("task.list", [:]), ("order.list", ["sku": "PEN"])] as [(String, JSONObject)] {
            let answer = try site.outcome(of: list, params.setting(["after": "O-1"]))
            #expect(answer["refused"] == "bad_params", "\(list)")
        }
    }

    @Test("The id of a command is used once")
    func commandReused() throws {
        let site = try Worlds.stocked.open()
        try site.done("event.ack", ["consumer": "shop", "sequence": 1], id: "c-1")
        let again = try site.outcome(of: "event.ack", ["consumer": "shop", "sequence": 2], id: "c-1")
        #expect(again["refused"] == "command_reused")
    }

    @Test("Where the disk takes no more")
    func diskFull() throws {
        let site = try Worlds.stocked.open()
        // As many pages as there are now.
        try site.site.store.db.run(SQL("PRAGMA max_page_count = 1"))
        var kind: ErrorKind?
        for number in 1...5_000 where kind == nil {
            kind = try Self.failure(on: site, as: "consumer-\(number)")
        }
        #expect(kind == .diskFull)
        #expect(try site.outcome(of: "stock.list", ["warehouse": "WH-NY"])["refused"] == nil)
    }

    @Test("What the database refuses is not stored")
    func notStored() throws {
        let site = try Worlds.stocked.open()
        try site.site.store.db.run(SQL("DROP TABLE consumer"))
        #expect(try Self.failure(on: site, as: "shop") == .notStored)
    }

    /// Why a commit failed in which a consumer acknowledges; nil where it did not.
    private static func failure(on site: TestSite, as consumer: String) throws -> ErrorKind? {
        do {
            try site.done("event.ack", ["consumer": .string(consumer), "sequence": 1])
            return nil
        } catch StoreError.commitFailed(let refusal) { return refusal.kind }
    }
}
