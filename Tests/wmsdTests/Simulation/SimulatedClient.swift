import JSON
import Testing

/// A client that says its script ahead of the answers, loses its connection now and then, and says again on the next
/// one what was not answered.
final class SimulatedClient {
    let script: ClientScript
    private let path: String
    private var socket: LineSocketUnderTest?
    /// Steps that have been sent on this connection, or answered before it.
    private var sent = 0
    /// Steps that were sent on an earlier connection: they may be done before they are sent again.
    private var sentBefore = 0
    private var answered = 0
    private var results: [String: String] = [:]

    init(_ script: ClientScript, socket path: String) {
        self.script = script
        self.path = path
    }

    var isDone: Bool { answered == script.steps.count }
    var unanswered: Int { sent - answered }

    /// Sends so many further lines at once.
    func send(_ count: Int) throws {
        let socket = try connected()
        let next = script.steps[sent..<min(sent + count, script.steps.count)]
        socket.send(next.map { $0.line + "\n" }.joined())
        sent += next.count
    }

    /// Reads so many answers.
    func receive(_ count: Int) throws {
        let socket = try connected()
        for _ in 0..<min(count, unanswered) {
            let line = try #require(socket.line(), "no answer to \(script.steps[answered].line)")
            try check(line, script.steps[answered])
            answered += 1
        }
    }

    /// The connection is gone, with all answers that have not been read.
    func lose() {
        socket = nil
        sentBefore = max(sentBefore, sent)
        sent = answered
    }

    /// Sends what is left and receives every answer.
    func finish() throws {
        while !isDone {
            try send(100)
            try receive(unanswered)
        }
    }

    private func connected() throws -> LineSocketUnderTest {
        if let socket { return socket }
        let socket = try LineSocketUnderTest(path)
        let hello = try #require(socket.line())
        #expect(try JSONValue(parsing: hello)["method"] == "hello")
        self.socket = socket
        return socket
    }

    private func check(_ line: String, _ step: ClientScript.Step) throws {
        let answer = try JSONValue(parsing: line)
        // Answers come in the order of the lines.
        try #require(answer["id"] == step.id, "\(line) answers \(step.line)")
        switch step.expected {
        case .refused(let kind): #expect(answer["error"]?["data"]?["kind"]?.string == kind, "\(step.line)")
        case .members(let members):
            for (name, value) in members.members {
                #expect(answer["result"]?[name] == value, "\(step.line) is answered with \(line)")
            }
        case .onHand(let pieces):
            // Changes that come after the question may have been made already.
            guard answered >= sentBefore else { return }
            let found = answer["result"]?["stock"]?.array?.first?["on_hand"]?.int ?? 0
            #expect(found == pieces, "\(step.line) is answered with \(line)")
        }
        guard let id = step.commandID, let start = line.range(of: #""result":"#) else { return }
        let result = String(line[start.upperBound...])
        #expect(results[id, default: result] == result, "\(id) is answered otherwise than before")
        results[id] = result
    }
}
