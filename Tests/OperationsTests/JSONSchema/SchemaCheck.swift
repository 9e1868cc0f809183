import JSON

/// Checks values against the part of JSON Schema (draft 7) that the documents use.
struct SchemaCheck {
    /// What `$ref` may name: the document's `components.schemas`.
    var schemas: JSONObject = [:]

    /// Whether a value keeps a schema.
    func accepts(_ value: JSONValue, _ schema: JSONObject) -> Bool {
        if let reference = schema["$ref"]?.string {
            let name = String(reference.split(separator: "/").last ?? "")
            return schemas[name]?.object.map { accepts(value, $0) } ?? false
        }
        if let any = schema["anyOf"]?.array, !any.contains(where: { accepts(value, $0.object ?? [:]) }) {
            return false
        }
        if let types = schema["type"], !isOneOf(types.array ?? [types], value) { return false }
        if let words = schema["enum"]?.array, !words.contains(value) { return false }
        return acceptsText(value, schema) && acceptsNumber(value, schema) && acceptsArray(value, schema)
            && acceptsObject(value, schema)
    }

    private func isOneOf(_ types: [JSONValue], _ value: JSONValue) -> Bool {
        types.contains { type in
            switch type.string {
            case "string": value.string != nil
            case "integer": value.int != nil
            case "number": value.double != nil
            case "boolean": value.bool != nil
            case "array": value.array != nil
            case "object": value.object != nil
            default: false
            }
        }
    }

    private func acceptsText(_ value: JSONValue, _ schema: JSONObject) -> Bool {
        guard let text = value.string else { return true }
        if let least = schema["minLength"]?.int, text.unicodeScalars.count < least { return false }
        if let most = schema["maxLength"]?.int, text.unicodeScalars.count > most { return false }
        guard let pattern = schema["pattern"]?.string else { return true }
        guard let regex = try? Regex(pattern) else { return false }
        return text.firstMatch(of: regex) != nil
    }

    private func acceptsNumber(_ value: JSONValue, _ schema: JSONObject) -> Bool {
        guard let number = value.double else { return true }
        if let least = schema["minimum"]?.double, number < least { return false }
        if let most = schema["maximum"]?.double, number > most { return false }
        return true
    }

    private func acceptsArray(_ value: JSONValue, _ schema: JSONObject) -> Bool {
        guard let elements = value.array else { return true }
        if let least = schema["minItems"]?.int, elements.count < least { return false }
        if let most = schema["maxItems"]?.int, elements.count > most { return false }
        guard let items = schema["items"]?.object else { return true }
        return elements.allSatisfy { accepts($0, items) }
    }

    private func acceptsObject(_ value: JSONValue, _ schema: JSONObject) -> Bool {
        guard let object = value.object else { return true }
        let required = schema["required"]?.array?.compactMap(\.string) ?? []
        guard required.allSatisfy({ object[$0] != nil }) else { return false }
        let properties = schema["properties"]?.object ?? [:]
        return object.members.allSatisfy { name, member in
            if let property = properties[name]?.object { return accepts(member, property) }
            switch schema["additionalProperties"] {
            case .object(let other): return accepts(member, other)
            case .bool(let isOpen): return isOpen
            default: return true
            }
        }
    }
}
