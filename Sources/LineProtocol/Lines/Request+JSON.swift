import Domain
import JSON

extension Request {
    /// Reads a JSON-RPC 2.0 request.
    init(json line: some Collection<UInt8>) throws(RequestFault) {
        let value: JSONValue
        do throws(JSONFault) { value = try JSONValue(parsing: line) } catch {
            throw RequestFault(id: .none, error: ProtocolError(error))
        }
        guard let object = value.object else {
            throw .invalid(.none, "batches are not taken: send one request a line")
        }
        let id = try Self.id(of: object)
        if let key = object.members.first(where: { !Self.isMember($0.key) })?.key {
            throw .invalid(
                id, "the member \"\(key)\" is not known: a request has jsonrpc, id, method and params")
        }
        guard object["jsonrpc"] == "2.0" else { throw .invalid(id, "jsonrpc must be \"2.0\"") }
        guard let name = object["method"]?.string else { throw .invalid(id, "method must be a text") }
        guard let params = (object["params"] ?? [:]).object else {
            throw .invalid(id, "params must be an object: name every value")
        }
        self.init(id: id, method: name, arguments: .object(params))
    }

    private static func isMember(_ key: String) -> Bool {
        switch key {
        case "jsonrpc", "id", "method", "params": true
        default: false
        }
    }

    private static func id(of object: JSONObject) throws(RequestFault) -> RequestID {
        guard let json = object["id"] else {
            throw .invalid(.none, "id is missing: every request is answered")
        }
        guard let id = RequestID(json) else {
            throw .invalid(.none, "id must be a text or a whole number below 2^53")
        }
        return id
    }
}

extension RequestFault {
    static func invalid(_ id: RequestID, _ message: String) -> RequestFault {
        RequestFault(id: id, error: ProtocolError(.invalidRequest, message))
    }
}

extension ProtocolError {
    /// The refusal of a line that is no JSON.
    init(_ fault: JSONFault) {
        let kind: ErrorKind =
            switch fault {
            case .notUTF8: .notUTF8
            case .duplicateKey: .duplicateKey
            case .tooDeep, .syntax: .notJSON
            }
        self.init(kind, fault.description)
    }
}
