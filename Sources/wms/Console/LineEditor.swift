/// Reads lines from a terminal with editing, history and completion.
///
/// The keys are those of readline's Emacs mode. What it knows of the terminal comes as closures, so that it can
/// be tried without one.
final class LineEditor {
    enum Entry: Equatable {
        case line(String)
        /// Ctrl-C: the line is dropped.
        case interrupted
        case endOfInput
    }

    /// The terminal, key by key.
    struct Screen {
        let read: (_ withinMS: Int?) -> RawTerminal.Input
        let draw: (_ codes: String) -> Void
        let size: () -> (columns: Int, rows: Int)
        let suspend: () -> Void
        let hasColours: Bool
    }

    /// How long the bytes of one key may be apart; an escape alone is a key after that.
    private static let burstMS = 50

    private(set) var history: History
    private let screen: Screen
    private let complete: (_ beforeCursor: String) -> LineCompletion
    private let hint: (_ line: String) -> String

    private var decoder = KeyDecoder()
    private var prompt = ""
    private var line = EditedLine()
    private var search: HistorySearch?
    /// What stands on the screen.
    private var shown: LineView?

    init(
        screen: Screen, history: History, complete: @escaping (String) -> LineCompletion,
        hint: @escaping (String) -> String
    ) {
        (self.screen, self.history, self.complete, self.hint) = (screen, history, complete, hint)
    }

    /// Reads one line.
    func read(prompt: String) -> Entry {
        (self.prompt, line, search, shown) = (prompt, EditedLine(), nil, nil)
        while true {
            redraw()
            guard let key = nextKey() else { return leave(.endOfInput) }
            if let entry = search == nil ? handle(key) : handleInSearch(key) { return leave(entry) }
        }
    }

    /// Keeps a line in the history.
    ///
    /// - Returns: whether it is kept.
    func remember(_ line: String) -> Bool { history.add(line) }

    /// Nil where the terminal is gone.
    private func nextKey() -> Key? {
        var isInBurst = false
        while true {
            if let key = decoder.next() { return key }
            switch screen.read(isInBurst ? Self.burstMS : nil) {
            case .bytes(let bytes):
                decoder.append(bytes)
                isInBurst = true
            case .nothing:
                if let key = decoder.endOfBurst() { return key }
                isInBurst = false
            case .resized: redraw()
            case .closed: return nil
            }
        }
    }

    private func handle(_ key: Key) -> Entry? {
        switch key {
        case .enter: return .line(line.text)
        case .interrupt: return .interrupted
        case .endOfInput:
            if line.characters.isEmpty { return .endOfInput }
            line.eraseForwards()
        case .up: if let text = history.previous(to: line.text) { line.replace(with: text) }
        case .down: if let text = history.next() { line.replace(with: text) }
        case .tab: completeWord()
        case .search: search = HistorySearch()
        case .clearScreen: clearScreen()
        case .suspend:
            screen.suspend()
            shown = nil
        default: edit(key)
        }
        return nil
    }

    private func edit(_ key: Key) {
        switch key {
        case .text(let text): line.insert(text)
        case .paste(let text): line.insert(Self.oneLine(text))
        case .left: line.move(by: -1)
        case .right: line.move(by: 1)
        case .home: line.moveToStart()
        case .end: line.moveToEnd()
        case .wordLeft: line.moveWordLeft()
        case .wordRight: line.moveWordRight()
        case .backspace: line.eraseBackwards()
        case .delete: line.eraseForwards()
        case .eraseWordLeft: line.eraseWordLeft()
        case .eraseWordRight: line.eraseWordRight()
        case .eraseToStart: line.eraseToStart()
        case .eraseToEnd: line.eraseToEnd()
        case .reinsert: line.reinsert()
        default: break
        }
    }

    /// While a search goes on: text narrows it, Enter sends what is found, any other key goes on editing that.
    private func handleInSearch(_ key: Key) -> Entry? {
        switch key {
        case .text(let text): search?.append(text, in: history)
        case .backspace: search?.removeLast(in: history)
        case .search: search?.findOlder(in: history)
        case .interrupt, .cancel: search = nil
        default:
            if let found = search?.line(in: history), !found.isEmpty { line.replace(with: found) }
            search = nil
            return key == .escape ? nil : handle(key)
        }
        return nil
    }

    private func completeWord() {
        let completion = complete(line.textBeforeCursor)
        let candidates = completion.candidates
        if candidates.isEmpty { return screen.draw("\u{7}") }
        let typed = line.textBeforeCursor.count - completion.start
        if candidates.count == 1 || completion.common.count > typed {
            let end = candidates.count == 1 && candidates[0].isWhole ? " " : ""
            return line.replace(from: completion.start, with: completion.common + end)
        }
        below(CandidateList(candidates, columns: screen.size().columns, rows: screen.size().rows).text)
    }

    /// Writes lines below the one that is being typed, which then stands below them.
    private func below(_ text: String) {
        if let shown { screen.draw(shown.codesToLeave) }
        screen.draw(text.replacing("\n", with: "\r\n") + "\r\n")
        shown = nil
    }

    private func clearScreen() {
        screen.draw("\u{1B}[H\u{1B}[2J")
        shown = nil
    }

    private func redraw() {
        let (columns, rows) = screen.size()
        let found = search.map { EditedLine($0.line(in: history)) }
        let view = LineView(
            prompt: search?.prompt ?? prompt, line: found ?? line, hint: search == nil ? hint(line.text) : "",
            columns: columns, screenRows: rows)
        screen.draw(view.codes(over: shown, hasColours: screen.hasColours))
        shown = view
    }

    private func leave(_ entry: Entry) -> Entry {
        line.moveToEnd()
        search = nil
        if let shown {
            let (columns, rows) = screen.size()
            let view = LineView(prompt: prompt, line: line, hint: "", columns: columns, screenRows: rows)
            screen.draw(view.codes(over: shown, hasColours: screen.hasColours) + view.codesToLeave)
        }
        shown = nil
        return entry
    }

    /// A pasted text stays one line until Enter is pressed.
    private static func oneLine(_ text: String) -> String {
        text.replacing(/[\r\n\t]+/, with: " ").trimmingSpaces.terminalSafeLine
    }
}
