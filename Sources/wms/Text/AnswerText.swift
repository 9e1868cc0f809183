import JSON

/// An answer of the daemon as a person reads it; that of `help METHOD` as help.
enum AnswerText {
    /// - Parameter columns: of the terminal; nil where lines are never broken.
    static func text(of answer: JSONValue, columns: Int?) -> String {
        if let method = ShownMethod(help: answer) { return MethodHelp(method, columns: columns).text }
        return PlainText(of: answer, columns: columns).text
    }
}
