import Domain
import Foundation
import Fulfillment
import JSON
import LineProtocol
import Operations
import Store
import TestOperations
import Testing

@testable import wmsd

/// What any line may be refused as and only the daemon refuses. No cause is known for a fault of its own, `internal`.
@Suite struct DaemonRefusalTests {
    @Test func aLineTooLong() throws {
        var pipeline = RequestPipeline(roles: Role.allCases) { "made" }
        guard case .write(let line)? = pipeline.receive(.tooLong).first else {
            Issue.record("a line too long is not answered")
            return
        }
        #expect(try Self.kind(of: line) == "too_long")
    }

    @Test func moreConnectionsThanThereMayBe() throws {
        let daemon = try DaemonUnderTest(settings: "limits: {connections: 1}")
        let held = try LineSocketUnderTest(daemon.socket)
        _ = held.line()
        let refused = try LineSocketUnderTest(daemon.socket)
        #expect(try Self.kind(of: try #require(refused.line())) == "busy")
        withExtendedLifetime(held) {}
    }

    @Test func aDaemonThatIsStopping() async throws {
        let folder = NSTemporaryDirectory() + "wmsd-stopping-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let database = folder + "/wmsd.sqlite"
        let now = { @Sendable in Instant(millisecondsSince1970: 0) }
        let decider = try Decider(clock: now, logger: SiteUnderTest.silent) { () throws(StoreError) in
            try Site(databasePath: database, settings: SiteSettings(), newJournal: "0a1b2c3d")
        }
        decider.close()
        let reply = await withCheckedContinuation { continuation in
            decider.decide(SiteUnderTest.command(ToteUpsert("T-1"))) {
                continuation.resume(returning: $0)
            }
        }
        guard case .refusal(let refusal) = reply else {
            Issue.record("\(reply)")
            return
        }
        #expect(refusal.kind == .shuttingDown)
    }

    private static func kind(of line: String) throws -> String? {
        try JSONValue(parsing: line)["error"]?["data"]?["kind"]?.string
    }
}
