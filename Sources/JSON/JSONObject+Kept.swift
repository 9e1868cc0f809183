/// Members of what is kept as JSON, read strictly: one of another type is no default.
extension JSONObject {
    /// - Returns: `absent` where there is no such member; nil where there is something else than yes or no.
    public func flag(_ name: String, absent: Bool = false) -> Bool? {
        guard let value = self[name] else { return absent }
        return value.bool
    }

    /// Whether a member is a text, is null, or is left out.
    public func mayBeText(_ name: String) -> Bool {
        guard let value = self[name], value != .null else { return true }
        return value.string != nil
    }
}

extension [JSONValue] {
    /// Every element read; nil where one cannot be.
    public func all<Value>(_ read: (JSONObject) -> Value?) -> [Value]? {
        var values: [Value] = []
        for element in self {
            guard let value = element.object.flatMap(read) else { return nil }
            values.append(value)
        }
        return values
    }
}
