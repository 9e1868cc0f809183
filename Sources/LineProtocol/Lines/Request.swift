public import JSON

/// One request as it came: the method's name and what was given with it, not yet read.
///
/// Roles are checked before the params are: a caller that may not call a method gets the refusal and costs
/// nothing else.
///
///     try Request(line: #"{"jsonrpc":"2.0","id":1,"method":"order.get","params":{"order_id":"O-1"}}"#.utf8)
///     try Request(line: "order.get order_id=O-1".utf8)
public struct Request: Sendable {
    public let id: RequestID
    public let method: String
    public let arguments: Arguments

    public enum Arguments: Sendable {
        case object(JSONObject)
        /// What follows the method in a line in words, not yet split.
        case words(String)
    }

    /// Reads a line without its LF; nil for a blank line and for a comment (`#`).
    ///
    /// - Throws: ``RequestFault``, which is ready to be answered.
    /// - Complexity: linear in the line.
    public init?(line: some Collection<UInt8>) throws(RequestFault) {
        let result =
            line.withContiguousStorageIfAvailable(Self.read) ?? Array(line).withUnsafeBufferPointer(Self.read)
        guard let request = try result.get() else { return nil }
        self = request
    }

    private static func read(_ line: UnsafeBufferPointer<UInt8>) -> Result<Request?, RequestFault> {
        let words = line.drop {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
        }
        guard let first = words.first, first != UInt8(ascii: "#") else { return .success(nil) }
        let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
        do throws(RequestFault) {
            return .success(isJSON ? try Request(json: line) : try Request(words: words))
        } catch { return .failure(error) }
    }

    init(id: RequestID, method: String, arguments: Arguments) {
        self.id = id
        self.method = method
        self.arguments = arguments
    }
}

/// Why a line is no request, and whom to answer.
public struct RequestFault: Error, Equatable, Sendable {
    /// ``RequestID/none`` where the line's id could not be read.
    public let id: RequestID
    public let error: ProtocolError

    public init(id: RequestID, error: ProtocolError) {
        self.id = id
        self.error = error
    }
}
