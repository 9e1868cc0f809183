import Domain
import Foundation
import NIOCore
import Operations
import Store
import TestOperations
import Testing

@testable import Fulfillment
@testable import wmsd

@Suite("Rows that cannot be understood are named in the log")
struct UnreadableRowLogTests {
    @Test("Once a second, with the number of refusals in between")
    func onceASecond() {
        let recorded = RecordedLog()
        var now = NIODeadline.uptimeNanoseconds(0)
        let log = UnreadableRowLog(recorded.logger, clock: { now })
        for _ in 0..<500 { log.note("tote, row \"T-1\": state holds \"odd\"") }
        #expect(recorded.events.count == 1)
        #expect(recorded.events[0].level == .error && recorded.events[0].member("refused_before") == nil)
        #expect(recorded.events[0].member("row") == "tote, row \"T-1\": state holds \"odd\"")
        now = now + .seconds(1)
        log.note("tote, row \"T-1\": state holds \"odd\"")
        #expect(recorded.events.count == 2 && recorded.events[1].member("refused_before") == "499")
    }

    @Test("Each of some rows, and not of thousands")
    func severalRows() {
        let recorded = RecordedLog()
        var now = NIODeadline.uptimeNanoseconds(0)
        let log = UnreadableRowLog(recorded.logger, clock: { now })
        for row in 1...1_000 { log.note("pick, row \(row)") }
        #expect(recorded.events.compactMap { $0.member("row") } == (1...10).map { "pick, row \($0)" })
        now = now + .seconds(1)
        log.note("pick, row 1000")
        #expect(recorded.events.last?.member("refused_before") == "990")
    }

    @Test("Of a change and of a read that a client sent")
    func daemon() async throws {
        let database = NSTemporaryDirectory() + "wmsd-unreadable-\(UInt32.random(in: .min ... .max)).sqlite"
        defer {
            for ending in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: database + ending)
            }
        }
        let recorded = RecordedLog()
        let site = try await SiteUnderTest(database: database, parcels: 2, logger: recorded.logger)
        await withCheckedContinuation { continuation in
            site.decider.read { site, _ in
                for table in ["tote", "parcel"] {
                    let change = "UPDATE \(table) SET state = 'odd'"
                    _ = try? site.store.db.run(SQL(change, mayScan: "a test breaks rows"))
                }
                continuation.resume()
            }
        }
        await #expect(throws: SiteUnderTest.Refused.self) {
            _ = try await site.change(ToteUpsert("T-1"))
        }
        await #expect(throws: SiteUnderTest.Refused.self) { _ = try await site.read(ParcelList()) }
        let rows = recorded.events.filter { $0.level == .error }.compactMap { $0.member("row") }
        #expect(rows == ["tote, row \"T-1\": state holds \"odd\"", "parcel, row 1: state holds \"odd\""])
    }
}
