import JSON
import LineProtocol

/// A prompt on a handheld's screen of 24 rows × 40 columns: what to do in large letters, what it is about
/// below, and above all of that the refusal of the last scan, if there was one.
struct PromptScreen {
    static let columns = 40
    static let rows = 24

    let title: String
    let prompt: Prompt
    var refusal: LineError?
    var ink: Character = "█"
    /// Commands that may be keyed instead of a scan.
    var commands: [String] = []

    /// Exactly ``rows`` lines, the last of which is where the answer is typed.
    var lines: [StyledLine] {
        let foot = commandLines
        let body = Array(
            (refusalLines + instruction + details + choiceLines).prefix(Self.rows - foot.count - 2))
        let space = Self.rows - 1 - 1 - body.count - foot.count
        let blank = [StyledLine](repeating: StyledLine(""), count: space)
        return [titleLine] + body + blank + foot + [StyledLine("> ")]
    }

    private var titleLine: StyledLine {
        let place: String =
            if let done = prompt.show["done"]?.int, let of = prompt.show["of"]?.int {
                "\(prompt.show["tour"] == nil ? "piece" : "pick") \(min(done + 1, of)) of \(of)"
            } else { "" }
        let left = " \(title)".prefix(Self.columns - place.count - 2)
        let gap = Self.columns - left.count - place.count - 1
        return StyledLine("\(left)\(String(repeating: " ", count: gap))\(place) ", .title)
    }

    private var refusalLines: [StyledLine] {
        guard let refusal else { return [] }
        let kind = refusal.kind.map { $0.replacing("_", with: " ").uppercased() } ?? "REFUSED"
        let comparison = RefusalText.comparison(refusal)
        let isToldTwice = !comparison.isEmpty && RefusalText.saysExpected(refusal)
        let message = isToldTwice ? [] : refusal.message.wrapped(to: Self.columns - 2).prefix(3)
        let text = message + comparison
        return ([kind] + text).map { line in
            StyledLine(" \(line.prefix(Self.columns - 2))".padding(to: Self.columns), .red)
        }
    }

    private var instruction: [StyledLine] {
        let headline = Headline(prompt)
        let ink: StyledLine.Ink = prompt.beep == "done" ? .green : .strong
        var lines = [StyledLine(""), StyledLine(headline.verb, ink)]
        if let large = headline.large {
            let letters = BlockLetters.rows(of: large, width: Self.columns, ink: self.ink)
            lines += (letters ?? large.wrapped(to: Self.columns)).map {
                StyledLine($0.trimmingTrailingSpaces, ink)
            }
        }
        lines.append(StyledLine(""))
        if prompt.say != headline.large, !prompt.say.isEmpty {
            lines += prompt.say.wrapped(to: Self.columns).prefix(3).map { StyledLine($0, .strong) }
        }
        return lines
    }

    private var details: [StyledLine] {
        ShownFacts(prompt).lines.map { name, value in
            StyledLine("\(name.padding(to: 7)) \(value)".prefix(Self.columns).description)
        }
    }

    private var choiceLines: [StyledLine] {
        prompt.choices.enumerated().map {
            StyledLine("\($0 + 1)  \($1.say)".prefix(Self.columns).description, .strong)
        }
    }

    private var commandLines: [StyledLine] {
        commands.joined(separator: " ").wrapped(to: Self.columns).map { StyledLine($0, .faint) }
    }
}
