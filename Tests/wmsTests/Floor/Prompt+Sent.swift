import JSON
import Operations

extension Prompt {
    /// The prompt that the daemon sends with these members; the others say nothing.
    init(sent members: JSONObject) throws {
        try self.init(reading: Prompt.sent(members))
    }

    /// The same as it crosses the wire.
    static func sent(_ members: JSONObject) -> JSONObject {
        var object = Prompt().json
        for (name, value) in members.members { object[name] = value }
        return object
    }
}
