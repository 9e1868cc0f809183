import Common
import Foundation
import JSON
import LabelSpool
import LineProtocol
import Operations
import TestOperations
import Testing

@testable import wmsd

/// Kills the real daemon while labels are queued, spooled and printed at the same time.
@Suite struct LabelKillTests {
    static let rounds = max(4, Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1)
    static let labelsPerRound = 40

    @Test("Every label whose command was answered comes onto paper once, whole and in order")
    func eachOnce() async throws {
        let daemon = try DaemonUnderTest(settings: #"labels: {templates: "\#(Self.templates)"}"#)
        let socket = daemon.socket
        _ = try await PackedParcels(1) { try Self.change($0, $1, at: socket) }
        let feeder = FolderFeeder(spool: daemon.data + "/spool")
        var random = SplitMix64(seed: 20_261_124)
        for round in 0..<Self.rounds {
            let line = try LineSocketUnderTest(daemon.socket)
            let lines = (0..<Self.labelsPerRound).map {
                "label.reprint parcel=1 reason=again command_id=r-\(round)-\($0)\n"
            }
            line.send(lines.joined())
            usleep(.random(in: 0..<250_000, using: &random))
            daemon.kill()
            try daemon.start()
            // Whoever has no answer sends the line again, and it counts once.
            let again = try LineSocketUnderTest(daemon.socket)
            again.send(lines.joined())
            again.finish()
            #expect(again.rest().count { $0.contains(#""copy":"#) } == Self.labelsPerRound, "round \(round)")
        }
        let count = 1 + Self.rounds * Self.labelsPerRound
        for _ in 0..<1_200 where try Self.waiting(daemon) > 0 { usleep(50_000) }
        feeder.stop()
        #expect(feeder.printed == Array(1...count))
        let client = try daemon.client()
        #expect(try client.call(Audit()).isSound)
        #expect(try client.all(LabelList(state: .printed)).count == count)
        #expect(try client.call(EventList(of: [.labelFailed])).events.isEmpty)
    }

    private static func waiting(_ daemon: DaemonUnderTest) throws -> Int {
        try daemon.client().call(Status()).printers.count
    }

    private static func change(_ method: String, _ params: JSONObject, at socket: String) throws -> JSONValue
    {
        var params = params
        params["command_id"] = .string("p-" + UUID().uuidString)
        return try DaemonUnderTest.client(of: socket).call(method, params)
    }

    private static let templates = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("labels").path
}

/// A feeder as a shell script: whatever is in `new` is printed and moved to `done`.
private final class FolderFeeder: @unchecked Sendable {
    private let lock = NSLock()
    private var numbers: [Int] = []
    private var isStopping = false

    init(spool: String) {
        Thread.detachNewThread { [self] in
            while !lock.withLock({ isStopping }) {
                for printer in (try? FileManager.default.contentsOfDirectory(atPath: spool)) ?? [] {
                    printWaiting(in: "\(spool)/\(printer)")
                }
                usleep(300)
            }
        }
    }

    /// The jobs in the order in which they came onto paper.
    var printed: [Int] { lock.withLock { numbers } }

    func stop() { lock.withLock { isStopping = true } }

    private func printWaiting(in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/new")) ?? []
        for name in names.compactMap({ SpoolName($0) }).sorted() {
            guard let text = try? String(contentsOfFile: "\(folder)/new/\(name)", encoding: .utf8) else {
                continue
            }
            guard rename("\(folder)/new/\(name)", "\(folder)/done/\(name)") == 0 else { continue }
            let isWhole = text.hasPrefix("^XA") && text.contains("^XZ")
            lock.withLock { numbers.append(isWhole ? name.sequence : -name.sequence) }
        }
    }
}
