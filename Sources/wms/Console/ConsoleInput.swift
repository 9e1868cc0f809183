import Glibc

/// Where the lines of the console come from.
protocol ConsoleInput: AnyObject {
    func next(prompt: String) -> LineEditor.Entry
}

/// A person at a terminal.
final class TypedInput: ConsoleInput {
    private let terminal = RawTerminal()
    private let editor: LineEditor
    private let file: HistoryFile?

    init() {
        file = HistoryFile(environment: Terminal.environment)
        let lines = file?.read() ?? []
        let history = History(lines)
        file?.shorten(to: history.lines, from: lines.count)
        let terminal = terminal
        let screen = LineEditor.Screen(
            read: terminal.read, draw: Terminal.draw, size: { Terminal.size ?? (80, 24) },
            suspend: terminal.suspend, hasColours: Terminal.hasColours)
        editor = LineEditor(
            screen: screen, history: history,
            complete: {
                LineCompletion(of: $0, methods: Catalogue.methods, commands: ConsoleWord.candidates)
            },
            hint: { ConsoleHint.text(for: $0) })
    }

    func next(prompt: String) -> LineEditor.Entry {
        terminal.enter()
        defer { terminal.leave() }
        let entry = editor.read(prompt: prompt)
        if case .line(let line) = entry, editor.remember(line) { file?.append(line) }
        return entry
    }
}

/// Lines as they come from a pipe, a file, or a terminal that cannot be drawn on.
final class PlainInput: ConsoleInput {
    func next(prompt: String) -> LineEditor.Entry {
        if Terminal.isInputATerminal { Terminal.print(prompt, terminator: "") }
        return readLine().map { .line($0) } ?? .endOfInput
    }
}
