import Domain
import JSON
import LineProtocol
import Operations
import Testing

@testable import wms

/// A worker whose scans are prepared: those that answer prompts, and those that come while the daemon is away.
private final class Worker: FloorInput {
    private var answers: [String]
    var impatient: [String] = []
    private(set) var waitedMS = 0
    private(set) var screens: [(lines: [StyledLine], hasBell: Bool)] = []

    init(_ answers: [String]) { self.answers = answers }

    func next() -> String? { answers.isEmpty ? nil : answers.removeFirst() }

    func wait(milliseconds: Int, telling: (String) -> Void) {
        waitedMS += milliseconds
        let scans = impatient
        impatient = []
        for scan in scans { telling(scan) }
    }

    func see(_ screen: PromptScreen, hasBell: Bool) { screens.append((screen.lines, hasBell)) }

    /// What stands in red on the newest screen.
    var red: [String] {
        (screens.last?.lines ?? []).filter { $0.ink == .red }.map { $0.text.trimmingSpaces }
    }
}

struct FloorTerminalTests {
    private let worker = Worker(["4006381333955", "T-1"])

    private func terminal(_ work: FloorDialogue.Work = .picking) -> FloorTerminal {
        let worker = worker
        return FloorTerminal(
            work: work, worker: "maria", times: WarehouseTimes(over: PreparedLine([])), input: worker,
            draw: { worker.see($0, hasBell: $1) })
    }

    private func prompt(_ show: JSONObject = [:]) throws -> Prompt {
        try Prompt(sent: ["step": 3, "expect": "item", "say": "2 × WATER-5L", "show": .object(show)])
    }

    @Test func `one scan is kept while the daemon is away, and each later one is told with a bell`() throws {
        let terminal = terminal()
        #expect(try terminal.ask(prompt()) == "4006381333955")
        terminal.notify("No connection. Trying again…")
        #expect(worker.red == ["No connection. Trying again…", "Kept: 4006381333955"])
        #expect(worker.screens.last?.hasBell == false)
        worker.impatient = ["4006381333955", "4006381333948"]
        terminal.pause()
        #expect(worker.screens.count == 4)
        #expect(worker.red.contains("Not taken: 4006381333948") && worker.screens.last?.hasBell == true)
        #expect(worker.waitedMS == Reconnection.pauseMS)
    }

    @Test func `when the daemon is back the screen is drawn with what was not taken`() throws {
        let terminal = terminal()
        _ = try terminal.ask(prompt())
        terminal.notify("No connection. Trying again…")
        worker.impatient = ["B-3-12"]
        terminal.pause()
        worker.impatient = ["B-3-13"]
        #expect(try terminal.ask(prompt()) == "T-1")
        #expect(worker.red == ["NOT TAKEN: scan what is asked for now", "B-3-12, B-3-13"])
        #expect(worker.screens.last?.hasBell == true)
        _ = try terminal.ask(prompt())
        #expect(worker.red.isEmpty && worker.screens.last?.hasBell == false)
    }

    @Test func `the same news of an outage draws no second screen`() throws {
        let terminal = terminal()
        _ = try terminal.ask(prompt())
        for _ in 1...3 {
            terminal.notify("No connection. Trying again…")
            terminal.pause()
        }
        #expect(worker.screens.count == 2)
        _ = try terminal.ask(prompt())
        #expect(worker.red.isEmpty)
    }

    @Test func `the title names the kind of work and who does it`() throws {
        let terminal = terminal()
        _ = try terminal.ask(prompt())
        #expect(worker.screens.last?.lines.first?.text.hasPrefix(" PICK maria") == true)
        _ = try terminal.ask(prompt(["kind": "put_back", "tour": 2]))
        #expect(worker.screens.last?.lines.first?.text.hasPrefix(" PUT BACK maria") == true)
    }

    @Test func `what has changed since the prompt before stands above the instruction`() throws {
        _ = try terminal().ask(prompt(["tour": 2, "notice": "ORD-5 is cancelled"]))
        #expect(worker.screens.last?.lines[1].text == "ORD-5 is cancelled")
    }
}
