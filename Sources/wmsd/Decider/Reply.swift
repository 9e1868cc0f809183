import Domain
import JSON
import LineProtocol
import Operations

/// What becomes of a request, ready for the wire but for its id.
enum Reply: Sendable, Equatable {
    /// The result as JSON text.
    case answer(String)
    case refusal(ProtocolError)
    /// The answer to a subscription, and where its cursor begins.
    case subscribed(EventCursor, result: String)

    static func answer(_ result: some Record) -> Reply { .answer(JSONValue.object(result.json).description) }

    static let shuttingDown = Reply.refusal(
        ProtocolError(.shuttingDown, "the daemon is stopping; send the same line again when it is back"))
}

/// How far a subscriber has got, and what it wants to hear of.
struct EventCursor: Sendable, Equatable {
    /// Every event up to this one has been sent or was not wanted.
    var after: Int
    /// Nil for all.
    var types: [EventType]?
}

extension Record {
    /// What the daemon's own operation answered.
    ///
    /// - Throws: where it was refused.
    init(of reply: Reply) throws {
        guard case .answer(let text) = reply, let object = try JSONValue(parsing: text).object else {
            if case .refusal(let refusal) = reply { throw refusal }
            throw ProtocolError(.internalFault, "an answer that is no object")
        }
        self = try Self(reading: object)
    }
}
