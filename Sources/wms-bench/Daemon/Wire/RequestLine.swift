/// A request as it is written to the wire.
///
///     request.begin("tour.scan", command: "h07-12")
///     request.add("session", 4)
///     request.add("code", text: "01-17-01")
///     request.end()
struct RequestLine {
    private(set) var bytes: [UInt8] = []
    private var hasParams = false

    /// - Parameter command: the command id of a change; nil for a read.
    mutating func begin(_ method: String, command: String? = nil) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: #"{"jsonrpc":"2.0","id":1,"method":""#.utf8)
        bytes.append(contentsOf: method.utf8)
        bytes.append(contentsOf: #"","params":{"#.utf8)
        hasParams = false
        if let command { add("command_id", text: command) }
    }

    mutating func add(_ name: String, _ number: Int) { add(name, json: String(number)) }

    /// - Parameter text: must need no escapes.
    mutating func add(_ name: String, text: String) {
        begin(name)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: text.utf8)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func add(_ name: String, json: String) {
        begin(name)
        bytes.append(contentsOf: json.utf8)
    }

    mutating func end() { bytes.append(contentsOf: "}}\n".utf8) }

    /// Another protocol's request, as it is.
    mutating func replace(with other: [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: other)
    }

    private mutating func begin(_ name: String) {
        bytes.append(contentsOf: (hasParams ? ",\"" : "\"").utf8)
        bytes.append(contentsOf: name.utf8)
        bytes.append(contentsOf: "\":".utf8)
        hasParams = true
    }
}
