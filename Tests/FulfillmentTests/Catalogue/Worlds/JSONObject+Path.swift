import JSON

extension JSONObject {
    /// The same with another value, or with none, at a place such as `order.items.lot`; of a list its first element is
    /// meant.
    func setting(_ path: String, to value: JSONValue?) -> JSONObject {
        let names = path.split(separator: ".").map(String.init)
        return JSONValue.object(self).setting(names[...], to: value).object ?? [:]
    }

    /// The same with values at further places.
    func setting(_ values: JSONObject) -> JSONObject {
        values.members.reduce(self) { $0.setting($1.key, to: $1.value) }
    }
}

extension JSONValue {
    fileprivate func setting(_ path: ArraySlice<String>, to value: JSONValue?) -> JSONValue {
        guard let name = path.first else { return value ?? .null }
        if case .array(let elements) = self {
            let first = elements.first ?? .object([:])
            return .array([first.setting(path, to: value)] + elements.dropFirst())
        }
        var object = self.object ?? [:]
        if path.count == 1 {
            object[name] = value
        } else {
            object[name] = (object[name] ?? .object([:])).setting(path.dropFirst(), to: value)
        }
        return .object(object)
    }
}
