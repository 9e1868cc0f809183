/// One row of a screen and its colour. No text steers the terminal.
struct StyledLine: Equatable {
    enum Ink: Equatable {
        case plain, title, strong, faint, red, green
    }

    let text: String
    let ink: Ink

    init(_ text: String, _ ink: Ink = .plain) {
        self.text = text.terminalSafeLine
        self.ink = ink
    }

    /// The row with the terminal's codes around it.
    var coloured: String {
        let code =
            switch ink {
            case .plain: ""
            case .title: "\u{1B}[7m"
            case .strong: "\u{1B}[1m"
            case .faint: "\u{1B}[2m"
            case .red: "\u{1B}[1;37;41m"
            case .green: "\u{1B}[1;32m"
            }
        return code.isEmpty ? text : "\(code)\(text)\u{1B}[0m"
    }
}
