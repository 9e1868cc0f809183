/// The parts of the protocol document that are made from the declarations.
///
/// `Methods.md` and `Errors.md` in this target's documentation are these texts; a test keeps them equal.
public enum ProtocolPages {
    /// Every method with its params, its result and its own kinds of error.
    public static var methods: String {
        var page = """
            # Methods

            Every method that is built. A method that is not here answers `unknown_method`.

            A change carries `command_id` and may be sent again as it is; its answer is on disk before it is sent.
            A lead may call every method; the other roles are named. Params with a star are required.

            """
        for area in Method.areas {
            page += "\n## \(area.title)\n"
            for method in area.methods { page += "\n" + section(of: method) }
        }
        return page
    }

    /// Every kind of error with its code and meaning.
    public static var errors: String {
        var page = """
            # Errors

            A refusal is answered as `{"code":…,"message":…,"data":{"kind":…}}` and changes nothing. `kind` and `code`
            are stable; the message is for people and may change. With `"retry":true` in `data` the same line may be
            sent again as it is.

            | kind | code | meaning |
            | --- | --- | --- |

            """
        for kind in ErrorKind.allCases {
            let retry = kind.mayRetry ? " May be retried." : ""
            page += "| `\(kind.rawValue)` | \(kind.code) | \(kind.meaning)\(retry) |\n"
        }
        return page
    }

    private static func section(of method: Method) -> String {
        var text = "### `\(method.name)`\n\n\(method.summary) \(callers(of: method))\n"
        if !method.params.isEmpty {
            text += "\n| param | type | |\n| --- | --- | --- |\n"
            text += rows(of: method.params, below: "")
        }
        for rule in method.rules { text += "\nGive \(rule).\n" }
        text += "\nResult: `\(method.result)`\n"
        if !method.kinds.isEmpty {
            text += "\nErrors: \(method.kinds.map { "`\($0.rawValue)`" }.joined(separator: ", "))\n"
        }
        return text
    }

    private static func callers(of method: Method) -> String {
        let verb = method.changes ? "A change" : "A read"
        if method.roles == Role.allCases { return "\(verb) for every role." }
        let others = method.roles.filter { $0 != .lead }.map(\.rawValue)
        return others.isEmpty
            ? "\(verb) for leads." : "\(verb) for leads and \(others.joined(separator: ", "))."
    }

    private static func rows(of params: [Param], below path: String) -> String {
        params.map { param in
            let place = joined(path, param.name)
            let inner = param.type.members.map { rows(of: $0, below: param.type.memberPath(place)) } ?? ""
            return "| `\(place)`\(param.isRequired ? " *" : "") | \(param.type) | \(param.doc) |\n" + inner
        }.joined()
    }
}

extension ParamType {
    /// How the members of a value at `place` are written: `order.items.0`, `relocated.NAME`.
    fileprivate func memberPath(_ place: String) -> String {
        switch self {
        case .list: place + ".0"
        case .map: place + ".NAME"
        default: place
        }
    }
}
