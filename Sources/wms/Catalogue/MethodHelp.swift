import Common

/// A method as `help METHOD` shows it at the prompt.
struct MethodHelp {
    private let method: ShownMethod
    /// Of the terminal; nil where lines are never broken.
    private let columns: Int?

    private static let indent = "    "

    init(_ method: ShownMethod, columns: Int?) {
        self.method = method
        self.columns = columns
    }

    var text: String {
        var lines = [method.name] + wrapped(method.summary, indent: Self.indent)
        if !method.params.isEmpty {
            lines += [""] + wrapped("params, those with * are needed:", indent: "")
            lines += params(method.params, path: "")
        }
        lines += [""]
        lines += method.rules.flatMap { wrapped("give \($0)", indent: "") }
        lines += wrapped("answers \(method.resultText)", indent: "")
        if !method.errors.isEmpty {
            lines += wrapped("refused as \(method.errors.joined(separator: ", "))", indent: "")
        }
        lines += wrapped("for \(method.roles.joined(separator: ", "))", indent: "")
        return lines.map(\.terminalSafeLine).joined(separator: "\n")
    }

    /// Members stand below the param that holds them, under the names that are typed for them.
    private func params(_ params: [ShownParam], path: String) -> [String] {
        params.flatMap { param in
            let name = path + param.name
            let head = "\(param.isRequired ? "*" : " ") \(name)"
            return wrapped("\(head)  (\(param.type))", indent: "")
                + wrapped(param.doc, indent: Self.indent)
                + self.params(param.members, path: param.pathOfMembers(below: name))
        }
    }

    private func wrapped(_ text: String, indent: String) -> [String] {
        guard let columns, indent.columns + text.columns > columns else { return [indent + text] }
        return text.wrapped(toColumns: columns - indent.columns).map { indent + $0 }
    }
}

extension ShownMethod {
    var resultText: String { result.isEmpty ? "nothing" : result.joined(separator: ", ") }
}

extension ShownParam {
    /// `order.items.N.`, where N numbers the elements of a list from 0.
    func pathOfMembers(below name: String) -> String { isList ? "\(name).N." : "\(name)." }
}
