import JSON

/// What is known of one method: from this program's own catalogue, or from the daemon's answer to `help METHOD`.
struct ShownMethod: Equatable, Sendable {
    let name: String
    /// One sentence.
    let summary: String
    /// Whether it changes something and carries a `command_id`.
    let changes: Bool
    let roles: [String]
    let params: [ShownParam]
    /// What ties several params together, each as words without a full stop.
    let rules: [String]
    /// The params of which exactly one must be given; none where this was read from a daemon's answer.
    let choices: [[String]]
    /// The members of the result, by name.
    let result: [String]
    /// The kinds of refusal that belong to it.
    let errors: [String]
}

/// One param of a method, or one member of a param.
struct ShownParam: Equatable, Sendable {
    let name: String
    let type: String
    let isRequired: Bool
    let doc: String
    /// Where this is an object, or a list of objects.
    let members: [ShownParam]
    let isList: Bool
    /// The words of which its value, or an element of it, is one; none where others may be given.
    let words: [String]
}

extension ShownMethod {
    /// Reads the answer to `help METHOD`; nil where it is another one.
    init?(help: JSONValue) {
        guard let name = help["method"]?.string, let params = help["params"]?.array else { return nil }
        let texts = { (key: String) in (help[key]?.array ?? []).compactMap(\.string) }
        self.init(
            name: name, summary: help["summary"]?.string ?? "", changes: help["changes"]?.bool ?? false,
            roles: texts("roles"), params: params.map(ShownParam.init(help:)), rules: texts("rules"),
            choices: [],
            result: (help["result"]?.array ?? []).compactMap { $0["name"]?.string }, errors: texts("errors"))
    }
}

extension ShownParam {
    fileprivate init(help: JSONValue) {
        let type = help["type"]?.string ?? ""
        self.init(
            name: help["name"]?.string ?? "", type: type, isRequired: help["required"]?.bool ?? false,
            doc: help["doc"]?.string ?? "", members: (help["members"]?.array ?? []).map(Self.init(help:)),
            isList: type.hasPrefix("list"), words: [])
    }
}
