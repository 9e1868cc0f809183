import Glibc
import Synchronization

/// Prints what happens: with colours and a moving progress line on a terminal, in plain lines elsewhere.
final class Console: Sendable {
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private let hasColours: Bool
    private let isLineOpen = Mutex(false)
    private let lastTenth = Mutex(-1)

    init() {
        hasColours =
            isTerminal && getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    private enum Ink: String {
        case strong = "1"
        case good = "32"
        case bad = "31"
        case event = "36"
    }

    func title(_ text: String) { show("\n" + inked(text, .strong)) }
    func say(_ text: String) { show("  " + text) }
    func good(_ text: String) { show("  " + inked(text, .good)) }
    func refused(_ text: String) { show("  " + inked(text, .bad)) }
    func event(_ text: String) { show("    " + inked("event \(text)", .event)) }

    func fail(_ text: String) {
        endProgress()
        fflush(nil)
        let line = "wmsd demo: \(text)\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
    }

    /// Shows how much is done: over and over on one line of a terminal, else at every tenth.
    func progress(_ done: Int, of total: Int, _ text: String) {
        let tenth = done * 10 / max(total, 1)
        let isNews = lastTenth.withLock { last in
            defer { last = tenth }
            return last != tenth
        }
        if isTerminal {
            let bar = String(repeating: "█", count: tenth * 2) + String(repeating: "░", count: 20 - tenth * 2)
            print("\r  \(bar)  \(text)\u{1B}[K", terminator: "")
            fflush(nil)
            isLineOpen.withLock { $0 = true }
        } else if isNews {
            say(text)
        }
    }

    /// Leaves the moving line as it stands.
    func endProgress() {
        let wasOpen = isLineOpen.withLock { isOpen in
            defer { isOpen = false }
            return isOpen
        }
        if wasOpen { print() }
    }

    private func inked(_ text: String, _ ink: Ink) -> String {
        hasColours ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
    }

    private func show(_ text: String) {
        endProgress()
        print(text)
        fflush(nil)
    }
}
