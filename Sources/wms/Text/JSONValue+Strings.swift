import JSON

extension JSONValue {
    /// The value with every text in it replaced; names of members stay.
    func mapStrings(_ replace: (String) -> String) -> JSONValue {
        switch self {
        case .string(let text): .string(replace(text))
        case .array(let elements): .array(elements.map { $0.mapStrings(replace) })
        case .object(let object): .object(object.mapValues { $0.mapStrings(replace) })
        case .null, .bool, .int, .double: self
        }
    }
}

extension JSONObject {
    func mapValues(_ replace: (JSONValue) -> JSONValue) -> JSONObject {
        JSONObject(members.map { ($0.key, replace($0.value)) })
    }
}
