import Domain
import JSON
import LineProtocol
import Operations

/// The outcome of a request, ready for the wire but for its id.
enum Reply: Sendable {
    /// The result as JSON text.
    case answer(String)
    /// The result of what the daemon asked for itself.
    case result(any Record)
    case refusal(ProtocolError)
    /// The answer to a subscription, and where its cursor begins.
    case subscribed(EventCursor, result: String)

    static func answer(_ result: some Record) -> Reply { .answer(result.text) }

    static let shuttingDown = Reply.refusal(.shuttingDown)
}

extension ProtocolError {
    static let shuttingDown = ProtocolError(
        .shuttingDown, "the daemon is stopping; send the same line again when it is back")
}

extension Reply: Equatable {
    static func == (left: Reply, right: Reply) -> Bool {
        switch (left, right) {
        case (.answer(let left), .answer(let right)): left == right
        case (.result(let left), .result(let right)): left.json == right.json
        case (.refusal(let left), .refusal(let right)): left == right
        case (.subscribed(let left, let leftText), .subscribed(let right, let rightText)):
            left == right && leftText == rightText
        default: false
        }
    }
}

/// How far a subscriber has read, and which types it wants.
struct EventCursor: Sendable, Equatable {
    /// Every event up to this one has been sent or was not wanted.
    var after: Int
    /// Nil for all.
    var types: [EventType]?
}

extension Record {
    /// The result of the daemon's own operation.
    ///
    /// - Throws: where it was refused.
    init(of reply: Reply) throws {
        guard case .result(let result) = reply, let own = result as? Self else {
            if case .refusal(let refusal) = reply { throw refusal }
            throw ProtocolError(.internalFault, "the result of another operation")
        }
        self = own
    }
}
