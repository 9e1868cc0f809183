import Domain
import Foundation
import Fulfillment
import JSON
import LineProtocol
import Logging
import Operations
import Store
import Synchronization

@testable import wmsd

/// A site behind a decider, with packed parcels in it, asked from a test.
final class SiteUnderTest: Sendable {
    let clock = TestClock()
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    let decider: Decider
    let jobStore: DeciderLabelJobStore
    let parcels: PackedParcels

    init(
        database: String, parcels count: Int, logger: Logger = SiteUnderTest.silent
    ) async throws {
        let clock = clock
        let now = { @Sendable in clock.now }
        let decider = try Decider(clock: now, logger: logger) { () throws(StoreError) in
            try Site(databasePath: database, settings: SiteSettings(), newJournal: "0a1b2c3d")
        }
        self.decider = decider
        jobStore = DeciderLabelJobStore(decider: decider)
        parcels = try await PackedParcels(count) { try await Self.change($0, $1, by: decider) }
    }

    static func command(_ method: String, _ params: JSONObject) -> Command {
        var params = params
        if Method.named(method)?.changes ?? false { params["command_id"] = "unnamed" }
        let line: JSONValue = [
            "jsonrpc": "2.0", "id": 1, "method": .string(method), "params": .object(params),
        ]
        let request = try! Request(line: line.description.utf8)!
        let call = try! Call(request, by: [.lead])
        return Command(call, commandID: nil, actor: Actor(userID: 0, roles: [.lead]))
    }

    static func command<Asked: Operations.Operation>(_ operation: Asked) -> Command {
        command(Asked.declaration.name, operation.json)
    }

    func change<Asked: Operations.Operation>(_ operation: Asked) async throws -> Asked.Result {
        try Asked.result(in: try await Self.change(Asked.declaration.name, operation.json, by: decider))
    }

    private static func change(
        _ method: String, _ params: JSONObject, by decider: Decider
    ) async throws -> JSONValue {
        try value(of: await DeciderLabelJobStore(decider: decider).decide(command(method, params)))
    }

    func read<Asked: Operations.Operation>(_ operation: Asked) async throws -> Asked.Result {
        let command = Self.command(operation)
        let value = try Self.value(
            of: await withCheckedContinuation { continuation in
                decider.read({ site, now in
                    continuation.resume(returning: Reply(site.read(command, at: now)))
                })
            })
        return try Asked.result(in: value)
    }

    private static func value(of reply: Reply) throws -> JSONValue {
        guard case .answer(let text) = reply else { throw Refused(reply: "\(reply)") }
        return try JSONValue(parsing: text)
    }

    struct Refused: Error { let reply: String }
}

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
    private let milliseconds = Mutex(1_778_054_400_000)

    var now: Instant { Instant(millisecondsSince1970: milliseconds.withLock { $0 }) }

    func advance(seconds: Int) { milliseconds.withLock { $0 += seconds * 1_000 } }
}
