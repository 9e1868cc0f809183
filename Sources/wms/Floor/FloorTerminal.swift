import Common
import JSON
import LineProtocol
import Operations

/// The worker's side of a dialogue: shows screens and reads one line for each.
///
/// On a terminal every screen is drawn afresh; through a pipe the same lines are printed one screen after
/// the other without the empty rows.
struct FloorTerminal {
    let work: FloorDialogue.Work
    /// Who works, and where that is a place of its own: `lena PACK-1`.
    let worker: String
    let times: WarehouseTimes

    private static let redraw = "\u{1B}[2J\u{1B}[H"
    private static let bell = "\u{7}"

    /// Shows a prompt and waits for what is scanned or keyed; nil at the end of input.
    func ask(_ prompt: Prompt, after refusal: LineError? = nil) -> String? {
        show(prompt, after: refusal)
        return readLine()?.trimmingSpaces
    }

    func show(_ prompt: Prompt, after refusal: LineError? = nil) {
        let screen = PromptScreen(
            title: "\(prompt.show.kind?.title ?? work.title) \(worker)", prompt: prompt.mapTexts(shown),
            refusal: refusal.map { $0.mapTexts(shown) }, ink: Terminal.showsUnicode ? "█" : "#",
            commands: prompt.isAtRest
                ? ["Enter: go on, Ctrl-D: end"] : CommandHints.commands(at: prompt, of: work))
        if Terminal.isOutputATerminal {
            let text = screen.lines.map(Terminal.hasColours ? \.coloured : \.text).joined(separator: "\n")
            Terminal.draw(Self.redraw + text + (refusal == nil && prompt.beep != .error ? "" : Self.bell))
        } else {
            let text = screen.lines.map(\.text.trimmingTrailingSpaces).filter { !$0.isEmpty }.joined(
                separator: "\n")
            Terminal.print(text)
        }
    }

    /// A sentence while the worker waits.
    func notify(_ text: String) { Terminal.print("\n\(text)", terminator: "") }

    /// A line break in a name is a space on a screen, which breaks lines by itself.
    private func shown(_ text: String) -> String {
        times.local(text).replacing("\n", with: " ").terminalSafeLine
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
