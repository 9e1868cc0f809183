public import JSON

/// One request to the site: what is asked, with which parameters, by whom.
///
/// The parameters have the shape that the method's declaration asks for; the rules check their meaning.
public struct Command: Sendable {
    public let method: String
    public let params: JSONObject
    /// The client's own name for this change: a repeat with the same one gets the stored answer.
    /// Nil for a request that changes nothing.
    public let commandID: String?
    public let actor: Actor
    /// Label jobs whose files may lie where the daemon cannot look now; no part of what the caller said.
    public var unseenLabels: Set<Int> = []

    public init(method: String, params: JSONObject, commandID: String?, actor: Actor) {
        self.method = method
        self.params = params
        self.commandID = commandID
        self.actor = actor
    }
}

/// Who asks, as the socket knows it. The person at work is told by the session instead.
public struct Actor: Sendable, Equatable {
    public let userID: Int
    public let roles: [String]

    public init(userID: Int, roles: [String]) {
        self.userID = userID
        self.roles = roles
    }
}

/// What became of a command.
public enum Outcome: Sendable, Equatable {
    /// The result as JSON text, byte for byte as it is stored and will be replayed.
    case answer(String)
    case refusal(Refusal)
}
