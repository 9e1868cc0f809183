public import JSON

/// One request: a declared method with params that have been checked against its declaration.
///
///     let request = try Request(line: #"{"jsonrpc":"2.0","id":1,"method":"order.get","params":{"order_id":"O-1"}}"#.utf8)
///     let typed = try Request(line: "order.get order_id=O-1".utf8)
///     print(request?.params == typed?.params)      // Optional(true)
public struct Request: Sendable {
    public let id: RequestID
    public let method: Method
    /// Without `command_id`, which says who repeats what, not what is asked.
    public let params: JSONObject
    /// Nil where the method changes nothing, and in words where the caller left it out.
    public let commandID: String?

    /// Reads a line without its LF; nil for a blank line and for a comment (`#`).
    ///
    /// - Throws: ``RequestFault``, which is ready to be answered.
    /// - Complexity: linear in the line.
    public init?(line: some Collection<UInt8>) throws(RequestFault) {
        let words = line.drop {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
        }
        guard let first = words.first, first != UInt8(ascii: "#") else { return nil }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            try self.init(json: line)
        } else {
            try self.init(words: words)
        }
    }

    init(id: RequestID, method: Method, params: JSONObject, mayLackCommandID: Bool) throws(RequestFault) {
        do throws(ProtocolError) {
            var params = try method.checked(params, mayLackCommandID: mayLackCommandID)
            self.commandID = params["command_id"]?.string
            params["command_id"] = nil
            self.params = params
        } catch {
            throw RequestFault(id: id, error: error)
        }
        self.id = id
        self.method = method
    }
}

/// Why a line is no request, and whom to tell.
public struct RequestFault: Error, Equatable, Sendable {
    /// ``RequestID/none`` where the line's id could not be read.
    public let id: RequestID
    public let error: ProtocolError

    public init(id: RequestID, error: ProtocolError) {
        self.id = id
        self.error = error
    }
}

extension Method {
    /// The method of this name.
    static func find(_ name: String, for id: RequestID) throws(RequestFault) -> Method {
        if let method = named(name) { return method }
        var details: JSONObject = ["method": .string(name)]
        var mend = "help lists the methods"
        if let nearest = nearestName(to: name, among: all.map(\.name)) {
            details["nearest"] = .string(nearest)
            mend = "did you mean \(nearest)?"
        }
        let shown = String(name.prefix(WireLimits.idBytesMax))
        throw RequestFault(
            id: id, error: ProtocolError(.unknownMethod, "there is no method \"\(shown)\": \(mend)", details))
    }
}
