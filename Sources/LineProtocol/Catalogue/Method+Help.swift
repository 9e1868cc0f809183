public import JSON

extension Method {
    /// The answer to `help`: every method in one line.
    public static let index: JSONValue = [
        "methods": .array(all.map { ["method": .string($0.name), "summary": .string($0.summary)] })
    ]

    /// The answer to `help METHOD`: the declaration.
    public var help: JSONValue {
        [
            "method": .string(name), "summary": .string(summary), "changes": .bool(changes),
            "roles": .array(Role.allCases.filter { isAllowed(to: [$0]) }.map { .string($0.rawValue) }),
            "params": .array(params.map(\.help)), "rules": .array(rules.map { .string($0.description) }),
            "result": .string(result), "errors": .array(kinds.map { .string($0.rawValue) }),
        ]
    }
}

extension Param {
    fileprivate var help: JSONValue {
        var help: JSONObject = [
            "name": .string(name), "type": .string(type.description), "required": .bool(isRequired),
            "doc": .string(doc),
        ]
        if let members = type.members { help["members"] = .array(members.map(\.help)) }
        return .object(help)
    }
}
