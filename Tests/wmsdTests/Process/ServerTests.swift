import Common
import Domain
import Foundation
import JSON
import LineProtocol
import Operations
import TestOperations
import Testing

@testable import wmsd

/// How the daemon treats its clients and its own place, seen from outside.
@Suite struct ServerTests {
    @Test func pipelinedRequestsAreAnsweredInOrderAlsoAfterAHalfClose() throws {
        let daemon = try DaemonUnderTest()
        let socket = try LineSocketUnderTest(daemon.socket)
        let count = 500
        socket.send((0..<count).map { #"{"jsonrpc":"2.0","id":\#($0),"method":"ping"}"# + "\n" }.joined())
        socket.finish()
        let ids = try socket.rest().dropFirst().map { try JSONValue(parsing: $0)["id"]?.int }
        #expect(ids == Array(0..<count))
    }

    /// The only piece there is, promised to one order, is free for the next once the first is cancelled.
    @Test func whatIsSentAheadOfACancellationsAnswerIsDecidedAfterIt() throws {
        let daemon = try DaemonUnderTest()
        try Floor.prepare(daemon)
        let client = try daemon.client()
        _ = try client.call(StockReceive(1, "TEA-250G", in: "B-3-12"), commandID: "stock")
        func allocation(of id: String) -> JSONObject {
            let order: JSONValue = [
                "order_id": .string(id), "items": [["sku": "TEA-250G", "qty": 1]],
                "ship_to": ["name": "Ada Byron", "city": "Albany", "country": "US"], "delivery_sla": "ANY",
                "plan": ["warehouse": "WH-NY"],
            ]
            return ["command_id": .string("allocate-\(id)"), "order": order]
        }
        _ = try client.call("order.allocate", allocation(of: "O-0"))
        for number in 1...5 {
            let cancel: JSONObject = [
                "command_id": .string("cancel-\(number)"), "order_id": .string("O-\(number - 1)"),
            ]
            try client.send("order.cancel", cancel)
            try client.send("order.allocate", allocation(of: "O-\(number)"))
        }
        for _ in 1...5 {
            #expect(try client.receive()["stage"] == "cancelled")
            #expect(try client.receive()["stage"] == "accepted")
        }
    }

    @Test func aLineTooLongIsSkippedToItsEndAndAnswered() throws {
        let daemon = try DaemonUnderTest()
        let socket = try LineSocketUnderTest(daemon.socket)
        _ = socket.line()
        socket.send(
            [UInt8](repeating: UInt8(ascii: "x"), count: WireLimits.lineBytesMax + 10)
                + Array("\nping\n".utf8))
        let kind = try JSONValue(parsing: socket.line() ?? "null")["error"]?["data"]?["kind"]
        #expect(kind == "too_long")
        #expect(try JSONValue(parsing: socket.line() ?? "null")["result"]?["pong"] == true)
    }

    @Test func aLineThatIsNotUTF8IsAnswered() throws {
        let daemon = try DaemonUnderTest()
        let socket = try LineSocketUnderTest(daemon.socket)
        _ = socket.line()
        socket.send([0xFF, 0xFE, 0x0A])
        #expect(try JSONValue(parsing: socket.line() ?? "null")["error"]?["data"]?["kind"] == "not_utf8")
    }

    @Test func aCutOffLineIsNotExecuted() throws {
        let daemon = try DaemonUnderTest()
        let socket = try LineSocketUnderTest(daemon.socket)
        socket.send("ping\nping")
        socket.finish()
        let answers = try socket.rest().dropFirst().map { try JSONValue(parsing: $0) }
        #expect(answers.map { $0["error"]?["data"]?["kind"]?.string } == [nil, "invalid_request"])
    }

    /// A client that asks and never reads is not read any further, and others are served meanwhile: at some time
    /// nothing more goes in, however much the daemon does for others.
    @Test func aGreedyClientIsHeldBack() throws {
        let daemon = try DaemonUnderTest()
        let greedy = try LineSocketUnderTest(daemon.socket)
        let other = try daemon.client()
        let lines = Array(String(repeating: "help\n", count: 200).utf8)
        var (sent, pingsInVain) = (0, 0)
        while sent < 20_000_000, pingsInVain < 100 {
            let count = greedy.sendSome(lines)
            sent += count
            if count > 0 { pingsInVain = 0 } else { pingsInVain += 1 }
            if count == 0 { #expect(try other.call(Ping()).pong) }
        }
        #expect(pingsInVain == 100, "\(sent) bytes went in")
    }

    @Test func connectionsAreBounded() throws {
        let daemon = try DaemonUnderTest(settings: "limits: {connections: 3}")
        let held = try (0..<3).map { _ in try LineSocketUnderTest(daemon.socket) }
        #expect(held.allSatisfy { $0.line() != nil })
        let refused = try LineSocketUnderTest(daemon.socket)
        #expect(try JSONValue(parsing: refused.line() ?? "null")["error"]?["data"]?["kind"] == "busy")
        #expect(refused.line() == nil)
        withExtendedLifetime(held) {}
    }

    @Test func whoIsNotGrantedAnythingHasNoRole() throws {
        let daemon = try DaemonUnderTest(settings: "roles: [{uid: 4000000, roles: [picker]}]")
        let hello = try daemon.client().hello
        // The tests' own user is root, which keeps every role, or anyone else, who has none now.
        #expect(hello["roles"]?.array?.count == (getuid() == 0 ? Role.allCases.count : 0))
    }

    @Test func aSocketNarrowsTheRoles() throws {
        let place =
            NSTemporaryDirectory() + "wmsd-narrow-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        defer { for file in [place, place + ".lock"] { try? FileManager.default.removeItem(atPath: file) } }
        let daemon = try DaemonUnderTest(
            settings: "sockets: [{path: \(place), roles: [picker]}]", socket: place)
        #expect(try daemon.client().hello["roles"] == ["picker"])
        #expect(throws: ClientError.self) {
            _ = try daemon.client().call(OrderHold("O", reason: "r"), commandID: "c")
        }
    }

    @Test func aSecondDaemonLeavesTheFirstAlone() throws {
        let daemon = try DaemonUnderTest()
        let sameData = try DaemonUnderTest.run([
            "serve", "--data", daemon.data, "--socket", daemon.socket + "2",
        ])
        #expect(sameData.status == 75)
        let sameSocket = try DaemonUnderTest.run([
            "serve", "--data", daemon.data + "2", "--socket", daemon.socket,
        ])
        #expect(sameSocket.status == 75)
        #expect(try daemon.client().call(Ping()).pong)
    }

    @Test func aSocketLeftByAKilledDaemonIsReplaced() throws {
        let daemon = try DaemonUnderTest()
        daemon.kill()
        #expect(FileManager.default.fileExists(atPath: daemon.socket))
        try daemon.start()
        #expect(try daemon.client().call(Ping()).pong)
    }

    @Test func aFileThatIsNoSocketIsNotRemoved() throws {
        let file =
            NSTemporaryDirectory() + "wmsd-file-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        defer { for name in [file, file + ".lock"] { try? FileManager.default.removeItem(atPath: name) } }
        try "precious".write(toFile: file, atomically: true, encoding: .utf8)
        let outcome = try DaemonUnderTest.run(["serve", "--data", file + "-data", "--socket", file])
        try? FileManager.default.removeItem(atPath: file + "-data")
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains(file))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "precious")
    }

    @Test func sigtermEndsItCleanly() throws {
        let daemon = try DaemonUnderTest()
        let idle = try LineSocketUnderTest(daemon.socket)
        _ = idle.line()
        #expect(daemon.stop() == 0)
        #expect(idle.line() == nil)
        #expect(!FileManager.default.fileExists(atPath: daemon.socket))
    }

    @Test func wrongSettingsAndWrongUsageHaveTheirStatus() throws {
        let file = NSTemporaryDirectory() + "wmsd-bad-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        defer { try? FileManager.default.removeItem(atPath: file) }
        try "limits: {idle: 1}".write(toFile: file, atomically: true, encoding: .utf8)
        let bad = try DaemonUnderTest.run(["serve", "--config", file])
        #expect(
            bad.status == 78
                && bad.errors.contains("\(file):1:10: limits.idle is not known here: did you mean idle_s?"))
        #expect(try DaemonUnderTest.run(["serve", "--config", file + "-none"]).status == 78)
        #expect(try DaemonUnderTest.run(["serve", "--sockt"]).status == 64)
        #expect(
            try DaemonUnderTest.run(["serve", "--data", "/proc/none", "--socket", "/tmp/none"]).status == 73)
    }

    @Test func aDatabaseOfSomebodyElseIsRefusedAndLeftAlone() throws {
        let folder =
            NSTemporaryDirectory() + "wmsd-foreign-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let text = String(repeating: "no database of ours ", count: 500)
        try text.write(toFile: folder + "/wmsd.sqlite", atomically: true, encoding: .utf8)
        let outcome = try DaemonUnderTest.run(["serve", "--data", folder, "--socket", folder + "/s"])
        #expect(outcome.status == 65 && outcome.errors.contains("wmsd.sqlite"))
        #expect(try String(contentsOfFile: folder + "/wmsd.sqlite", encoding: .utf8) == text)
    }

    /// Whatever bytes come on however many connections, the daemon goes on answering others.
    @Test func randomBytesStopNobody() throws {
        let daemon = try DaemonUnderTest()
        let alphabet = Array("{}[]\":,\n\n\r \\ping.order=01é".utf8) + [0, 0xFF]
        var random = SplitMix64(seed: 1)
        for _ in 0..<40 {
            let socket = try LineSocketUnderTest(daemon.socket)
            socket.send((0..<4_000).map { _ in alphabet.randomElement(using: &random) ?? 0 })
            if Bool.random(using: &random) { socket.finish() }
        }
        #expect(try daemon.client().call(Ping()).pong)
    }

    @Test func theProgramPrintsWhatIsToBeInstalled() throws {
        let unit = try DaemonUnderTest.run(["unit"]).output
        #expect(unit.contains("Type=notify") && unit.contains("RuntimeDirectory=wmsd"))
        #expect(!unit.contains("PrivateUsers"))
        let config = try DaemonUnderTest.run(["config", "--data", "/d", "--socket", "/s"]).output
        #expect(config.contains("# --data") && config.contains("# default"))
    }

    @Test func systemdIsNotifiedOfStartAndStop() throws {
        let notices = try NoticeSocket()
        let daemon = try DaemonUnderTest(environment: ["NOTIFY_SOCKET": notices.path])
        #expect(notices.next() == "READY=1")
        _ = daemon.stop()
        #expect(notices.next() == "STOPPING=1")
    }

    @Test func theWatchdogIsFedByTheDecider() throws {
        let notices = try NoticeSocket()
        let daemon = try DaemonUnderTest(environment: [
            "NOTIFY_SOCKET": notices.path, "WATCHDOG_USEC": "100000",
        ])
        #expect([notices.next(), notices.next(), notices.next()] == ["READY=1", "WATCHDOG=1", "WATCHDOG=1"])
        daemon.kill()
    }
}
