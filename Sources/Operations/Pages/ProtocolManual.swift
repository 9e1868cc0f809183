import LineProtocol

/// The methods as a manual page in man(7) markup: `wmsd-methods(7)`.
public enum ProtocolManual {
    public static var text: String {
        var lines = [
            ".TH WMSD\\-METHODS 7", ".SH NAME", "wmsd\\-methods \\- the methods of wmsd's line protocol",
            ".SH DESCRIPTION",
            escaped("Sent as a JSON-RPC 2.0 object a line, or in words: the method, then name=value pairs."),
        ]
        for area in Method.areas {
            lines.append(".SH \(escaped(area.title.uppercased()))")
            for method in area.methods { lines += section(of: method) }
        }
        lines += [".SH SEE ALSO", ".BR wms (1),", ".BR wmsd (8)", ""]
        return lines.joined(separator: "\n")
    }

    private static func section(of method: Method) -> [String] {
        var lines = [".SS \(escaped(synopsis(of: method)))"]
        lines.append(escaped("\(method.summary) \(ProtocolPages.callers(of: method))"))
        for param in method.params { lines += entry(param, type: \.description) }
        for rule in method.rules { lines += [".PP", escaped("Give \(rule).")] }
        let result = method.result == Prompt.params ? "a prompt" : names(method.result)
        lines += [".PP", escaped("Result: \(result.isEmpty ? "nothing" : result).")]
        if !method.refusals.isEmpty {
            let kinds = method.refusals.map(\.rawValue).joined(separator: ", ")
            lines += [".PP", escaped("Errors: \(kinds).")]
        }
        return lines
    }

    /// `order.get order_id=… [client=…]`
    private static func synopsis(of method: Method) -> String {
        let params = method.params.map { $0.isRequired ? "\($0.name)=…" : "[\($0.name)=…]" }
        return ([method.name] + params).joined(separator: " ")
    }

    private static func entry(_ param: Param, type words: (ParamType) -> String) -> [String] {
        let head = "\\fB\(escaped(param.name))\\fR (\(escaped(words(param.type))))"
        let members = param.type.members.map { " Members: \(names($0))." } ?? ""
        return [".TP", head, escaped(param.doc + members)]
    }

    private static func names(_ params: [Param]) -> String { params.map(\.name).joined(separator: ", ") }

    private static func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}
