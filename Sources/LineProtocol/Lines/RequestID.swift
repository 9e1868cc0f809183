public import JSON

/// What pairs an answer with its request.
public enum RequestID: Sendable, Equatable {
    case number(Int)
    case text(String)
    /// The request was in words, or its id could not be read.
    case none

    /// The `id` member of an answer.
    public var json: JSONValue {
        switch self {
        case .number(let number): .int(number)
        case .text(let text): .string(text)
        case .none: .null
        }
    }

    /// The same as JSON text.
    var text: String {
        switch self {
        case .number(let number): String(number)
        case .text(let text): JSONValue.string(text).description
        case .none: "null"
        }
    }

    /// - Returns: nil where `json` is no id that a request may have.
    init?(_ json: JSONValue) {
        switch json {
        case .int(let number) where number.magnitude < WireLimits.wholeLimit: self = .number(number)
        case .string(let text) where text.utf8.count <= WireLimits.codeBytesMax: self = .text(text)
        default: return nil
        }
    }
}
