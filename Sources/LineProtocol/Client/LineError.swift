public import JSON

/// An error the daemon answered: nothing of the refused request stays.
///
/// `kind` is the stable word to decide by; `message` is for a person and may change.
public struct LineError: Error, Equatable, Sendable {
    /// JSON-RPC's own code for malformed input, 1000 and up for refusals.
    public let code: Int
    public let message: String
    /// What the refusal knows: `expected`, `scanned`, the current `prompt`.
    public let data: JSONObject

    public init(code: Int, message: String, data: JSONObject = [:]) {
        self.code = code
        self.message = message
        self.data = data
    }

    /// What a daemon answers where it refuses so.
    public init(refusal: ProtocolError) {
        self.init(
            code: refusal.kind.code, message: refusal.message, data: refusal.json["data"]?.object ?? [:])
    }

    /// Reads the `error` member of an answer; nil where it is none.
    init?(_ value: JSONValue) {
        guard let code = value["code"]?.int, let message = value["message"]?.string else { return nil }
        self.init(code: code, message: message, data: value["data"]?.object ?? [:])
    }

    /// The stable kind, such as `wrong_bin`; nil where the daemon named none.
    public var kind: String? { data["kind"]?.string }

    /// True where the same line may be sent again as it is.
    public var mayRetry: Bool { data["retry"]?.bool ?? false }
}

extension LineError: CustomStringConvertible {
    public var description: String { message }
}
