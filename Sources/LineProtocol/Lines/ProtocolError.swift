public import Domain
public import JSON

/// A refusal as the wire carries it.
public struct ProtocolError: Error, Equatable, Sendable {
    /// The stable word and, through it, the code.
    public let kind: ErrorKind
    /// What happened and what to do, for a person.
    public let message: String
    /// Members of `error.data` beside `kind` and `retry`.
    public let details: JSONObject

    public init(_ kind: ErrorKind, _ message: String, _ details: JSONObject = [:]) {
        self.kind = kind
        self.message = message
        self.details = details
    }
}

extension ProtocolError {
    /// The `error` member of an answer.
    public var json: JSONValue {
        var data: JSONObject = ["kind": .string(kind.rawValue)]
        for (key, value) in details.members { data[key] = value }
        if kind.mayRetry { data["retry"] = true }
        return ["code": .int(kind.code), "message": .string(message), "data": .object(data)]
    }

    /// The refusal of params with these faults, all of them named.
    ///
    /// - Precondition: there is at least one fault.
    public static func badParams(_ faults: [ParamFault], method: String) -> ProtocolError {
        precondition(!faults.isEmpty, "params without a fault are not refused")
        var details: JSONObject = ["param": .string(faults[0].path)]
        if let nearest = faults[0].nearest { details["nearest"] = .string(nearest) }
        let message = faults.map(\.description).joined(separator: "; ")
        return ProtocolError(.badParams, "\(method): \(message)", details)
    }
}
