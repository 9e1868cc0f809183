public import Domain
public import JSON

/// Writes the lines that the daemon sends, each with its LF.
public enum Answer {
    /// The answer to a request that succeeded.
    ///
    /// - Parameters:
    ///   - result: JSON text that goes out byte for byte, since a repeated command gets what was stored.
    ///   - madeCommandID: the command id that the daemon made for a change in words, which the answer names.
    public static func success(_ id: RequestID, result: String, madeCommandID: String? = nil) -> String {
        let made = madeCommandID.map { #","command_id":\#(JSONValue.string($0))"# } ?? ""
        return line(id, made, #","result":"#, result)
    }

    /// The answer to a request that was refused.
    public static func failure(_ id: RequestID, _ error: ProtocolError) -> String {
        line(id, "", #","error":"#, error.json.description)
    }

    /// More than the fixed parts of an answer's line.
    private static let frameBytes = 64

    /// Appended piece by piece to a text that has room for all of it: every answer goes this way.
    private static func line(_ id: RequestID, _ made: String, _ name: String, _ value: String) -> String {
        let id = id.text
        var line = ""
        line.reserveCapacity(frameBytes + id.utf8.count + made.utf8.count + value.utf8.count)
        line += #"{"jsonrpc":"2.0","id":"#
        line += id
        line += made
        line += name
        line += value
        line += "}\n"
        return line
    }
}

/// Writes the lines that the daemon sends without being asked, each with its LF.
public enum Notice {
    /// An event, whose CloudEvents attributes and data are the params.
    public static func event(params: String) -> String {
        #"{"jsonrpc":"2.0","method":"event","params":\#(params)}"# + "\n"
    }

    /// After a while of silence: heartbeat, and the point to resume from.
    public static func head(sequence: Int) -> String {
        #"{"jsonrpc":"2.0","method":"head","params":{"sequence":\#(sequence)}}"# + "\n"
    }

    /// The first line of a connection.
    public static func hello(_ hello: Hello) -> String {
        #"{"jsonrpc":"2.0","method":"hello","params":\#(hello.json)}"# + "\n"
    }
}

/// What the daemon says of itself when a client connects.
public struct Hello: Sendable, Equatable {
    public var version: String
    public var roles: [Role]
    public var warehouses: [String]
    /// Names this history of events; a restored backup gets a new one.
    public var journal: String
    /// The oldest event kept.
    public var first: Int
    /// The newest event.
    public var head: Int
    public var unansweredMax = WireLimits.unansweredMax
    public var lineBytesMax = WireLimits.lineBytesMax

    public init(version: String, roles: [Role], warehouses: [String], journal: String, first: Int, head: Int)
    {
        self.version = version
        self.roles = roles
        self.warehouses = warehouses
        self.journal = journal
        self.first = first
        self.head = head
    }

    /// The params of the hello line.
    public var json: JSONValue {
        [
            "server": "wmsd", "version": .string(version), "protocol": .int(WireLimits.protocolVersion),
            "roles": .array(roles.map { .string($0.rawValue) }),
            "warehouses": .array(warehouses.map { .string($0) }),
            "journal": .string(journal), "first": .int(first), "head": .int(head),
            "limits": [
                "line_bytes": .int(lineBytesMax), "unanswered": .int(unansweredMax),
                "list_rows": .int(WireLimits.listRowsMax),
            ],
        ]
    }
}
