import Common
import JSON
import LineProtocol

/// The worker's side of a dialogue: shows screens and takes one line for each.
///
/// On a terminal every screen is drawn afresh; through a pipe the same lines are printed one screen after
/// the other without the empty rows.
struct FloorTerminal {
    let title: String
    let commands: [String]

    private static let redraw = "\u{1B}[2J\u{1B}[H"
    private static let bell = "\u{7}"

    /// Shows a prompt and waits for what is scanned or keyed; nil at the end of input.
    func ask(_ prompt: Prompt, after refusal: LineError? = nil) -> String? {
        show(prompt, after: refusal)
        return readLine()?.trimmingSpaces
    }

    func show(_ prompt: Prompt, after refusal: LineError? = nil) {
        let screen = PromptScreen(
            title: title, prompt: prompt, refusal: refusal, ink: Terminal.showsUnicode ? "█" : "#",
            commands: prompt.isAtRest ? ["Enter: go on, Ctrl-D: end"] : prompt.isOwn ? [] : commands)
        if Terminal.isOutputATerminal {
            let text = screen.lines.map(Terminal.hasColours ? \.coloured : \.text).joined(separator: "\n")
            Terminal.show(Self.redraw + text + (refusal == nil && prompt.beep != "error" ? "" : Self.bell))
        } else {
            let text = screen.lines.map(\.text.trimmingTrailingSpaces).filter { !$0.isEmpty }.joined(
                separator: "\n")
            Terminal.show(text + "\n")
        }
    }

    /// A sentence while the worker waits.
    func tell(_ text: String) { Terminal.show("\n\(text)") }
}
