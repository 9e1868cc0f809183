import Common
import Testing

@testable import wms

/// A person's keys and the screen that they see.
private final class Typist {
    var screen: ScreenModel
    private var bursts: [RawTerminal.Input]
    private(set) var suspensions = 0

    init(_ keys: [String], columns: Int = 40, rows: Int = 24) {
        screen = ScreenModel(columns: columns, rows: rows)
        bursts = keys.map { .bytes(Array($0.utf8)) }
    }

    func editor(
        history: [String] = [], hint: @escaping (String) -> String = { _ in "" }
    ) -> LineEditor {
        let screen = LineEditor.Screen(
            read: { [self] wait in
                // A burst is over where something else is waited for.
                if wait != nil { return .nothing }
                return bursts.isEmpty ? .closed : bursts.removeFirst()
            },
            draw: { [self] in self.screen.write($0) },
            size: { [self] in (self.screen.columns, self.screen.rows) },
            suspend: { [self] in suspensions += 1 }, hasColours: false)
        return LineEditor(
            screen: screen, history: History(history),
            complete: {
                LineCompletion(of: $0, methods: Catalogue.methods, commands: ConsoleWord.candidates)
            },
            hint: hint)
    }
}

struct LineEditorTests {
    private let up = "\u{1B}[A"
    private let down = "\u{1B}[B"
    private let left = "\u{1B}[D"
    private let enter = "\r"

    private func read(_ keys: String..., history: [String] = []) -> LineEditor.Entry {
        Typist(keys).editor(history: history).read(prompt: "> ")
    }

    @Test func `a line is edited and sent with Enter`() {
        #expect(read("stck", left + left, "o", "\u{5}.list", enter) == .line("stock.list"))
        #expect(read("two words\u{17}", "\u{1}", "\u{4}", enter) == .line("wo "))
    }

    @Test func `Ctrl-C drops the line, Ctrl-D ends on an empty one`() {
        #expect(read("abc\u{3}") == .interrupted)
        #expect(read("\u{4}") == .endOfInput)
        #expect(read("ab", "\u{4}") == .endOfInput, "the terminal is gone")
    }

    @Test func `the arrows go through the history and back to the draft`() {
        #expect(read(up, enter, history: ["one", "two"]) == .line("two"))
        #expect(read(up, up, up, down, enter, history: ["one", "two"]) == .line("two"))
        #expect(read("thr", up, down, "ee", enter, history: ["one", "two"]) == .line("three"))
    }

    @Test func `a search takes the line found`() {
        let history = ["stock.list sku=TEA", "tour.list"]
        #expect(read("\u{12}", "sku", enter, history: history) == .line("stock.list sku=TEA"))
        #expect(
            read("x\u{12}", "tour", "\u{1B}", "\u{5} limit=1", enter, history: history)
                == .line("tour.list limit=1"))
        #expect(read("x\u{12}", "tour", "\u{7}", enter, history: history) == .line("x"))
        #expect(read("x\u{12}", "nothing", enter, history: history) == .line("x"))
    }

    @Test func `a pasted text is one line until Enter`() {
        #expect(read("\u{1B}[200~ping \n status\n\u{1B}[201~", enter) == .line("ping   status"))
        #expect(read("\u{1B}[200~\u{1B}[31mred\u{1B}[201~", enter) == .line(#"\u001b[31mred"#))
    }

    @Test func `Tab completes methods, params and values`() {
        #expect(read("stock.rec\t", enter) == .line("stock.receive "))
        #expect(read("stock.receive b\t", "B-1 sk\t", enter) == .line("stock.receive bin=B-1 sku="))
        #expect(read("import.begin k\tb\t", enter) == .line("import.begin kind=box "))
        #expect(read("nothing.here\t", enter) == .line("nothing.here"))
    }

    @Test func `Tab completes in the middle of a line`() {
        #expect(read("tour.li limit=3", "\u{1}\u{1B}f\u{1B}f", "\t", enter) == .line("tour.list  limit=3"))
    }

    @Test func `more than one possibility is listed below, and the line goes on`() {
        let typist = Typist(["tour.", "\t", "wh\t"])
        let editor = typist.editor()
        #expect(editor.read(prompt: "> ") == .endOfInput)
        let lines = typist.screen.lines.filter { !$0.isEmpty }
        #expect(lines.first == "> tour.")
        #expect(lines.contains { $0.hasPrefix("tour.pause  Lays the tour aside") })
        #expect(lines.last == "> tour.why")
        #expect(lines.allSatisfy { $0.count < 40 })
    }

    @Test func `what is needed is shown behind the line, and is not part of it`() {
        let typist = Typist(["stock.move", enter])
        let editor = typist.editor(hint: { ConsoleHint.text(for: $0) })
        #expect(editor.read(prompt: "> ") == .line("stock.move"))
        #expect(typist.screen.lines[0] == "> stock.move")
        let typing = Typist(["stock.move sku=TEA "])
        _ = typing.editor(hint: { ConsoleHint.text(for: $0) }).read(prompt: "> ")
        #expect(ConsoleHint.text(for: "stock.move sku=TEA ") == "from=|bin= to= qty=")
        #expect(ConsoleHint.text(for: "stock.move bin=A-1 sku=TEA ") == "to= qty=")
    }

    @Test func `Ctrl-Z suspends and the line is drawn again`() {
        let typist = Typist(["ab", "\u{1A}", "c", enter])
        #expect(typist.editor().read(prompt: "> ") == .line("abc"))
        #expect(typist.suspensions == 1)
    }

    /// Whatever is typed, the screen shows the prompt and the line, broken before its edge, and the cursor stands
    /// where the next character goes.
    @Test(arguments: [(40, 24), (80, 24), (12, 6), (3, 4)])
    func `the screen shows what is typed`(columns: Int, rows: Int) {
        var random = SplitMix64(seed: UInt64(columns))
        let pieces = [
            "a", "é", "茶", "word ", "🏭", left, left + left, "\u{1B}[C", "\u{1}", "\u{5}", "\u{7F}", "\u{B}",
            "\u{19}",
        ]
        for _ in 0..<60 {
            let keys = (0..<Int.random(in: 0..<60, using: &random)).map { _ in
                pieces.randomElement(using: &random)!
            }
            let typist = Typist(keys, columns: columns, rows: rows)
            var model = EditedLine()
            var decoder = KeyDecoder()
            decoder.append(keys.joined().utf8)
            while let key = decoder.next() { Self.apply(key, to: &model) }
            var atEnd: ScreenModel?
            let screen = LineEditor.Screen(
                read: { wait in
                    if wait != nil { return .nothing }
                    if let next = typist.nextBurst() { return next }
                    atEnd = typist.screen
                    return .closed
                }, draw: { typist.screen.write($0) }, size: { (columns, rows) }, suspend: {},
                hasColours: false)
            let editor = LineEditor(
                screen: screen, history: History(), complete: { LineCompletion(of: $0, methods: []) },
                hint: { _ in "" })
            _ = editor.read(prompt: "> ")
            let view = LineView(prompt: "> ", line: model, hint: "", columns: columns, screenRows: rows)
            #expect(
                atEnd?.lines.filter { !$0.isEmpty }
                    == view.rows.map(\.trimmingTrailingSpaces).filter { !$0.isEmpty })
            #expect(atEnd?.column == view.cursorColumn)
        }
    }

    private static func apply(_ key: Key, to line: inout EditedLine) {
        switch key {
        case .text(let text): line.insert(text)
        case .left: line.move(by: -1)
        case .right: line.move(by: 1)
        case .home: line.moveToStart()
        case .end: line.moveToEnd()
        case .backspace: line.eraseBackwards()
        case .eraseToEnd: line.eraseToEnd()
        case .reinsert: line.reinsert()
        default: break
        }
    }
}

extension Typist {
    fileprivate func nextBurst() -> RawTerminal.Input? { bursts.isEmpty ? nil : bursts.removeFirst() }
}
