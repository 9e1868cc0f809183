import Domain
import LineProtocol

/// The parts of the protocol document that are made from the declarations.
///
/// `Methods.md`, `Errors.md` and `Events.md` in this target's documentation are these texts; a test keeps them
/// equal.
public enum ProtocolPages {
    /// Every method with its params, its result and its own kinds of error.
    public static var methods: String {
        var page = """
            # Methods

            Every method that is built. A method that is not here answers `unknown_method`.

            A change carries `command_id` and may be sent again as it is; its answer is on disk before it is sent.
            A lead may call every method; the other roles are named. Params with a star are required; members of a
            result with a star are always there. Beside the errors of a method any line may be refused as <doc:Errors>
            tells.

            """
        for area in Method.areas {
            page += "\n## \(area.title)\n"
            for method in area.methods { page += "\n" + section(of: method) }
        }
        page +=
            "\n## Prompts\n\nWhat a handheld shows and waits for: the answer to all that is said in a dialogue.\n"
        return page + "\n" + table("member", Prompt.params, type: \.words)
    }

    /// Every kind of error with its code, its meaning and the methods that refuse so.
    public static var errors: String {
        let common = ErrorKind.ofAnyLine + ErrorKind.ofAnyChange
        let others = ErrorKind.allCases.filter { !common.contains($0) }
        let declared = Set(Method.all.flatMap(\.refusals))
        return """
            # Errors

            A refusal is answered as `{"code":…,"message":…,"data":{"kind":…}}` and changes nothing. `kind` and `code`
            are stable; the message is for people and may change. With `"retry":true` in `data` the same line may be
            sent again as it is.

            ## Of any line

            \(table(of: ErrorKind.ofAnyLine))
            ## Of any change

            \(table(of: ErrorKind.ofAnyChange))
            ## Of single methods

            \(table(of: others.filter(declared.contains), isOfMethods: true))
            ## Of methods to come

            No method refuses so yet; a program that handles these is ready for the ones that will.

            \(table(of: others.filter { !declared.contains($0) }))
            """
    }

    /// Every type of event with its data.
    public static var events: String {
        var page = """
            # Events

            What is emitted of the floor, each in the same transaction as the change that it reports.

            An event is a CloudEvents 1.0 object: `specversion`, `id`, `source` (the warehouse), `type`, `subject`,
            `time`, `sequence` (a text that counts up without a gap) and `data`. What stands in `data` is said here by
            type; members with a star are always there.

            """
        for event in EventDescription.all {
            page +=
                "\n## `\(event.type)`\n\n\(event.summary)\n\n" + table("member", event.data, type: \.words)
        }
        return page
    }
}

extension ProtocolPages {
    private static func section(of method: Method) -> String {
        var text = "### `\(method.name)`\n\n\(method.summary) \(callers(of: method))\n"
        if !method.params.isEmpty { text += "\n" + table("param", method.params, type: \.description) }
        for rule in method.rules { text += "\nGive \(rule).\n" }
        text += "\n" + result(of: method)
        if !method.refusals.isEmpty {
            text += "\nErrors: \(method.refusals.map { "`\($0.rawValue)`" }.joined(separator: ", "))\n"
        }
        return text
    }

    /// Who may call a method, in a sentence.
    private static func callers(of method: Method) -> String {
        let verb = method.changes ? "A change" : "A read"
        if method.roles == Role.allCases { return "\(verb) for every role." }
        let others = method.roles.filter { $0 != .lead }.map(\.rawValue)
        return others.isEmpty
            ? "\(verb) for leads." : "\(verb) for leads and \(others.joined(separator: ", "))."
    }

    private static func result(of method: Method) -> String {
        if method.result == Prompt.params { return "Result: a prompt, as below.\n" }
        return method.result.isEmpty
            ? "Result: an empty object.\n" : "Result:\n\n" + table("member", method.result, type: \.words)
    }

    private static func table(
        _ heading: String, _ params: [Param], type words: (ParamType) -> String
    ) -> String {
        "| \(heading) | type | |\n| --- | --- | --- |\n" + rows(of: params, below: "", type: words)
    }

    private static func rows(
        of params: [Param], below path: String, type words: (ParamType) -> String
    ) -> String {
        params.map { param in
            let place = joined(path, param.name)
            let members = param.type.members ?? []
            let inner = rows(of: members, below: param.type.memberPath(place), type: words)
            return "| `\(place)`\(param.isRequired ? " *" : "") | \(words(param.type)) | \(param.doc) |\n"
                + inner
        }.joined()
    }

    private static func table(of kinds: [ErrorKind], isOfMethods: Bool = false) -> String {
        var table = "| kind | code | meaning |\n| --- | --- | --- |\n"
        for kind in kinds {
            let retry = kind.mayRetry ? " May be retried." : ""
            let whose = isOfMethods ? " Of \(methods(refusing: kind))." : ""
            table += "| `\(kind.rawValue)` | \(kind.code) | \(kind.meaning)\(retry)\(whose) |\n"
        }
        return table
    }

    private static func methods(refusing kind: ErrorKind) -> String {
        Method.all.filter { $0.refusals.contains(kind) }.map { "`\($0.name)`" }.joined(separator: ", ")
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
