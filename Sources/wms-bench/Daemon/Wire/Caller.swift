import JSON

/// A connection that asks one thing at a time and waits for it: for preparing, and for measuring single answers.
final class Caller {
    let channel: WireChannel
    private var request = RequestLine()
    private var commands: CommandIDs

    init(socket: String, device: String) throws(WireFault) {
        channel = try WireChannel.toDaemon(socket)
        commands = CommandIDs(device: device)
    }

    /// The result of a read.
    @discardableResult
    func read(_ method: String, _ params: JSONObject = [:]) throws(WireFault) -> JSONValue {
        try result(of: method, params, command: nil)
    }

    /// The result of a change.
    @discardableResult
    func change(_ method: String, _ params: JSONObject = [:]) throws(WireFault) -> JSONValue {
        try result(of: method, params, command: commands.next())
    }

    /// Whether the daemon knows a method.
    func knows(_ method: String) throws(WireFault) -> Bool {
        do throws(WireFault) {
            try read("help", ["method": .string(method)])
            return true
        } catch .refused { return false }
    }

    private func result(of method: String, _ params: JSONObject, command: String?) throws(WireFault)
        -> JSONValue
    {
        request.begin(method, command: command)
        for (name, value) in params.members { request.add(name, json: value.description) }
        request.end()
        try channel.send(request.bytes)
        var text: [UInt8] = []
        try channel.waitForLine { line throws(WireFault) in text = Array(line.bytes) }
        guard let answer = try? JSONValue(parsing: text) else {
            throw .unexpected(asked: method, answer: String(decoding: text.prefix(200), as: UTF8.self))
        }
        guard let result = answer["result"] else {
            throw .refused(asked: method, answer: answer["error"]?.description ?? answer.description)
        }
        return result
    }
}
