import JSON

extension JSONValue {
    /// Whether only a program reads it: the OpenRPC document, which is printed as it is.
    var isForPrograms: Bool { self["openrpc"] != nil }
}

/// An answer of the daemon as a person reads it; that of `help METHOD` as help.
enum AnswerText {
    /// - Parameter columns: of the terminal; nil where lines are never broken.
    static func text(of answer: JSONValue, columns: Int?) -> String {
        if answer.isForPrograms { return answer.description }
        if let method = ShownMethod(help: answer) { return MethodHelp(method, columns: columns).text }
        return PlainText(of: answer, columns: columns).text
    }
}
