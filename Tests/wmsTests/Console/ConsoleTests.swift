import JSON
import Testing

@testable import LineProtocol
@testable import wms

/// Lines as they are typed, and what is printed.
private final class Session: ConsoleInput {
    private var lines: [String]
    private(set) var prompts: [String] = []
    private(set) var printed: [String] = []
    private(set) var errors: [String] = []
    private(set) var notices: [String] = []
    private var polls = 0

    init(_ lines: [String]) { self.lines = lines }

    func next(prompt: String) -> LineEditor.Entry {
        prompts.append(prompt)
        return lines.isEmpty ? .endOfInput : .line(lines.removeFirst())
    }

    /// - Parameter polls: how often events are polled for before the person has had enough.
    func run(_ line: PreparedLine, isJSON: Bool = false, isThere: Bool = true, polls: Int = 3) -> Bool {
        let count = Count()
        let interruption = Interruption(hasCome: { count.next() > polls })
        let link = ConsoleLink(
            open: { () throws(ClientError) in
                if !isThere { throw .noDaemon(socket: "s", reason: "nobody") }
                return line
            }, pause: {}, notify: { [self] in notices.append($0) }, interruption: interruption)
        _ = try? link.connect()
        let output = ConsoleOutput(
            isJSON: isJSON, isTyped: true, columns: { nil }, write: { [self] in printed.append($0) },
            writeError: { [self] in errors.append($0) })
        return Console(input: self, link: link, output: output, interruption: interruption).run()
    }
}

private final class Count: @unchecked Sendable {
    private var value = 0
    func next() -> Int {
        value += 1
        return value
    }
}

struct ConsoleTests {
    private let lost = ClientError.lost(socket: "s", reason: "gone")

    @Test func `answers are printed as people read them`() {
        let session = Session(["stock.available sku=TEA", "  ", "# a remark", "quit", "status"])
        let line = PreparedLine([.success(["sku": "TEA", "available": 7])])
        #expect(session.run(line))
        #expect(line.words == ["stock.available sku=TEA"])
        #expect(session.printed == ["sku        TEA\navailable  7"])
        #expect(session.prompts == ["WH-NY> ", "WH-NY> ", "WH-NY> ", "WH-NY> "])
    }

    @Test func `for programs they are JSON`() {
        let session = Session(["help ping"])
        #expect(session.run(PreparedLine([.success(["method": "ping"])]), isJSON: true))
        #expect(session.printed == [#"{"method":"ping"}"#])
    }

    @Test func `an error is told with its kind and what it knows, and the next line goes on`() {
        let refusal = LineError(
            code: 1000, message: "This is another bin.",
            data: ["kind": "wrong_bin", "expected": "B-1", "scanned": "B-2", "retry": true])
        let session = Session(["tour.why session=1", "ping"])
        #expect(!session.run(PreparedLine([.failure(.refused(refusal)), .success(["pong": true])])))
        #expect(
            session.errors == [
                "wrong_bin: This is another bin.\nexpected B-1\nscanned  B-2\nthe same line may be sent again"
            ])
        #expect(session.printed == ["pong  yes"])
    }

    @Test func `over a lost connection a change is sent again with the same id`() {
        let session = Session(["order.release ORD-1"])
        let line = PreparedLine([.failure(lost), .failure(lost), .success(["released": 1])])
        #expect(session.run(line))
        #expect(line.words.count == 3)
        #expect(Set(line.words).count == 1)
        #expect(line.words[0].contains(" command_id=wms-console-"))
        #expect(line.reconnects == 2)
        #expect(session.notices == ["the connection is lost; trying again"])
    }

    @Test func `what cannot be repeated is not`() {
        let session = Session(["robot.dance"])
        let line = PreparedLine([.failure(lost), .success(1)])
        #expect(!session.run(line))
        #expect(line.words.count == 1)
        #expect(session.prompts == ["WH-NY> ", "not connected> "])
    }

    @Test func `it gives up in the end, or when a person has had enough`() {
        let line = PreparedLine([.failure(lost)])
        line.isDaemonThere = false
        #expect(!Session(["ping"]).run(line, polls: 1_000))
        #expect(line.reconnects == ConsoleLink.attemptsMax)
        let other = PreparedLine([.failure(lost)])
        other.isDaemonThere = false
        #expect(!Session(["ping"]).run(other, polls: 0))
        #expect(other.reconnects == 1)
    }

    @Test func `without a daemon help still answers`() {
        let session = Session(["help", "help tour.scan", "ping"])
        #expect(!session.run(PreparedLine([]), isThere: false))
        #expect(session.printed.count == 2)
        #expect(session.printed[0].contains("stock.receive"))
        #expect(session.printed[1].hasPrefix("tour.scan\n"))
        #expect(session.errors.count == 1)
        #expect(
            session.prompts == ["not connected> ", "not connected> ", "not connected> ", "not connected> "])
    }

    @Test func `the daemon is asked for help on what only it knows`() {
        let help: JSONValue = [
            "method": "robot.dance", "summary": "Dances.", "changes": true, "roles": ["lead"],
            "params": [["name": "steps", "type": "whole number", "required": true, "doc": "How many."]],
            "rules": [], "result": "{danced}", "errors": ["wrong_state"],
        ]
        let session = Session(["help robot.dance"])
        #expect(session.run(PreparedLine([.success(help)])))
        #expect(session.printed[0].contains("* steps  (whole number)\n    How many."))
    }

    @Test func `after a subscription events are shown until a person has had enough`() {
        let event = LineClient.Notification(
            method: "event",
            params: ["sequence": "12", "type": "order.packed", "subject": "ORD-1", "data": ["parcel": 1]])
        let head = LineClient.Notification(method: "head", params: ["sequence": 12])
        let line = PreparedLine([.success(["head": 12]), .success(["pong": true])])
        line.notifications = [.success(event), .success(head)]
        let session = Session(["event.subscribe after=11", "ping"])
        #expect(session.run(line, polls: 4))
        #expect(
            session.printed == [
                "head  12", "(events as they come; Ctrl-C ends them)",
                "    12    order.packed        ORD-1  parcel 1", "pong  yes",
            ])
        #expect(line.reconnects == 1, "the subscription ends with its connection")
    }

    @Test func `a connection lost over events is told`() {
        let line = PreparedLine([.success(["head": 12])])
        line.notifications = [.failure(lost)]
        let session = Session(["event.subscribe"])
        #expect(!session.run(line))
        #expect(session.prompts.last == "not connected> ")
    }

    @Test func `a layout that is loaded may bring another zone`() {
        let layouts = { (zone: String) -> JSONValue in
            let layout: JSONValue = [
                "warehouse": "WH-NY", "name": "New York", "revision": 1, "bins": 9, "stations": 2,
                "timezone": .string(zone), "loaded_at": "2026-05-01T00:00:00Z",
            ]
            return ["layouts": [layout], "more": false]
        }
        let time: JSONValue = ["time": "2026-05-06T14:00:00Z"]
        let line = PreparedLine([
            .success(time), .success(layouts("America/New_York")), .success(["revision": 2]), .success(time),
            .success(layouts("Europe/Berlin")),
        ])
        let session = Session(["ping", #"layout.load {"yaml":""}"#, "ping"])
        #expect(session.run(line))
        #expect(session.printed.first == "time  2026-05-06 10:00:00")
        #expect(session.printed.last == "time  2026-05-06 16:00:00")
    }
}
