import Common
import Foundation
import JSON
import LineProtocol
import Operations
import TestOperations
import Testing

@testable import wmsd

/// Kills the real daemon while it works and reads whether it kept its word.
///
/// SIGKILL proves that nothing is half done and that every answer was true of the files; that a commit also
/// survives the loss of power rests on `synchronous=FULL`, which the store reads back.
@Suite struct KillTests {
    static let rounds = 4 * max(1, Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1)
    static let connections = 3
    static let commandsPerConnection = 120

    @Test func nothingAnsweredIsLostAndEveryCommandHasOneEffect() throws {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        var random = SplitMix64(seed: 20_261_124)
        var known: [String: String] = [:]
        for round in 0..<Self.rounds {
            let commands = (0..<Self.connections).map { connection in
                (0..<Self.commandsPerConnection).map { "k\(round)-\(connection)-\($0)" }
            }
            let answered = try work(
                commands, on: daemon, killAfterMicroseconds: .random(in: 0..<40_000, using: &random))
            try daemon.start()
            for (id, again) in try results(of: commands.flatMap(\.self), on: daemon) {
                #expect(
                    answered[id] == nil || answered[id] == again,
                    "\(id) was answered otherwise before the kill, in round \(round)")
                known[id] = again
            }
        }
        try checkEffects(known, on: daemon)
    }

    /// Sends every command ahead on its connection, kills the daemon, and reads what had been answered.
    private func work(
        _ commands: [[String]], on daemon: DaemonUnderTest, killAfterMicroseconds delay: UInt32
    ) throws -> [String: String] {
        let sockets = try commands.map { _ in try LineSocketUnderTest(daemon.socket) }
        for (socket, ids) in zip(sockets, commands) { socket.send(ids.map(Floor.receipt).joined()) }
        usleep(delay)
        daemon.kill()
        var answered: [String: String] = [:]
        for socket in sockets { answered.merge(try Self.results(in: socket.rest())) { $1 } }
        return answered
    }

    /// The results of the same commands sent once more.
    private func results(of ids: [String], on daemon: DaemonUnderTest) throws -> [String: String] {
        let socket = try LineSocketUnderTest(daemon.socket)
        socket.send(ids.map(Floor.receipt).joined())
        socket.finish()
        let results = try Self.results(in: socket.rest())
        #expect(results.count == ids.count)
        return results
    }

    /// Every command added one piece: the stock after each is another number, and together they are 1 to n.
    private func checkEffects(_ results: [String: String], on daemon: DaemonUnderTest) throws {
        let counts = try results.values.map { try JSONValue(parsing: $0)["on_hand"]?.int ?? 0 }
        #expect(counts.sorted() == Array(1...(Self.rounds * Self.connections * Self.commandsPerConnection)))
        let client = try daemon.client()
        #expect(try client.call(Audit()).isSound)
        let head = client.hello["head"]?.int ?? 0
        _ = try client.call(EventSubscribe(after: 0))
        var sequences: [Int] = []
        while sequences.count < head, let event = try client.nextNotification(withinMS: 60_000) {
            // Heartbeats come in between where the machine is busy.
            if event.method != "event" { continue }
            sequences.append(event.params["sequence"]?.string.flatMap { Int($0) } ?? 0)
        }
        #expect(sequences == Array(1...head))
    }

    /// The result texts by command, byte for byte.
    private static func results(in lines: [String]) throws -> [String: String] {
        var results: [String: String] = [:]
        for line in lines {
            let answer = try JSONValue(parsing: line)
            if answer["method"] != nil { continue }
            let id = try #require(answer["id"]?.string)
            let start = try #require(line.range(of: #""result":"#), "\(line)")
            results[id] = String(line[start.upperBound...].dropLast())
        }
        return results
    }
}
