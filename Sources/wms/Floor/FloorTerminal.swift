import Common
import JSON
import LineProtocol
import Operations

/// The worker's side of a dialogue: shows screens and reads one line for each.
///
/// While the daemon is away the last scan is kept for it, and what is scanned after that is not taken: nobody has seen
/// what it would have answered. The screen says so for each such scan, and once more when the daemon is back.
final class FloorTerminal {
    private let work: FloorDialogue.Work
    /// Who works, and where that is a place of its own: `lena PACK-1`.
    private let worker: String
    private let times: WarehouseTimes
    private let input: any FloorInput
    private let put: (_ screen: PromptScreen, _ hasBell: Bool) -> Void

    private var prompt = Prompt(expect: .none, say: "")
    /// What was scanned last; nil where nothing was yet.
    private var scanned: String?
    /// Why the daemon does not answer, while it does not.
    private var outage: String?
    /// What was scanned since then.
    private var notTaken: [String] = []
    /// Two rows, so that a refusal and the prompt have room below.
    private static let notTakenColumns = 72

    /// - Parameter worker: as the screen's title names them.
    init(
        work: FloorDialogue.Work, worker: String, times: WarehouseTimes,
        input: any FloorInput = StandardScans(),
        draw: @escaping (_ screen: PromptScreen, _ hasBell: Bool) -> Void = FloorTerminal.draw
    ) {
        (self.work, self.worker, self.times) = (work, worker, times)
        (self.input, put) = (input, draw)
    }

    /// Shows a prompt and waits for what is scanned or keyed; nil at the end of input.
    func ask(_ prompt: Prompt, after refusal: LineError? = nil) -> String? {
        let alert = alertAfterOutage()
        self.prompt = prompt
        show(alert: alert, refusal: refusal)
        scanned = input.next()
        return scanned
    }

    /// The daemon does not answer: the screen says why, and that the last scan is kept.
    func notify(_ reason: String) {
        if reason == outage { return }
        outage = reason
        showOutage(hasBell: false)
    }

    /// Waits for the next attempt; what is scanned meanwhile is not taken.
    func pause() {
        input.wait(milliseconds: Reconnection.pauseMS) { scan in
            notTaken.append(scan)
            showOutage(hasBell: true)
        }
    }

    /// What was scanned until the daemon was back.
    private func alertAfterOutage() -> [String] {
        guard outage != nil else { return [] }
        input.wait(milliseconds: 0) { notTaken.append($0) }
        defer { (outage, notTaken) = (nil, []) }
        let scans = notTaken.joined(separator: ", ").cut(toColumns: Self.notTakenColumns)
        return notTaken.isEmpty ? [] : ["NOT TAKEN: scan what is asked for now", scans]
    }

    private func showOutage(hasBell: Bool) {
        let kept = (scanned ?? "").isEmpty ? [] : ["Kept: \(scanned ?? "")"]
        let lost = notTaken.last.map { ["Not taken: \($0)", "Scan nothing until the screen changes."] } ?? []
        show(alert: [outage ?? ""] + kept + lost, refusal: nil, hasBell: hasBell)
    }

    private func show(alert: [String], refusal: LineError?, hasBell: Bool = false) {
        let screen = PromptScreen(
            title: "\(prompt.show.kind?.title ?? work.title) \(worker)", prompt: prompt.mapTexts(shown),
            alert: alert.map(shown), refusal: refusal.map { $0.mapTexts(shown) },
            ink: Terminal.showsUnicode ? "█" : "#",
            commands: prompt.isAtRest
                ? ["Enter: go on, Ctrl-D: end"] : CommandHints.commands(at: prompt, of: work))
        let isNews = outage == nil && (refusal != nil || prompt.beep == .error || !alert.isEmpty)
        put(screen, hasBell || isNews)
    }

    /// A line break in a name is a space on a screen, which breaks lines by itself.
    private func shown(_ text: String) -> String {
        times.local(text).replacing("\n", with: " ").terminalSafeLine
    }
}

extension FloorTerminal {
    private static let redraw = "\u{1B}[2J\u{1B}[H"
    private static let bell = "\u{7}"

    /// On a terminal every screen is drawn afresh; through a pipe the same lines are printed one screen after the other
    /// without the empty rows.
    static func draw(_ screen: PromptScreen, hasBell: Bool) {
        if Terminal.isOutputATerminal {
            let text = screen.lines.map(Terminal.hasColours ? \.coloured : \.text).joined(separator: "\n")
            Terminal.draw(redraw + text + (hasBell ? bell : ""))
        } else {
            let lines = screen.lines.map(\.text.trimmingTrailingSpaces).filter { !$0.isEmpty }
            Terminal.print(lines.joined(separator: "\n"))
        }
    }
}

extension LineError {
    /// The refusal with every text for the worker replaced; its prompt is shown by itself.
    fileprivate func mapTexts(_ replace: (String) -> String) -> LineError {
        let data = data.members.map { key, value in
            (key, ["kind", "prompt"].contains(key) ? value : value.mapStrings(replace))
        }
        return LineError(code: code, message: replace(message), data: JSONObject(data))
    }
}
