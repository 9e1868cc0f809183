import JSON

/// Members of what the site keeps as JSON, read strictly: one of another type is no default.
extension JSONObject {
    /// - Returns: `absent` where there is no such member; nil where there is something else than yes or no.
    func flag(_ name: String, absent: Bool = false) -> Bool? {
        guard let value = self[name] else { return absent }
        return value.bool
    }

    /// Whether a member is a text, is null, or is left out.
    func mayBeText(_ name: String) -> Bool {
        guard let value = self[name], value != .null else { return true }
        return value.string != nil
    }
}
