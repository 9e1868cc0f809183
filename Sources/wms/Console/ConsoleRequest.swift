import JSON
import LineProtocol

/// A line of the console that goes to the daemon: in words, or a method with its params as JSON.
///
///     stock.list sku=TEA
///     order.release {"order_id":"ORD-1"}
///     {"method":"ping"}
struct ConsoleRequest: Equatable {
    enum Form: Equatable {
        case words(String)
        case params(JSONObject)
    }

    let method: String
    let form: Form
    /// Whether it may be sent twice and is carried out once: a read, or a change with its `command_id`.
    let mayRepeat: Bool

    /// Why a line is no request.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    /// - Parameter commandIDs: gives a change the id that it was typed without.
    init(_ line: String, commandIDs: inout CommandIDs) throws(Fault) {
        let words = TypedWords(line).words.filter { !$0.text.isEmpty }
        let first = words.first?.text ?? ""
        if first.hasPrefix("{") {
            let request = try Self.object(line)
            guard let method = request["method"]?.string else {
                throw Fault(description: "the request names no method")
            }
            self.init(method, request["params"]?.object ?? [:], &commandIDs)
        } else if words.count > 1, words[1].text.hasPrefix("{") {
            self.init(first, try Self.object(String(line.dropFirst(words[1].start))), &commandIDs)
        } else {
            let knownMethod = Catalogue.method(named: first)
            let hasID = words.contains { $0.text.hasPrefix("command_id=") }
            let needsID = knownMethod?.changes == true && !hasID
            let sent = needsID ? "\(line) command_id=\(commandIDs.next())" : line
            self.init(method: first, form: .words(sent), mayRepeat: knownMethod != nil)
        }
    }

    private init(method: String, form: Form, mayRepeat: Bool) {
        (self.method, self.form, self.mayRepeat) = (method, form, mayRepeat)
    }

    private init(_ method: String, _ params: JSONObject, _ commandIDs: inout CommandIDs) {
        var params = params
        let knownMethod = Catalogue.method(named: method)
        if knownMethod?.changes == true, params["command_id"] == nil {
            params["command_id"] = .string(commandIDs.next())
        }
        self.init(method: method, form: .params(params), mayRepeat: knownMethod != nil)
    }

    private static func object(_ text: String) throws(Fault) -> JSONObject {
        do throws(JSONFault) {
            if let object = try JSONValue(parsing: text).object { return object }
        } catch {
            throw Fault(description: "this is no JSON: \(error)")
        }
        throw Fault(description: "the params must be a JSON object")
    }

    func send(over line: any Line) throws(ClientError) -> JSONValue {
        switch form {
        case .words(let words): try line.call(words: words)
        case .params(let params): try line.call(method, params)
        }
    }
}
