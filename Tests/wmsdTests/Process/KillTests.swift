import Foundation
import JSON
import LineProtocol
import Testing

/// Kills the real daemon while it works and looks whether it kept its word.
///
/// SIGKILL proves that nothing is half done and that every answer was true of the files; that a commit also
/// survives the loss of power rests on `synchronous=FULL`, which the store reads back.
@Suite struct KillTests {
    static let rounds = 4 * max(1, Int(ProcessInfo.processInfo.environment["WMS_TEST_SEEDS"] ?? "") ?? 1)
    static let connections = 3
    static let commandsPerConnection = 120

    @Test func nothingAnsweredIsLostAndEveryCommandHasOneEffect() throws {
        let daemon = try DaemonUnderTest()
        try prepare(try daemon.client())
        var random = SeededDelays(state: 20_261_124)
        var known: [String: String] = [:]
        for round in 0..<Self.rounds {
            let commands = (0..<Self.connections).map { connection in
                (0..<Self.commandsPerConnection).map { "k\(round)-\(connection)-\($0)" }
            }
            let answered = try work(commands, on: daemon, killAfterMicroseconds: random.next(below: 40_000))
            try daemon.start()
            for (id, again) in try results(of: commands.flatMap(\.self), on: daemon) {
                #expect(
                    answered[id] == nil || answered[id] == again,
                    "\(id) was answered otherwise before the kill")
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
        for (socket, ids) in zip(sockets, commands) { socket.send(ids.map(Self.line).joined()) }
        usleep(delay)
        daemon.kill()
        var answered: [String: String] = [:]
        for socket in sockets { answered.merge(try Self.results(in: socket.rest())) { $1 } }
        return answered
    }

    /// The results of the same commands sent once more.
    private func results(of ids: [String], on daemon: DaemonUnderTest) throws -> [String: String] {
        let socket = try LineSocketUnderTest(daemon.socket)
        socket.send(ids.map(Self.line).joined())
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
        #expect(try client.call("audit")["sound"] == true)
        let head = client.hello["head"]?.int ?? 0
        _ = try client.call("event.subscribe", ["after": 0])
        var sequences: [Int] = []
        while sequences.count < head, let event = try client.nextNotification(withinMS: 10_000) {
            sequences.append(event.params["sequence"]?.string.flatMap { Int($0) } ?? 0)
        }
        #expect(sequences == Array(1...head))
    }

    private func prepare(_ client: LineClient) throws {
        let layout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
                "layouts/wh-ny.yaml")
        let yaml = try String(contentsOf: layout, encoding: .utf8)
        _ = try client.call("layout.load", ["yaml": .string(yaml), "command_id": "layout"])
        _ = try client.call(
            "sku.upsert",
            ["sku": "TEA-250G", "size_mm": [120, 80, 60], "weight_g": 270, "command_id": "sku"])
    }

    private static func line(_ id: String) -> String {
        #"{"jsonrpc":"2.0","id":"\#(id)","method":"stock.receive","params":{"bin":"B-3-12","sku":"TEA-250G","qty":1,"command_id":"\#(id)"}}"#
            + "\n"
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

/// Delays that are the same in every run: SplitMix64.
private struct SeededDelays {
    var state: UInt64

    mutating func next(below bound: UInt32) -> UInt32 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt32((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
