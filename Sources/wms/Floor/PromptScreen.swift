import Common
import LineProtocol
import Operations

/// A prompt on a handheld's screen of 24 rows × 40 columns: what to do in large letters, what it is about
/// below, and above all of that the refusal of the last scan, if there was one.
struct PromptScreen {
    static let columns = 40
    static let rows = 24
    /// Of a refusal's message; the prompt that still stands has to be read below it.
    private static let messageRows = 4
    private static let alertRows = 7

    let title: String
    let prompt: Prompt
    /// What happened beside the dialogue; its first line is in capitals or the only one.
    var alert: [String] = []
    var refusal: LineError?
    var ink: Character = "█"
    /// Commands that may be keyed instead of a scan.
    var commands: [String] = []

    /// Exactly ``rows`` lines, the last of which is where the answer is typed.
    var lines: [StyledLine] {
        let foot = commandLines
        let head = Array(
            (alertLines + refusalLines + noticeLines + instruction + choiceLines).prefix(
                Self.rows - foot.count - 2))
        let room = Self.rows - 1 - 1 - head.count - foot.count
        let body = head + details(rows: room)
        let space = Self.rows - 1 - 1 - body.count - foot.count
        let blank = [StyledLine](repeating: StyledLine(""), count: space)
        return [titleLine] + body + blank + foot + [StyledLine("> ")]
    }

    private var titleLine: StyledLine {
        let place: String =
            if let done = prompt.show.done, let of = prompt.show.of {
                "\(counted) \(min(done + 1, of)) of \(of)"
            } else { "" }
        let left = " \(title)".cut(toColumns: Self.columns - place.columns - 2)
        let gap = Self.columns - left.columns - place.columns - 1
        return StyledLine("\(left)\(String(repeating: " ", count: gap))\(place) ", .title)
    }

    /// What the figures in the title count.
    private var counted: String {
        if prompt.show.tour == nil { return "piece" }
        return prompt.show.kind == nil ? "pick" : "task"
    }

    private var alertLines: [StyledLine] {
        Self.red(
            alert.flatMap { $0.wrapped(toColumns: Self.columns - 2) }
                .prefix(rows: Self.alertRows, columns: Self.columns - 2))
    }

    /// What has changed since the prompt before.
    private var noticeLines: [StyledLine] {
        guard let notice = prompt.show.notice else { return [] }
        return notice.wrapped(toColumns: Self.columns).prefix(rows: Self.messageRows).map {
            StyledLine($0, .green)
        }
    }

    private static func red(_ texts: [String]) -> [StyledLine] {
        texts.map { line in
            StyledLine(" \(line.cut(toColumns: columns - 2))".padded(toColumns: columns), .red)
        }
    }

    private var refusalLines: [StyledLine] {
        guard let refusal else { return [] }
        let kind = Self.heading(refusal.kind)
        let comparison = RefusalText.comparison(refusal)
        let isToldTwice = !comparison.isEmpty && RefusalText.saysExpected(refusal)
        let message =
            isToldTwice
            ? []
            : refusal.message.wrapped(toColumns: Self.columns - 2).prefix(
                rows: Self.messageRows, columns: Self.columns - 2)
        let compared = comparison.flatMap { line in
            line.columns <= Self.columns - 2
                ? [line]
                : line.wrapped(toColumns: Self.columns - 2).prefix(rows: 2, columns: Self.columns - 2)
        }
        return Self.red([kind] + message + compared)
    }

    /// The kind of refusal in a worker's words.
    private static func heading(_ kind: String?) -> String {
        switch kind {
        case nil: "REFUSED"
        case "bad_params": "NOT UNDERSTOOD"
        case "wrong_state": "NOT NOW"
        case let kind?: kind.replacing("_", with: " ").uppercased()
        }
    }

    private var instruction: [StyledLine] {
        let headline = Headline(prompt)
        let ink: StyledLine.Ink = prompt.beep == .done ? .green : .strong
        var lines = [StyledLine(""), StyledLine(headline.verb, ink)]
        if let large = headline.large {
            let letters = BlockLetters.rows(of: large, width: Self.columns, ink: self.ink)
            lines += (letters ?? large.wrapped(toColumns: Self.columns).prefix(rows: 2)).map {
                StyledLine($0.trimmingTrailingSpaces, ink)
            }
        }
        lines.append(StyledLine(""))
        if prompt.say != headline.large, !prompt.say.isEmpty {
            lines += prompt.say.wrapped(toColumns: Self.columns).prefix(rows: 3).map {
                StyledLine($0, .strong)
            }
        }
        return lines
    }

    /// As many facts as there is room for, the most needed first.
    private func details(rows: Int) -> [StyledLine] {
        ShownFacts(prompt).lines.map { name, value in
            "\(name.padded(toColumns: 7)) \(value)".cut(toColumns: Self.columns)
        }
        .prefix(rows: rows).map { StyledLine($0) }
    }

    private var choiceLines: [StyledLine] {
        prompt.choiceTexts.map { StyledLine($0.cut(toColumns: Self.columns), .strong) }
    }

    private var commandLines: [StyledLine] {
        commands.joined(separator: " ").wrapped(toColumns: Self.columns).map { StyledLine($0, .faint) }
    }
}

extension [String] {
    /// The first rows; `…` at the end of the last one says that there were more.
    func prefix(rows: Int, columns: Int = PromptScreen.columns) -> [String] {
        guard count > rows, rows > 0 else { return Array(prefix(Swift.max(0, rows))) }
        return prefix(rows - 1) + [self[rows - 1].cut(toColumns: columns - 2) + " …"]
    }
}
